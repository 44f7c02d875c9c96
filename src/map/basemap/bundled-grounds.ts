import peninsula from '../../../geo/basemap/still-peninsula.json';
import world from '../../../geo/basemap/still-world.json';
import type { Bounds } from '../../story/story.ts';
import { withLiveGrounds, type GroundData } from './ground-data.ts';

/** The basemap of any story, from its files, for the library. A page reads its own from its HTML instead. */
export const bundledGrounds: GroundData = withLiveGrounds({
  world,
  detail: 'continents',
  inset: ({ bounds }) => (contains(peninsula.frame, bounds) ? peninsula : world),
});

function contains(outer: readonly number[], [west, south, east, north]: Bounds): boolean {
  const [left = west, bottom = south, right = east, top = north] = outer;
  return left <= west && bottom <= south && right >= east && top >= north;
}
