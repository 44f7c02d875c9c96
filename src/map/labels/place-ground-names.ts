import type { Size } from '../projection/camera.ts';
import type { Point } from '../projection/mercator.ts';
import { overlaps, type Box } from './box.ts';
import { LABEL_SIZE, textScale, widthOf } from './measure-text.ts';

/** Font size of the names of lands and seas, in pixels at the default text size. Smaller than the names of places. */
export const GROUND_SIZE = 11;

/** Space between two letters, as a share of the font size. */
export const GROUND_SPACING = 0.06;

/** Height of a line, as a share of the font size. */
export const GROUND_LEADING = 1.2;

/** How much wider than its land a name may be. It may stand over the coast a little, as on a printed map. */
const OVERHANG = 1.15;

/** Where a name is tried about each of its spots, in pixels: by thirds of a line up or down, and a little aside. */
const NUDGES: readonly Point[] = [0, -14, 14].flatMap((dx) =>
  [0, -4, 4, -8, 8, -12, 12].map((dy): Point => [dx, dy]),
);

/** Least space between a name and the frame's edge, in pixels. */
const GAP = 3;

/** The name of a land or sea with what is known of its room, in pixels. */
export interface GroundNameRequest {
  readonly id: string;
  /** One text for each line. */
  readonly texts: readonly string[];
  /** How wide the land or sea is. */
  readonly room: number;
  /** Where the middle of the name may be, the best position first. */
  readonly spots: readonly Point[];
}

/** What is in a frame of the map. `lines`: boxes along lines that a name keeps clear of if it can. */
interface Surroundings {
  readonly obstacles: readonly Box[];
  readonly lines: readonly Box[];
  readonly frame: Size;
}

/** A name that has room, with its middle in pixels. */
export interface PlacedGroundName {
  readonly id: string;
  readonly texts: readonly string[];
  readonly at: Point;
}

function sizeOf(texts: readonly string[]): Size {
  const size = GROUND_SIZE * textScale(GROUND_SIZE);
  // Labels are bold and larger. So this is rather too wide than too narrow.
  const widths = texts.map(
    (text) =>
      (widthOf(text) * size) / (LABEL_SIZE * textScale()) + text.length * size * GROUND_SPACING,
  );
  return { width: Math.max(...widths), height: texts.length * size * GROUND_LEADING };
}

/**
 * Places the names of lands and seas, one after another: each at or near its first spot in the frame where it covers
 * nothing that is taken, and no line if that is possible. A name without such a spot, or longer than its land is wide, is left out. The same input always gives the
 * same names, so scrubbing back restores those of before.
 */
export function placeGroundNames(
  requests: readonly GroundNameRequest[],
  { obstacles, lines, frame }: Surroundings,
): readonly PlacedGroundName[] {
  const taken = [...obstacles];
  const isFree = (box: Box, others: readonly Box[]): boolean =>
    isInside(box, frame) && !others.some((other) => overlaps(box, other));
  return requests.flatMap(({ id, texts, room, spots }) => {
    const size = sizeOf(texts);
    if (size.width > room * OVERHANG) return [];
    const boxes = NUDGES.flatMap(([dx, dy]) =>
      spots.map(([x, y]) => ({
        x: x + dx - size.width / 2,
        y: y + dy - size.height / 2,
        ...size,
      })),
    );
    const box =
      boxes.find((one) => isFree(one, taken) && isFree(one, lines)) ??
      boxes.find((one) => isFree(one, taken));
    if (!box) return [];
    taken.push(box);
    return [{ id, texts, at: [box.x + box.width / 2, box.y + box.height / 2] as const }];
  });
}

const isInside = ({ x, y, width, height }: Box, frame: Size): boolean =>
  x >= GAP && y >= GAP && x + width <= frame.width - GAP && y + height <= frame.height - GAP;
