import type { Box } from '../../map/labels/box.ts';
import type { Size } from '../../map/projection/camera.ts';
import { FACE, HEADLINE, type Face, type Rasteriser } from './rasteriser.ts';
import { setLines } from './words.ts';

/** Typesetting of a text: font, size, line height and greatest width in pixels, and greatest number of lines. */
export interface Setting {
  readonly face: Face;
  readonly size: number;
  readonly leading: number;
  readonly widest: number;
  readonly most: number;
}
export const TITLE: Setting = { face: HEADLINE, size: 72, leading: 76, widest: 700, most: 3 };
export const LEAD: Setting = { face: FACE, size: 33, leading: 42, widest: 700, most: 2 };

/** Font size of a name in pixels. It is readable when the card is shown 500 px wide. */
export const LABEL_SIZE = 25;

/** A text, broken into lines. */
export interface Block extends Setting {
  readonly lines: readonly string[];
}

export function createBlock(text: string, setting: Setting, widthOf: Rasteriser['widthOf']): Block {
  const { face, size, widest, most } = setting;
  return { lines: setLines(text, most, (line) => widthOf(line, face, size) <= widest), ...setting };
}

/** The size of blocks, one below the other. */
export const sizeOf = (blocks: readonly Block[], widthOf: Rasteriser['widthOf']): Size => ({
  width: Math.max(
    ...blocks.flatMap(({ lines, face, size }) => lines.map((line) => widthOf(line, face, size))),
  ),
  height: blocks.reduce((sum, { lines, leading }) => sum + lines.length * leading, 0),
});

/** A line of text at the position of its baseline's beginning. */
export interface SetLine extends Pick<Setting, 'face' | 'size'> {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Distance of the baseline from the bottom of its line, as a share of the line height. */
const DESCENT = 0.24;

export function placeLines(blocks: readonly Block[], { x, y }: Box): readonly SetLine[] {
  let bottom = y;
  return blocks.flatMap(({ lines, face, size, leading }) =>
    lines.map((text) => {
      bottom += leading;
      return { text, face, size, x, y: bottom - leading * DESCENT };
    }),
  );
}
