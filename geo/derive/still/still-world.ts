import type { Position } from 'geojson';
import type { Country } from '../countries.ts';
import { wholeGround, withoutRings } from '../layers.ts';
import { isInFrame, keyOf, type Frame } from '../plane.ts';
import { degreesOutsideFocus, cosine, withCore, isSeen } from '../emphasis.ts';
import { createStill, type Still } from './still.ts';

/** Steps around the world. A step is 0.34 px of the overview. */
const SCALE = 6400;

/** In square pixels of the overview. Smaller islands, and vertices with a smaller triangle, are left out. */
const LEAST_ISLAND = 3.6;
const LEAST_TRIANGLE = 4;

/** Weights of the focus area's edges: their fjords and reefs would cost more bytes than East Asia. */
const EDGES: readonly (readonly [Frame, number])[] = [
  [[150, 50, 302, 64], 0.5],
  [[84, -26, 302, -4], 0.6],
  [[150, -26, 302, 30], 0.7],
];

/** Outside the focus area the weight of vertices falls over so many degrees to this share: outlines are enough there. */
const FADE = 8;
const OUTSIDE = 0.01;

/** Latitude from which detail is reduced, because Mercator enlarges the Arctic. */
const SWELLING = 56;

/** Weight of a border's vertices: a border is drawn thinner than a coast. */
const INLAND = 0.5;

/** Borders that lie completely west of this are left out: only a map three times as wide as high shows them. */
const BORDERS_FROM = 55.7;

const emphasisAt = withCore((point) => {
  const [, lat = 0] = point;
  const away = degreesOutsideFocus(point);
  const swelling = (cosine(Math.max(SWELLING, lat)) / cosine(SWELLING)) ** 2;
  const edges = away > 0 ? [] : EDGES.filter(([frame]) => isInFrame(point, frame));
  const share = Math.min(1, ...edges.map(([, each]) => each));
  return Math.max(OUTSIDE, 1 - away / FADE) * share * swelling;
});

const isKept = (ring: Position[]) => isSeen(ring, LEAST_ISLAND, emphasisAt);
const isNear = (line: Position[]) => line.some(([lon = 0]) => lon > BORDERS_FROM);

/** The world of the static basemap. No land is cut: Greenland, which 30° W would cut, reaches beyond 330° E. */
export function createStillWorld(countries: readonly Country[]): Still {
  const { land, borders } = withoutRings(wholeGround(countries), isKept);
  const near = { ...borders, coordinates: borders.coordinates.filter(isNear) };
  const inland = new Set(near.coordinates.flat().map(keyOf));
  return createStill({ land, borders: near }, SCALE, {
    least: LEAST_TRIANGLE,
    emphasis: (point) => emphasisAt(point) * (inland.has(keyOf(point)) ? INLAND : 1),
  });
}
