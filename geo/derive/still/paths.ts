import type { Position } from 'geojson';

type Line = readonly Position[];

/** One way to draw a shape, and where it leaves the pen. */
interface Stroke {
  line: Line;
  rest: Position;
}

/** All the ways to draw a shape: a line from either end, a ring from any of its vertices. */
type Ways = (shape: Line) => Stroke[];

const lineWays: Ways = (line) =>
  [line, [...line].reverse()].map((way) => ({ line: way, rest: way.at(-1) ?? [] }));

/** `z` draws the last edge of a ring and puts the pen back to where the ring began. */
const ringWays: Ways = (ring) => {
  const open = ring.slice(0, -1);
  return open.map((rest, index) => ({
    line: [...open.slice(index), ...open.slice(0, index)],
    rest,
  }));
};

function jump([x = 0, y = 0]: Position, { line }: Stroke): number {
  const [toX = 0, toY = 0] = line[0] ?? [];
  return Math.abs(toX - x) + Math.abs(toY - y);
}

/** The stroke that begins nearest to the pen; of equals the first. */
function nearest(pen: Position, strokes: readonly Stroke[]): Stroke | undefined {
  const jumps = strokes.map((stroke) => jump(pen, stroke));
  return strokes[jumps.indexOf(Math.min(...jumps))];
}

/** Every shape once, always on to the one that is nearest: short jumps are short text. */
function strokesOf(shapes: readonly Line[], ways: Ways): Stroke[] {
  const left = shapes.map(ways);
  const strokes: Stroke[] = [];
  let pen: Position = [0, 0];
  while (left.length > 0) {
    const next = nearest(pen, left.flat()) ?? { line: [], rest: pen };
    left.splice(
      Math.max(
        0,
        left.findIndex((each) => each.includes(next)),
      ),
      1,
    );
    strokes.push(next);
    pen = next.rest;
  }
  return strokes;
}

/** From the pen to the first vertex and on from each to the next. A minus parts numbers as a space does. */
function formatStroke({ line }: Stroke, pen: Position): string {
  const steps = line.flatMap(([x = 0, y = 0], index) => {
    const [fromX = 0, fromY = 0] = line[index - 1] ?? pen;
    return [x - fromX, y - fromY];
  });
  return `m${steps.join(' ').replaceAll(' -', '-')}`;
}

function formatAll(shapes: readonly Line[], ways: Ways, end: string): string {
  const strokes = strokesOf(shapes, ways);
  const formatted = strokes.map((stroke, index) =>
    formatStroke(stroke, strokes[index - 1]?.rest ?? [0, 0]),
  );
  return formatted.map((text) => text + end).join('');
}

/** Rings, in whole numbers and with their first vertex repeated, as SVG path data of relative steps. */
export const formatRings = (rings: readonly Line[]): string => formatAll(rings, ringWays, 'z');

/** Lines in whole numbers as SVG path data of relative steps. */
export const formatLines = (lines: readonly Line[]): string => formatAll(lines, lineWays, '');
