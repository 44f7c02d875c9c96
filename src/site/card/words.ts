import { overlaps, type Box } from '../../map/labels/box.ts';
import type { Size } from '../../map/projection/camera.ts';
import type { Point } from '../../map/projection/mercator.ts';
import { binarySearch } from '../../time/binary-search.ts';

/** Breaks a text into lines, each as long as `fits` allows. A word that is too long is a line of its own. */
export function wrap(text: string, fits: (line: string) => boolean): readonly string[] {
  return text.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    const longer = `${last ?? ''} ${word}`;
    return last !== undefined && fits(longer) ? [...lines.slice(0, -1), longer] : [...lines, word];
  }, []);
}

/** Cuts a line that is longer than `fits` allows, and ends it with “…”. */
export function shorten(line: string, fits: (line: string) => boolean): string {
  if (fits(line)) return line;
  const letters = [...line];
  const cut = (length: number): string => `${letters.slice(0, length).join('').trimEnd()}…`;
  return cut(binarySearch(letters.length, (length) => !fits(cut(length + 1))));
}

/** Breaks a text into at most `most` lines. The rest is cut. */
export function setLines(
  text: string,
  most: number,
  fits: (line: string) => boolean,
): readonly string[] {
  const lines = wrap(text, fits);
  const rest = lines.slice(most - 1).join(' ');
  return [...lines.slice(0, most - 1), ...(rest === '' ? [] : [rest])].map((line) =>
    shorten(line, fits),
  );
}

/** Step of the search, in pixels. */
const STEP = 12;

/**
 * Places the title where it hides least: over as few obstacles and as little coast as possible. Of equal positions it
 * takes the lowest one, then the leftmost one, where readers expect a caption.
 */
export function placeTitle(
  size: Size,
  frame: Size,
  margin: number,
  obstacles: readonly Box[],
  coast: readonly Point[],
): Box {
  let best: Box = { x: margin, y: frame.height - margin - size.height, ...size };
  let least = Infinity;
  for (let y = best.y; y >= margin; y -= STEP) {
    for (let x = margin; x <= frame.width - margin - size.width; x += STEP) {
      const box = { x, y, ...size };
      const covered = obstacles.filter((other) => overlaps(box, other)).length;
      const loss = 1e6 * covered + countIn(box, coast);
      if (loss < least) [best, least] = [box, loss];
    }
  }
  return best;
}

const countIn = ({ x, y, width, height }: Box, points: readonly Point[]): number =>
  points.filter(([px, py]) => px >= x && px <= x + width && py >= y && py <= y + height).length;
