import { insetBoxOf } from '../../src/story/parse/build/place-insets.ts';
import { THAW } from '../fixtures/shipped.ts';
import { aspectOf, type Size } from '../../src/map/projection/camera.ts';
import type { InsetBox } from '../../src/map/inset/inset-geometry.ts';
import type { Inset } from '../../src/story/story.ts';

/*
 * The rules of `src/map/arrangement.css` once more, for tests without a browser. When a number changes there, a test in
 * `tests/readme.test.ts` fails; then change it here too.
 */

/** Narrower than this, in pixels, a page's insets stand below the world. */
export const NARROW = 620;

/** The world's box is as high as its width asks for: on a screen that is high enough. */
export const worldOf = (width: number, aspect: number): Size => ({ width, height: width / aspect });

/** An inset's box on a page whose world has a size. */
export function boxOf(inset: Inset, all: readonly Inset[], world: Size): InsetBox {
  const aspect = aspectOf(inset.bounds);
  if (world.width < NARROW) {
    const height = Math.round(Math.min(world.width * 0.78, world.width / aspect));
    return { x: 0, y: world.height + 1, width: world.width, height, apart: true };
  }
  if (!inset.slot) throw new Error('This inset has no slot over the world.');
  const map = { frame: THAW.frame, count: all.length, world };
  return { ...insetBoxOf(inset.bounds, inset.slot, map), apart: false };
}
