import type { Size } from './camera.ts';
import type { Box } from './box.ts';

/** A button's side in pixels, by mouse and by finger. */
const SIDE = { fine: 30, coarse: 44 };

/** Narrower than this, in pixels, a map has no room for the button that shows the whole of it again. */
export const ROOMY = 620;

/** The buttons in the lower right corner, which labels keep clear whether or not they are shown yet. */
export function controlsBox({ width, height }: Size, target: number): Box {
  const side = target > 24 ? SIDE.coarse : SIDE.fine;
  const buttons = width < ROOMY ? 2 : 3;
  const box = { width: buttons * side + 14, height: side + 14 };
  return { x: width - box.width, y: height - box.height, ...box };
}
