import { linksOf } from '../../markup.ts';

/** The longest texts of the story format, in characters. */
export const NAME = 120;
export const TITLE = 200;
export const TEXT = 2000;
/** Of what stands for a picture, for readers who cannot see it. */
export const ALT = 400;

/** Characters that the story format does not allow, or whose pair may be missing after a cut. */
const UNSEEN = /[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]|\p{Cs}|[^\P{Cc}\t\n\r]/gu;

/** A text without characters that no story may have. An empty text if nothing can be seen. */
export function sound(text: string): string {
  const kept = text.replace(/\r\n?/g, '\n').replace(UNSEEN, '').normalize('NFC').trim();
  return kept.replace(/[\s\p{Cf}]/gu, '') === '' ? '' : kept;
}

/** A text in one line. */
export const oneLine = (text: string): string => sound(text).replace(/\s+/g, ' ');

/** A text as it fits, and how many characters it had if it was cut. */
export interface Fitted {
  readonly text: string;
  readonly cut: number | null;
}

/**
 * Ends a cut text before a link that has lost its end, which would be a fault, and before half an escaped sign. Other
 * markup that a cut leaves open has no harm: its signs are shown as they are.
 */
function withoutHalves(head: string): string {
  const last = linksOf(head).at(-1);
  const whole = last?.address === null ? head.slice(0, head.lastIndexOf(`[${last.words}](`)) : head;
  return whole.replace(/\\+$/, (signs) => signs.slice(signs.length % 2));
}

/** Cuts a text in markup, or a name, at the end of a word. */
export function fit(text: string, limit: number): Fitted {
  if (text.length <= limit) return { text, cut: null };
  const points = Array.from(text);
  if (points.length <= limit) return { text, cut: null };
  const head = points.slice(0, limit - 1).join('');
  const words = head.replace(/\s+\S{0,40}$/, '');
  return { text: `${withoutHalves(words)}…`, cut: points.length };
}
