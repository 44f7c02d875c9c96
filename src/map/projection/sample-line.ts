import type { Point } from './mercator.ts';

/** Least width of a zone's band, in pixels, at which hatching can be seen. */
export const THINNEST_BAND = 7;

/** Points along a line, at most `width` apart: boxes of that width around them cover the line. */
export function sampleLine(line: readonly Point[], width: number): readonly Point[] {
  const samples: Point[] = [];
  for (const [x, y] of line) {
    const [fromX, fromY] = samples.at(-1) ?? [x, y];
    const steps = Math.floor(Math.hypot(x - fromX, y - fromY) / width);
    if (samples.length === 0) samples.push([x, y]);
    for (let step = 1; step <= steps; step++) {
      samples.push([fromX + ((x - fromX) * step) / steps, fromY + ((y - fromY) * step) / steps]);
    }
  }
  return samples;
}
