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
  const tallest = (world.height * 0.8) / all.length;
  const height = Math.round(Math.min(tallest, (world.width * 0.355) / aspect));
  const width = Math.round(height * aspect);
  return {
    x: Math.round(world.width * 0.52 - width / 2),
    y: world.height - height - 10 - all.indexOf(inset) * Math.round(tallest + 10),
    width,
    height,
    apart: false,
  };
}
