import type { Inset } from '../../story/story.ts';
import type { LiveGrounds } from './style.ts';

/** SVG path data of the static basemap, in units of the plane times `scale`. */
export interface GroundPaths {
  readonly scale: number;
  /** Closed shores; their outline is drawn as the coast. */
  readonly land: string;
  readonly borders: string;
}

/** The bundled basemap: light paths for the static map at once, finer GeoJSON for the live map later. */
export interface GroundData {
  readonly world: GroundPaths;
  /** The paths that show an inset as finely as the static map has it. */
  readonly detail: (inset: Inset) => GroundPaths;
  readonly live: () => Promise<LiveGrounds>;
}

const loadLive = (): Promise<LiveGrounds> =>
  import('./live-grounds.ts').then((grounds) => grounds.loadLiveGrounds());

/**
 * Reads the basemap off the page's own drawing, where `StaticBasemap.svelte` has named it: as a file it would be 10 kB
 * (gzip) more. What is not there is not drawn.
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

/** The same from files, for a page that has nothing of it in its HTML. */
export const withLiveGrounds = (still: Omit<GroundData, 'live'>): GroundData => ({
  ...still,
  live: loadLive,
});
