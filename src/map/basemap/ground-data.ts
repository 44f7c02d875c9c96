import type { Inset } from '../../story/story.ts';
import type { GroundDetail } from '../projection/closest.ts';
import { parseNames, type GroundName } from './ground-names.ts';
import type { LiveGrounds } from './style.ts';

/** SVG path data of the static basemap, in units of the plane times `scale`. */
export interface GroundPaths {
  readonly scale: number;
  /** From where to where the paths reach, in degrees. A map draws a copy for each turn of the earth that it shows of that. */
  readonly west: number;
  readonly east: number;
  /** Closed outlines of the land. They are stroked as the coast. */
  readonly land: string;
  readonly borders: string;
}

/** The basemap of a story: simplified paths for the static map, and finer GeoJSON, loaded later, for the live map. */
export interface GroundData {
  readonly world: GroundPaths;
  /** The most detailed paths of the static map for an inset. */
  readonly inset: (inset: Inset) => GroundPaths;
  /** Lands and seas that have names on the map. */
  readonly names: readonly GroundName[];
  /** Decides how near the map goes. */
  readonly detail: GroundDetail;
  /** The story's own ground for the live map, relative to the page. Empty if the continents are fine enough for it. */
  readonly file?: string | undefined;
  readonly live: () => Promise<LiveGrounds>;
}

const loadLive = (file?: string): Promise<LiveGrounds> =>
  import('./live-grounds.ts').then((grounds) => grounds.loadLiveGrounds(file));

/**
 * Reads the basemap from the page's own SVG, by the names that `StaticBasemap.svelte` gives it. A file would be 10 kB
 * (gzip) more. A path that is missing is not drawn.
 */
export function readGrounds(page: ParentNode): GroundData {
  const drawn = new Map<string, GroundPaths>();
  for (const ground of page.querySelectorAll<SVGElement>('[data-paths]')) {
    const [land = '', borders = ''] = Array.from(
      ground.querySelectorAll('path'),
      (path) => path.getAttribute('d') ?? '',
    );
    const { paths: name = '' } = ground.dataset;
    const [scale = 1, west = 0, east = 0] = (ground.dataset['reach'] ?? '').split(' ').map(Number);
    drawn.set(name, { scale, west, east, land, borders });
  }
  const world = drawn.get('world') ?? { scale: 1, west: 0, east: 0, land: '', borders: '' };
  const file = page.querySelector<SVGElement>('[data-live-ground]')?.dataset['liveGround'];
  return {
    world,
    inset: ({ id }) => drawn.get(id) ?? world,
    detail: file === undefined ? 'continents' : 'derived',
    file,
    names: parseNames(page.querySelector<SVGElement>('[data-names]')?.dataset['names'] ?? ''),
    live: () => loadLive(file || undefined),
  };
}

/** The basemap from files, for a page that does not have it in its HTML. */
export const withLiveGrounds = (still: Omit<GroundData, 'live'>): GroundData => ({
  ...still,
  live: () => loadLive(still.file),
});
