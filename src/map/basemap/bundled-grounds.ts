import names from '../../../geo/basemap/names.json';
import peninsula from '../../../geo/basemap/still-peninsula.json';
import world from '../../../geo/basemap/still-world.json';
import type { Bounds } from '../../story/story.ts';
import { withLiveGrounds, type GroundData } from './ground-data.ts';
import { namesOf, type NameRow } from './ground-names.ts';

/** The narrowest lands and seas that a story of any region has names of, in degrees. */
const LEAST_SPAN = 1;

/** The basemap of any story, from its files, for the library. A page reads its own from its HTML instead. */
export const bundledGrounds: GroundData = withLiveGrounds({
  world,
  detail: 'continents',
  names: namesOf(names as unknown as readonly NameRow[]).filter(({ span }) => span >= LEAST_SPAN),
  inset: ({ bounds }) => (contains(peninsula.frame, bounds) ? peninsula : world),
});

function contains(outer: readonly number[], [west, south, east, north]: Bounds): boolean {
  const [left = west, bottom = south, right = east, top = north] = outer;
  return left <= west && bottom <= south && right >= east && top >= north;
}
