import type { GroundData } from './data.ts';
import { createStillGrounds } from './still.ts';

/** The whole ground from its files, for a page that has nothing of it in its HTML. */
export function createBundledGrounds(): GroundData {
  return {
    ...createStillGrounds(),
    live: async () => (await import('./live-grounds.ts')).loadLiveGrounds(),
  };
}
