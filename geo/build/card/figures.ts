import type { Box } from '../../../src/map/box.ts';
import type { Point } from '../../../src/map/mercator.ts';
import type { Hue, Person } from '../../../src/story/story.ts';
import { escapeXml, FACE } from './rasteriser.ts';

/** A colour of the page in its light theme, by the name that `theme.css` gives it. */
export type Palette = (name: string) => string;

/** Reads the first of each pair in the one table of colours. */
export function readPalette(css: string): Palette {
  const pairs = css.matchAll(/--([a-z]+): light-dark\((#[0-9a-f]{6}), #[0-9a-f]{6}\)/g);
  const colours = new Map([...pairs].map(([, name = '', light = '']) => [name, light]));
  return (name) => {
    const colour = colours.get(name);
    if (colour === undefined) throw new Error(`theme.css has no colour --${name}`);
    return colour;
  };
}

/** Pixels of a label's letters: still read when the card is shown 500 px wide. */
export const LABEL_SIZE = 25;

/** Radii in pixels. */
export const RADIUS = { dot: 8, token: 25, seal: 27 } as const;

const moveTo = ([x, y]: Point): string => `translate(${x.toFixed(1)} ${y.toFixed(1)})`;

/** A guest as the map draws one: north a disc, south a ring, west a square, east a diamond. */
export function drawToken({ party, initials }: Person, point: Point, colour: Palette): string {
  const { hue } = party;
  const hollow = hue === 'other';
  const [tone, paper] = [colour(hue), colour('paper')];
  const [fill, line] = hollow ? [paper, tone] : [tone, paper];
  const size = RADIUS.token * (initials.length > 2 ? 0.74 : 0.92);
  return `<g transform="${moveTo(point)}">
<g fill="${fill}" stroke="${line}" stroke-width="3">${shapeOf(hue)}</g>
<text y="0.35em" ${FACE} font-size="${size}" text-anchor="middle" fill="${line}">${escapeXml(initials)}</text>
</g>`;
}

function shapeOf(hue: Hue): string {
  const r = RADIUS.token;
  const side = r * 1.72;
  const square = `x="${-side / 2}" y="${-side / 2}" width="${side}" height="${side}" rx="3"`;
  switch (hue) {
    case 'west':
      return `<rect ${square}/>`;
    case 'east':
      return `<rect ${square} transform="rotate(45)"/>`;
    case 'south':
      return `<circle r="${r}"/><circle r="${r - 4}" fill="none" stroke-width="2"/>`;
    case 'north':
    case 'other':
      return `<circle r="${r}"/>`;
  }
}

/** A seal: a disc with eight notches, and a tick in it. */
export function drawSeal(point: Point, colour: Palette): string {
  const rim = Array.from({ length: 16 }, (_, index) => {
    const [turn, reach] = [(index * Math.PI) / 8, RADIUS.seal * (index % 2 === 0 ? 1 : 0.76)];
    return `${(Math.cos(turn) * reach).toFixed(1)} ${(Math.sin(turn) * reach).toFixed(1)}`;
  });
  return `<g transform="${moveTo(point)}" stroke="${colour('paper')}">
<path d="M${rim.join('L')}Z" fill="${colour('ink')}" stroke-width="3" stroke-linejoin="round"/>
<path d="M-10 0.6L-3 8L10.6 -7.6" fill="none" stroke-width="5.5"/>
</g>`;
}

/** A place: a dot, or its own line where it has one. */
export function drawPlace(
  at: Point,
  lines: readonly (readonly Point[])[],
  colour: Palette,
): string {
  const [ink, paper] = [colour('ink'), colour('paper')];
  if (lines.length === 0) {
    return `<circle r="${RADIUS.dot}" transform="${moveTo(at)}" fill="${ink}" stroke="${paper}" stroke-width="3"/>`;
  }
  const d = lines.map((line) => `M${line.map((point) => point.join(' ')).join('L')}`).join('');
  return `<path d="${d}" fill="none" stroke="${paper}" stroke-width="9" stroke-linecap="round"/>
<path d="${d}" fill="none" stroke="${ink}" stroke-width="4" stroke-dasharray="5 3"/>`;
}

/** A name on a plate, as the page has it. */
export function drawLabel(name: string, { x, y, width, height }: Box, colour: Palette): string {
  const plate = `x="${x}" y="${y}" width="${width}" height="${height}" rx="4"`;
  return `<rect ${plate} fill="${colour('paper')}" fill-opacity="0.85"/>
<text x="${x + width / 2}" y="${y + height / 2 + LABEL_SIZE * 0.33}" ${FACE} font-size="${LABEL_SIZE}" text-anchor="middle" fill="${colour('ink')}">${escapeXml(name)}</text>`;
}
