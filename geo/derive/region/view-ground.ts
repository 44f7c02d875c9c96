import type { MultiLineString, MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import type { Country } from '../countries.ts';
import { rounded } from '../crop.ts';
import { groundWithin, joined, wholeGround, type Ground } from '../layers.ts';
import { PACIFIC } from '../pacific.ts';
import { isWithin } from '../plane.ts';
import { around, type View } from './view.ts';

/** How much is drawn around a view, in sizes of the view on each side: a page in a wide frame shows more than the view. */
const REACH = 3;

/** Degrees from which the ground is not cut. */
const HALF = 180;

/** The ground of countries in and around a view. */
export function groundAround(countries: readonly Country[], view: View): Ground {
  const frame = around(view, REACH);
  return frame[2] - frame[0] < HALF
    ? groundWithin(countries, frame)
    : turnedTo(wholeGround(countries), view);
}

/** The continents as the live map shows them, for a view of most of the earth. What 30° W cuts is whole again. */
export function continentsAround(continents: Topology, view: View): Ground {
  const parts = coordinatesOf<MultiPolygon>(continents, 'land').map((polygon) => {
    const isEastOfCut = polygon.flat().some(([lng]) => lng === PACIFIC[0]);
    return polygon.map((ring) => moved(ring, isEastOfCut ? 360 : 0));
  });
  const land: MultiPolygon = { type: 'MultiPolygon', coordinates: joined(parts) };
  const borders: MultiLineString = {
    type: 'MultiLineString',
    coordinates: coordinatesOf<MultiLineString>(continents, 'borders').map((line) =>
      moved(line, 0),
    ),
  };
  return turnedTo({ land, borders }, view);
}

/** Moves each piece of land, with its borders, by whole turns of the earth to where it is nearest to a view. */
function turnedTo({ land, borders }: Ground, { bounds: [west, , east] }: View): Ground {
  const pieces = land.coordinates.map((rings) => {
    const [outside = []] = rings;
    const lngs = outside.map(([lng = 0]) => lng);
    const middle = (Math.min(...lngs) + Math.max(...lngs)) / 2;
    return { rings, outside, turn: 360 * Math.round(((west + east) / 2 - middle) / 360) };
  });
  const turnOf = ([[x = 0, y = 0] = [], [toX = x, toY = y] = []]: Position[]): number =>
    pieces.find(({ outside }) => isWithin([(x + toX) / 2, (y + toY) / 2], outside))?.turn ?? 0;
  return {
    land: {
      type: 'MultiPolygon',
      coordinates: pieces.map(({ rings, turn }) => rings.map((ring) => moved(ring, turn))),
    },
    borders: {
      type: 'MultiLineString',
      coordinates: borders.coordinates.map((line) => moved(line, turnOf(line))),
    },
  };
}

/** Along a parallel, and free of the noise that a grid's steps have. */
const moved = (line: Position[], degrees: number): Position[] =>
  line.map(([lng = 0, lat = 0]) => rounded([lng + degrees, lat]));

function coordinatesOf<Shape extends MultiPolygon | MultiLineString>(
  topology: Topology,
  name: string,
): Shape['coordinates'] {
  const found = feature(topology, topology.objects[name] as GeometryObject);
  return 'geometry' in found ? (found.geometry as Shape).coordinates : [];
}
