import peninsula from '../../../geo/basemap/still-peninsula.json';
import world from '../../../geo/basemap/still-world.json';
import type { Bounds } from '../../story/story.ts';
import type { GroundData } from './ground-data.ts';

/** The still map's ground from its files, for the server render: in the browser the page itself holds it. */
export function createStillGrounds(): GroundData {
  return {
    world,
    detail: ({ bounds }) => (contains(peninsula.frame, bounds) ? peninsula : world),
    live: () => Promise.reject(new Error('There is no live map in a server render.')),
  };
}

function contains(outer: readonly number[], [west, south, east, north]: Bounds): boolean {
  const [left = west, bottom = south, right = east, top = north] = outer;
  return left <= west && bottom <= south && right >= east && top >= north;
}
