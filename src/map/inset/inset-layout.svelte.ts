import type { Bounds, Inset, Place } from '../../story/story.ts';
import { Layout, type SharedInput } from '../layer/layout.svelte.ts';
import { fitCamera, isInside, type Size } from '../projection/camera.ts';
import { unwrapTo } from '../projection/mercator.ts';
import { nameplateOf } from './inset-geometry.ts';

/** The layout of an inset, which shows its part of the world and never moves. */
export function createInsetLayout(
  { bounds }: Inset,
  frame: Bounds,
  shared: () => SharedInput,
  sizeOf: () => Size,
): Layout {
  const owns = (place: Place): boolean => isInside(bounds, unwrapTo(frame, place.point));
  const still = $derived.by(() => {
    const size = sizeOf();
    return { owns, size, camera: fitCamera(bounds, size), obstacles: [nameplateOf(size)] };
  });
  return new Layout(() => ({ ...shared(), ...still }));
}
