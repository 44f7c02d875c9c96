import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { mercatorAt, type Point } from './mercator.ts';

/** A piece of ground as `geo/build` writes it; longitudes run on past 180 where a frame needs it. */
export type GroundTopology = Topology<{
  land: MultiPolygon & { type: 'MultiPolygon'; arcs: number[][][] };
  coast: MultiLineString & { type: 'MultiLineString'; arcs: number[][] };
  borders: MultiLineString & { type: 'MultiLineString'; arcs: number[][] };
  /** Crops only: their sea, and the rectangles that they fill. */
  sea?: MultiPolygon & { type: 'MultiPolygon'; arcs: number[][][] };
  frames?: GeometryCollection;
}>;

/** GeoJSON, for the live map. */
export interface Ground {
  readonly land: Feature<MultiPolygon>;
  readonly coast: Feature<MultiLineString>;
  readonly borders: Feature<MultiLineString>;
  /** Painted over a coarser land before this one; empty for the world. */
  readonly sea: Feature<MultiPolygon>;
  /** The rectangles within which this ground replaces a coarser one. */
  readonly frames: FeatureCollection<Polygon>;
}

/** A thousand units for the world's width, with three digits, hold a 40 m step: finer than the data. */
export const UNIT = 1000;

const NOTHING: Feature<MultiPolygon> = {
  type: 'Feature',
  properties: {},
  geometry: { type: 'MultiPolygon', coordinates: [] },
};

export function parseGround(topology: unknown): Ground {
  const ground = topology as GroundTopology;
  const { land, coast, borders, sea, frames } = ground.objects;
  return {
    land: feature(ground, land) as unknown as Feature<MultiPolygon>,
    coast: feature(ground, coast) as unknown as Feature<MultiLineString>,
    borders: feature(ground, borders) as unknown as Feature<MultiLineString>,
    sea: sea ? (feature(ground, sea) as unknown as Feature<MultiPolygon>) : NOTHING,
    frames: frames
      ? (feature(ground, frames) as unknown as FeatureCollection<Polygon>)
      : { type: 'FeatureCollection', features: [] },
  };
}

type Line = readonly (readonly number[])[];

/** Path data of a line on the plane. */
export function formatLine(line: Line): string {
  return `M${line.map(([lng = 0, lat = 0]) => formatUnit(mercatorAt([lng, lat]))).join('L')}`;
}

const formatUnit = ([x, y]: Point): string => `${round(x)} ${round(y)}`;
const round = (value: number): number => Math.round(value * UNIT * 1000) / 1000;
