import type { Point } from './mercator.ts';

/** A band on the ground is never thinner, in pixels, than can be seen hatched. */
export const THINNEST_BAND = 7;

/** A line as a string of beads, none farther from the next than its width: together they cover it. */
export function sampleLine(line: readonly Point[], width: number): readonly Point[] {
  const beads: Point[] = [];
  for (const [x, y] of line) {
    const [fromX, fromY] = beads.at(-1) ?? [x, y];
    const steps = Math.floor(Math.hypot(x - fromX, y - fromY) / width);
    if (beads.length === 0) beads.push([x, y]);
    for (let step = 1; step <= steps; step++) {
      beads.push([fromX + ((x - fromX) * step) / steps, fromY + ((y - fromY) * step) / steps]);
    }
  }
  return beads;
}
