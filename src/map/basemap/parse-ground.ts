import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson';

/** A piece of basemap as `geo/derive` writes it. Longitudes continue past 180 if a frame needs that. */
export type GroundTopology = Topology<{
  land: MultiPolygon & { type: 'MultiPolygon'; arcs: number[][][] };
  coast: MultiLineString & { type: 'MultiLineString'; arcs: number[][] };
  borders: MultiLineString & { type: 'MultiLineString'; arcs: number[][] };
  /** In crops only: their sea, and the rectangles that they fill. */
  sea?: MultiPolygon & { type: 'MultiPolygon'; arcs: number[][][] };
  frames?: GeometryCollection;
}>;

/** GeoJSON, for the live map. */
export interface Ground {
  readonly land: Feature<MultiPolygon>;
  readonly coast: Feature<MultiLineString>;
  readonly borders: Feature<MultiLineString>;
  /** Painted over the coarser land, below this piece's own land. Empty for the world. */
  readonly sea: Feature<MultiPolygon>;
  /** The rectangles in which this piece replaces the coarser one. */
  readonly frames: FeatureCollection<Polygon>;
}

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
