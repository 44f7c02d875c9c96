import type { Box } from '../../map/labels/box.ts';
import type { Point } from '../../map/projection/mercator.ts';
import type { Hue, Party, Person } from '../../story/story.ts';
import type { Sign } from './moment.ts';
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
export const RADIUS = { dot: 8, token: 25, seal: 27, table: 32, plain: 15 } as const;

const moveTo = ([x, y]: Point): string => `translate(${x.toFixed(1)} ${y.toFixed(1)})`;

/** A guest as the map draws one: north a disc, south a ring, west a square, east a diamond. */
export function drawToken({ hue }: Party, initials: string, point: Point, colour: Palette): string {
  const [fill, line] = tonesOf(hue, colour);
  const size = RADIUS.token * (initials.length > 2 ? 0.74 : 0.92);
  return `<g transform="${moveTo(point)}">
<g fill="${fill}" stroke="${line}" stroke-width="3">${shapeOf(hue, RADIUS.token)}</g>
<text y="0.35em" ${FACE} font-size="${size}" text-anchor="middle" fill="${line}">${escapeXml(initials)}</text>
</g>`;
}

function tonesOf(hue: Hue, colour: Palette): readonly [fill: string, line: string] {
  const [tone, paper] = [colour(hue), colour('paper')];
  return hue === 'other' ? [paper, tone] : [tone, paper];
}

function shapeOf(hue: Hue, r: number): string {
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

/** What stands at the place of the event. */
export function drawSign(
  sign: Sign,
  guests: readonly Person[],
  point: Point,
  colour: Palette,
): string {
  if (sign === 'seal') return drawSeal(point, colour);
  return sign === 'table' ? drawTable(guests, point, colour) : drawPlain(point, colour);
}

/** More guests than this are not told apart at this size. */
const MOST_SEATS = 8;

/** A table, and a seat for each guest in the shape of the guest's party. */
function drawTable(guests: readonly Person[], point: Point, colour: Palette): string {
  const seats = guests.slice(0, MOST_SEATS).map(({ party: { hue } }, index, { length }) => {
    const turn = (index / length) * 2 * Math.PI + Math.PI;
    const [fill, line] = tonesOf(hue, colour);
    const [x, y] = [Math.cos(turn) * 23, Math.sin(turn) * 23];
    return `<g transform="${moveTo([x, y])}" fill="${fill}" stroke="${line}" stroke-width="2">${shapeOf(hue, 9)}</g>`;
  });
  return `<g transform="${moveTo(point)}">
<circle r="15" fill="${colour('paper')}" stroke="${colour('ink')}" stroke-width="3"/>
${seats.join('')}
</g>`;
}

/** A ring about a dot: here, and no more. */
const drawPlain = (point: Point, colour: Palette): string =>
  `<g transform="${moveTo(point)}">
<circle r="${RADIUS.plain - 2}" fill="${colour('paper')}" stroke="${colour('ink')}" stroke-width="4"/>
<circle r="5.5" fill="${colour('ink')}"/>
</g>`;

/** A seal: a disc with eight notches, and a tick in it. */
function drawSeal(point: Point, colour: Palette): string {
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
