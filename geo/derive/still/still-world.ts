import type { Position } from 'geojson';
import type { Country } from '../atlas.ts';
import { createGround } from '../layers.ts';
import { wholeCountries } from '../pacific.ts';
import { isInFrame, keyOf, type Frame } from '../plane.ts';
import { awayFromStage, cosine, heartfelt, isSeen } from '../stage.ts';
import { createStill, type Still } from './still.ts';

/** Steps around the world: 0.34 px where the stage is 1300 px wide. */
const SCALE = 6400;

/** In square pixels of the overview: islands of fewer go, and so do bends whose triangle has fewer. */
const LEAST_ISLAND = 3.6;
const LEAST_TRIANGLE = 4;

/** Fjords and reefs at the edges of the stage, which would cost more than all of East Asia. */
const WINGS: readonly (readonly [Frame, number])[] = [
  [[150, 50, 302, 64], 0.5],
  [[84, -26, 302, -4], 0.6],
  [[150, -26, 302, 30], 0.7],
];

/** Off the stage bends fade over so many degrees to this share: a continent is known by its outline. */
const FADE = 8;
const OFF_STAGE = 0.01;

/** North of it Mercator swells what few look for. */
const SWELLING = 56;

/** A border is drawn thinner than a coast. */
const INLAND = 0.5;

/** Borders wholly west of Central Asia are left out: only a map three times as wide as high shows them. */
const BORDERS_FROM = 55.7;

const emphasisAt = heartfelt((point) => {
  const [, lat = 0] = point;
  const away = awayFromStage(point);
  const swelling = (cosine(Math.max(SWELLING, lat)) / cosine(SWELLING)) ** 2;
  const wings = away > 0 ? [] : WINGS.filter(([frame]) => isInFrame(point, frame));
  const share = Math.min(1, ...wings.map(([, each]) => each));
  return Math.max(OFF_STAGE, 1 - away / FADE) * share * swelling;
});

const isKept = (ring: Position[]) => isSeen(ring, LEAST_ISLAND, emphasisAt);
const isNear = (line: Position[]) => line.some(([lon = 0]) => lon > BORDERS_FROM);

/** The world of the first view. No land is cut: what 30° W would cut, Greenland, reaches beyond 330° E. */
export function createStillWorld(countries: readonly Country[]): Still {
  const { land, borders } = createGround(wholeCountries(countries), isKept);
  const near = { ...borders, coordinates: borders.coordinates.filter(isNear) };
  const inland = new Set(near.coordinates.flat().map(keyOf));
  return createStill({ land, borders: near }, SCALE, {
    least: LEAST_TRIANGLE,
    emphasis: (point) => emphasisAt(point) * (inland.has(keyOf(point)) ? INLAND : 1),
  });
}
