import type { Bounds } from '../../story/story.ts';
import { scaleAt } from './mercator.ts';

/** A rectangle whose ground is finer than the rest of the world's. */
export interface FineGround {
  readonly id: string;
  /** Longitudes from −30 to 330. */
  readonly frame: Bounds;
}

/** The Korean peninsula with its seas, from Dalian and Shandong to Vladivostok and Kyushu. */
export const KOREA: readonly FineGround[] = [{ id: 'korea', frame: [119.5, 32.5, 133, 44] }];

/** The other places of the shipped story. Beijing's rectangle, with Bohai, meets Korea's. */
export const CITIES: readonly FineGround[] = [
  { id: 'singapore', frame: [101.5, -0.8, 106, 3.2] },
  { id: 'hanoi', frame: [104, 18.8, 108.6, 23.6] },
  { id: 'beijing', frame: [114, 37.4, 119.5, 41.5] },
  { id: 'new-york-washington', frame: [281.5, 36.8, 288, 42] },
];

/** What the ground of a story is: derived for it when its site was built, or the continents that every story has. */
export type GroundDetail = 'derived' | 'continents';

/**
 * The zoom to which each ground bears to be looked at: there it is accurate to a few pixels. A larger scale would suggest
 * more accuracy than it has.
 */
const CLOSEST_ZOOM: Readonly<Record<GroundDetail | 'fine', number>> = {
  fine: 9,
  derived: 8,
  continents: 6,
};

/**
 * The largest scale of a view of a story, or of an inset. Still map, live map and the checker of small frames ask here. Where
 * fine ground lies in the bounds, readers may go as near as that bears.
 */
export function closestOf(bounds: Bounds, detail: GroundDetail = 'derived'): number {
  const isFine = [...KOREA, ...CITIES].some(({ frame }) => isMeeting(bounds, frame));
  return scaleAt(CLOSEST_ZOOM[isFine ? 'fine' : detail]);
}

/** Whether two bounds have a common point, whatever turn of the earth each is written in. */
const isMeeting = ([west, south, east, north]: Bounds, other: Bounds): boolean =>
  [-360, 0, 360].some(
    (turn) =>
      west + turn < other[2] && east + turn > other[0] && south < other[3] && north > other[1],
  );
