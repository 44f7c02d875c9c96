import type { Size } from '../projection/camera.ts';
import type { Point } from '../projection/mercator.ts';
import { overlaps, type Box } from './box.ts';
import { LABEL_SIZE, textScale, widthOf } from './measure-text.ts';

/** Font size of the names of lands and seas, in pixels at the default text size. Smaller than the names of places. */
export const GROUND_SIZE = 11;

/** Space between two letters, as a share of the font size. */
const GROUND_SPACING = 0.06;

/** Letters that stand apart, so that more space between them looks well. Others join, or have marks above and below. */
const APART =
  /^[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hang}\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\P{L}]*$/u;

/** Space between the letters of a name, as a share of the font size. */
export const spacingOf = (text: string): number => (APART.test(text) ? GROUND_SPACING : 0);

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
  /** Whether the name may stand on a line if there is no other room. */
  readonly main: boolean;
}

/** What is in a frame of the map. `lines`: boxes along lines that a name keeps clear of. */
interface Surroundings {
  readonly obstacles: readonly Box[];
  readonly lines: readonly Box[];
  readonly frame: Size;
}

/** A name that has room, in pixels. `at`: its middle. */
export interface PlacedGroundName {
  readonly id: string;
  readonly texts: readonly string[];
  readonly at: Point;
  readonly box: Box;
}

function sizeOf(texts: readonly string[]): Size {
  const size = GROUND_SIZE * textScale(GROUND_SIZE);
  // Labels are bold and larger. So this is rather too wide than too narrow.
  const widths = texts.map(
    (text) =>
      (widthOf(text) * size) / (LABEL_SIZE * textScale()) + text.length * size * spacingOf(text),
  );
  return { width: Math.max(...widths), height: texts.length * size * GROUND_LEADING };
}

/**
 * Places the names of lands and seas, one after another: each at or near its first spot in the frame where it covers
 * nothing that is taken, and no line. A main name stands on a line rather than nowhere. A name of two words may be in two
 * lines. A name without such a spot, or longer than its land is wide, is left out. The same input always gives the same
 * names, so scrubbing back restores those of before.
 */
export function placeGroundNames(
  requests: readonly GroundNameRequest[],
  { obstacles, lines, frame }: Surroundings,
): readonly PlacedGroundName[] {
  const taken = [...obstacles];
  const isFree = (box: Box, others: readonly Box[]): boolean =>
    isInside(box, frame) && !others.some((other) => overlaps(box, other));
  return requests.flatMap(({ id, texts, room, spots, main }) => {
    const places = wrappingsOf(texts).flatMap((wrapped) => {
      const size = sizeOf(wrapped);
      if (size.width > room * OVERHANG) return [];
      return NUDGES.flatMap(([dx, dy]) =>
        spots.map(([x, y]) => ({
          id,
          texts: wrapped,
          at: [x + dx, y + dy] as const,
          box: { x: x + dx - size.width / 2, y: y + dy - size.height / 2, ...size },
        })),
      );
    });
    const place =
      places.find(({ box }) => isFree(box, taken) && isFree(box, lines)) ??
      (main ? places.find(({ box }) => isFree(box, taken)) : undefined);
    if (!place) return [];
    taken.push(place.box);
    return [place];
  });
}

/** A name as it is, and with a line for each of its two words. */
function wrappingsOf(texts: readonly string[]): readonly (readonly string[])[] {
  const words = texts.length === 1 ? (texts[0]?.split(' ') ?? []) : [];
  return words.length === 2 ? [texts, words] : [texts];
}

const isInside = ({ x, y, width, height }: Box, frame: Size): boolean =>
  x >= GAP && y >= GAP && x + width <= frame.width - GAP && y + height <= frame.height - GAP;
