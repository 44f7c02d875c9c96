import type {
  Feature,
  FeatureCollection,
  MultiLineString,
  MultiPolygon,
  Polygon,
  Position,
} from 'geojson';
import type { Topology } from 'topojson-specification';
import type { Country } from './countries.ts';
import { parseDemarcation } from './demarcation/demarcation.ts';
import { createLayers, type Layers } from './layers.ts';
import type { FineGround } from '../../src/map/projection/closest.ts';
import { pixelArea, ringOf } from './plane.ts';
import { seaOf } from './sea.ts';
import { thinned } from './thin/thin.ts';

/** About 0.8 km²: an island of two pixels across at zoom 9. */
const LEAST_ISLAND = 0.003;

/** A triangle of about 0.3 km²: the smallest that is visible at zoom 9. */
const LEAST_TRIANGLE = 0.001;

/** A ten-thousandth of a degree, 11 m: fine enough to hold the demarcation line's points exactly. */
const GRID = 0.0001;

const isKept = (ring: Position[]) => pixelArea(ring) >= LEAST_ISLAND;

function framePolygon({ id, frame }: FineGround): Feature<Polygon> {
  const geometry: Polygon = { type: 'Polygon', coordinates: [ringOf(frame)] };
  return { type: 'Feature', id, properties: {}, geometry };
}

export function framesOf(crops: readonly FineGround[]): FeatureCollection<Polygon> {
  return { type: 'FeatureCollection', features: crops.map(framePolygon) };
}

function joinedLines(all: readonly Layers[], name: 'coast' | 'borders'): MultiLineString {
  return {
    type: 'MultiLineString',
    coordinates: all.flatMap((layers) => layers[name].coordinates),
  };
}

function joinedPolygons(all: readonly MultiPolygon[]): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: all.flatMap((each) => each.coordinates) };
}

/** Some crops, with land, coast, borders and sea, in one topology. */
export function createCrops(countries: readonly Country[], crops: readonly FineGround[]): Topology {
  const all = crops.map(({ frame }) => createLayers(countries, frame, isKept));
  const layers = {
    land: joinedPolygons(all.map(({ land }) => land)),
    coast: joinedLines(all, 'coast'),
    borders: joinedLines(all, 'borders'),
    sea: joinedPolygons(crops.map(({ frame }) => seaOf(countries, frame, isKept))),
    frames: framesOf(crops),
  };
  return thinned(layers, { least: LEAST_TRIANGLE, grid: GRID, pinned: parseDemarcation() });
}
