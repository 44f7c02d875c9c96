import type { Player } from '../../player/player.svelte.ts';
import { startAccent } from './accent.ts';
import type { Rgb } from './contrast.ts';
import { startHeadingLevels } from './heading-levels.ts';
import styles from './wishes.css?inline';

/** What few addresses ask for, so that only their pages fetch it. */
export interface Wishes {
  /** Where playing begins and ends, as `clipOf` reads it. */
  readonly start: string;
  readonly end: string;
  readonly accent: Rgb | null;
  /** One of the page's own two faces, for all that the map does not measure. */
  readonly font: 'serif' | 'sans' | null;
  /** The level of the page's first heading. */
  readonly h: number;
}

/** How each parameter is read: by a function that knows an answer to every text, and to none. */
const READERS: { readonly [Name in keyof Wishes]: (text: string) => Wishes[Name] } = {
  start: (text) => text,
  end: (text) => text,
  accent: parseColour,
  font: (text) => (['serif', 'sans'] as const).find((font) => font === text) ?? null,
  h: (text) => (/^[1-6]$/.test(text) ? Number(text) : 1),
};

/**
 * Reads `?start=2018-03&end=2018-06&accent=00695c&font=sans&h=3`. Of two parameters of a name the first counts; what is
 * unknown is passed over in silence.
 */
export function readWishes(search: string): Wishes {
  const query = new URLSearchParams(search);
  const read = Object.entries(READERS).map(([name, reader]) => [
    name,
    reader(query.get(name) ?? ''),
  ]);
  return Object.fromEntries(read) as Wishes;
}

/**
 * Fulfils at once what can be seen, as long as there is nothing else of the page; what is left is for its player
 * when that is there. Dates are fetched by those alone who name some.
 */
export async function startWishes(search: string): Promise<((player: Player) => void) | null> {
  const { start, end, accent, font, h } = readWishes(search);
  const root = document.documentElement;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  if (font) root.dataset['font'] = font;
  if (accent) startAccent(root, accent);
  if (h > 1) startHeadingLevels(document.body, h);
  if (!start && !end) return null;
  const { clipOf } = await import('./clip.ts');
  return (player) => {
    player.clip = clipOf(player.chronology, start, end);
    player.seek(player.clip.start);
  };
}

/** Six digits, with `#` or without: in an address that begins the fragment. */
function parseColour(text: string): Rgb | null {
  if (!/^#?[\da-f]{6}$/i.test(text)) return null;
  const [red, green, blue] = [-6, -4, -2].map((at) => parseInt(text.slice(at).slice(0, 2), 16));
  return [red ?? 0, green ?? 0, blue ?? 0];
}
