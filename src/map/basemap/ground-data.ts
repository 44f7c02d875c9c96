import type { Inset } from '../../story/story.ts';
import type { GroundPaths } from './ground-paths.ts';
import type { LiveGrounds } from './style.ts';

/** The bundled ground: light paths for the still map at once, finer GeoJSON for the live map later. */
export interface GroundData {
  readonly world: GroundPaths;
  /** The paths that show an inset as finely as the still map has it. */
  readonly detail: (inset: Inset) => GroundPaths;
  readonly live: () => Promise<LiveGrounds>;
}

const NOTHING: GroundPaths = { scale: 1, land: '', borders: '' };

/** Reads the ground off the page's own still map, so that it is not downloaded a second time. */
export function readGrounds(page: ParentNode): GroundData {
  const drawn = new Map<string, GroundPaths>();
  for (const ground of page.querySelectorAll<SVGElement>('[data-paths]')) {
    const [land = '', borders = ''] = Array.from(
      ground.querySelectorAll('path'),
      (path) => path.getAttribute('d') ?? '',
    );
    const { paths = '', scale } = ground.dataset;
    drawn.set(paths, { scale: Number(scale), land, borders });
  }
  const world = drawn.get('world') ?? NOTHING;
  return {
    world,
    detail: ({ id }) => drawn.get(id) ?? world,
    live: () => import('./live-grounds.ts').then((grounds) => grounds.loadLiveGrounds()),
  };
}
