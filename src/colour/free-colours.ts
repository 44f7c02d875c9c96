import { areAlike, differenceOf, viewsOf, type Views } from './difference.ts';
import { formatHex, parseHex } from './hex.ts';
import { colourAt } from './oklab.ts';
import { holds, type Colour, type Theme } from './themes.ts';

interface Candidate {
  readonly colour: string;
  readonly views: Views;
  readonly hue: number;
}

const range = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);

/** Coarser than what is told apart (0.05), so that few candidates stand for all colours. A chroma of 0 is a grey. */
const LIGHTNESSES = range(0.2, 0.96, 0.04);
const CHROMAS = range(0, 0.2, 0.04);
/** In degrees. */
const HUES = range(0, 345, 15);

/** Colours of every hue, lightness and chroma that have enough contrast in a theme. */
const candidatesIn = (theme: Theme): readonly Candidate[] =>
  HUES.flatMap((hue) =>
    LIGHTNESSES.flatMap((lightness) =>
      CHROMAS.flatMap((chroma) => {
        const rgb = colourAt(lightness, chroma, hue);
        if (rgb === null || !holds(rgb, theme)) return [];
        const colour = formatHex(rgb);
        return [{ colour, hue, views: viewsOf(colour) }];
      }),
    ),
  );

/** A colour that is free on a page, and how far it is from the given one. */
interface Free {
  readonly colour: string;
  readonly far: number;
}

/**
 * Finds the colour nearest to a given one that has enough contrast on both pages, and that every reader tells from all
 * `others`. Where the given one does on a page, it stays there. A new one has the same hue on both pages. Null if there is
 * none. The same colours always give the same.
 */
export type FindFreeColour = (given: Colour, others: readonly Colour[]) => Colour | null;

export function createFreeColours(): FindFreeColour {
  const candidates = { light: candidatesIn('light'), dark: candidatesIn('dark') };

  /** The nearest free colour of each hue on a page. Of one that is free already, itself for all. */
  const freeIn = (theme: Theme, given: Colour, others: readonly Colour[]) => {
    const own = given[theme];
    const taken = others.map((other) => viewsOf(other[theme]));
    const isFree = (views: Views): boolean => !taken.some((other) => areAlike(views, other));
    if (holds(parseHex(own), theme) && isFree(viewsOf(own))) {
      return new Map(HUES.map((hue): [number, Free] => [hue, { colour: own, far: 0 }]));
    }
    const nearest = new Map<number, Free>();
    for (const { colour, hue, views } of candidates[theme]) {
      if (!isFree(views)) continue;
      const far = differenceOf(colour, own, 'full');
      if (far < (nearest.get(hue)?.far ?? Infinity)) nearest.set(hue, { colour, far });
    }
    return nearest;
  };

  return (given, others) => {
    const [lights, darks] = [freeIn('light', given, others), freeIn('dark', given, others)];
    const pairs = HUES.flatMap((hue) => {
      const [light, dark] = [lights.get(hue), darks.get(hue)];
      return light && dark ? [{ light, dark, far: light.far + dark.far }] : [];
    });
    const [best] = pairs.sort((a, b) => a.far - b.far);
    return best ? { light: best.light.colour, dark: best.dark.colour } : null;
  };
}
