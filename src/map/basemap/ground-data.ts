import type { Inset } from '../../story/story.ts';
import type { LiveGrounds } from './style.ts';

/** SVG path data of the static basemap, in units of the plane times `scale`. */
export interface GroundPaths {
  readonly scale: number;
  /** Closed outlines of the land. They are stroked as the coast. */
  readonly land: string;
  readonly borders: string;
}

/** The bundled basemap: simplified paths for the static map, and finer GeoJSON, loaded later, for the live map. */
export interface GroundData {
  readonly world: GroundPaths;
  /** The most detailed paths of the static map for an inset. */
  readonly detail: (inset: Inset) => GroundPaths;
  readonly live: () => Promise<LiveGrounds>;
}

const loadLive = (): Promise<LiveGrounds> =>
  import('./live-grounds.ts').then((grounds) => grounds.loadLiveGrounds());

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
    const { paths: name = '', scale } = ground.dataset;
    drawn.set(name, { scale: Number(scale), land, borders });
  }
  const world = drawn.get('world') ?? { scale: 1, land: '', borders: '' };
  return { world, detail: ({ id }) => drawn.get(id) ?? world, live: loadLive };
}

/** The basemap from files, for a page that does not have it in its HTML. */
export const withLiveGrounds = (still: Omit<GroundData, 'live'>): GroundData => ({
  ...still,
  live: loadLive,
});
