import type { Box } from '../../map/labels/box.ts';
import type { Size } from '../../map/projection/camera.ts';
import type { Palette } from './figures.ts';
import { escapeXml, FACE, HEADLINE, type Rasteriser } from './rasteriser.ts';
import { setLines } from './words.ts';

/** How a text is set: its face, its letters' size and its leading in pixels, and how far it may run. */
export interface Setting {
  readonly face: string;
  readonly size: number;
  readonly leading: number;
  readonly widest: number;
  readonly most: number;
}
export const TITLE: Setting = { face: HEADLINE, size: 72, leading: 76, widest: 700, most: 3 };
export const LEAD: Setting = { face: FACE, size: 33, leading: 42, widest: 700, most: 2 };

/** A text as it is set. */
export interface Block extends Setting {
  readonly lines: readonly string[];
}

export function createBlock(text: string, setting: Setting, widthOf: Rasteriser['widthOf']): Block {
  const { face, size, widest, most } = setting;
  return { lines: setLines(text, most, (line) => widthOf(line, face, size) <= widest), ...setting };
}

/** The room that blocks take, one below the other. */
export const sizeOf = (blocks: readonly Block[], widthOf: Rasteriser['widthOf']): Size => ({
  width: Math.max(
    ...blocks.flatMap(({ lines, face, size }) => lines.map((line) => widthOf(line, face, size))),
  ),
  height: blocks.reduce((sum, { lines, leading }) => sum + lines.length * leading, 0),
});

/** With a rim in the colour of the sea, so that words are read over a coast too. */
export function drawBlocks(blocks: readonly Block[], { x, y }: Box, colour: Palette): string {
  let foot = y;
  const texts = blocks.flatMap(({ lines, face, size, leading }) =>
    lines.map((line) => {
      foot += leading;
      return `<text x="${x}" y="${foot - leading * 0.24}" ${face} font-size="${size}">${escapeXml(line)}</text>`;
    }),
  );
  return `<g fill="${colour('ink')}" stroke="${colour('sea')}" stroke-width="7" stroke-linejoin="round" paint-order="stroke">${texts.join('')}</g>`;
}
