import { nearestTo } from '../../story/date-line.ts';
import type { Bounds, Inset, Place } from '../../story/story.ts';
import { Layout, type SharedInput } from '../layer/layout.svelte.ts';
import { fitCamera, isInside, type Size } from '../projection/camera.ts';
import { closestOf } from '../projection/closest.ts';
import { nameplateOf } from './inset-geometry.ts';

/** The layout of an inset, which shows its part of the world and never moves. */
export function createInsetLayout(
  { bounds }: Inset,
  shared: () => SharedInput,
  sizeOf: () => Size,
  /** The largest scale of bounds. */
  closestIn: (bounds: Bounds) => number = closestOf,
): Layout {
  const middle = (bounds[0] + bounds[2]) / 2;
  const owns = ({ point: [lng, lat] }: Place): boolean =>
    isInside(bounds, [nearestTo(lng, middle), lat]);
  const still = $derived.by(() => {
    const size = sizeOf();
    const closest = closestIn(bounds);
    const camera = fitCamera(bounds, size, closest);
    return { owns, size, camera, closest, obstacles: [nameplateOf(size)], ties: [] };
  });
  return new Layout(() => ({ ...shared(), ...still }));
}
