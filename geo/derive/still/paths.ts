import type { Position } from 'geojson';

type Line = readonly Position[];

/** One way to draw a shape, and the position of the pen after it. */
interface Stroke {
  line: Line;
  end: Position;
}

/** All ways to draw a shape: a line from either end, a ring from any of its vertices. */
type StrokesOf = (shape: Line) => Stroke[];

const lineStrokes: StrokesOf = (line) =>
  [line, [...line].reverse()].map((each) => ({ line: each, end: each.at(-1) ?? [] }));

/** `z` draws the last edge of a ring and moves the pen back to the ring's beginning. */
const ringStrokes: StrokesOf = (ring) => {
  const open = ring.slice(0, -1);
  return open.map((end, index) => ({
    line: [...open.slice(index), ...open.slice(0, index)],
    end,
  }));
};

function jump([x = 0, y = 0]: Position, { line }: Stroke): number {
  const [toX = 0, toY = 0] = line[0] ?? [];
  return Math.abs(toX - x) + Math.abs(toY - y);
}

/** The stroke that begins nearest to the pen. Of equal ones the first. */
function nearest(pen: Position, strokes: readonly Stroke[]): Stroke | undefined {
  const jumps = strokes.map((stroke) => jump(pen, stroke));
  return strokes[jumps.indexOf(Math.min(...jumps))];
}

/** Draws every shape once, always the nearest one next: short jumps need fewer digits. */
function orderStrokes(shapes: readonly Line[], strokesOf: StrokesOf): Stroke[] {
  const left = shapes.map(strokesOf);
  const strokes: Stroke[] = [];
  let pen: Position = [0, 0];
  while (left.length > 0) {
    const next = nearest(pen, left.flat()) ?? { line: [], end: pen };
    left.splice(
      Math.max(
        0,
        left.findIndex((each) => each.includes(next)),
      ),
      1,
    );
    strokes.push(next);
    pen = next.end;
  }
  return strokes;
}

/** Relative steps from the pen to the first vertex, and from each vertex to the next. No space is needed before a minus. */
function formatStroke({ line }: Stroke, pen: Position): string {
  const steps = line.flatMap(([x = 0, y = 0], index) => {
    const [fromX = 0, fromY = 0] = line[index - 1] ?? pen;
    return [x - fromX, y - fromY];
  });
  return `m${steps.join(' ').replaceAll(' -', '-')}`;
}

function formatAll(shapes: readonly Line[], strokesOf: StrokesOf, suffix: string): string {
  const strokes = orderStrokes(shapes, strokesOf);
  const formatted = strokes.map((stroke, index) =>
    formatStroke(stroke, strokes[index - 1]?.end ?? [0, 0]),
  );
  return formatted.map((text) => text + suffix).join('');
}

/** Rings as SVG path data of relative steps. Coordinates are integers, and the first vertex is repeated at the end. */
export const formatRings = (rings: readonly Line[]): string => formatAll(rings, ringStrokes, 'z');

/** Lines with integer coordinates as SVG path data of relative steps. */
export const formatLines = (lines: readonly Line[]): string => formatAll(lines, lineStrokes, '');
