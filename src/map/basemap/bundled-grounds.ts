import type { GroundData } from './ground-data.ts';
import { createStillGrounds } from './static-basemap.ts';

/** The whole ground from its files, for a page that has nothing of it in its HTML. */
export function createBundledGrounds(): GroundData {
  return {
    ...createStillGrounds(),
    live: async () => (await import('./live-grounds.ts')).loadLiveGrounds(),
  };
}
