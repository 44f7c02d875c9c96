import { toMarkup, toWords } from './markup.ts';
import { fit } from './prose.ts';
import type { Losses } from './reading.ts';

/** Words in one line, without HTML. What does not fit or is no text is told. */
export function carryWords(
  html: string,
  what: string,
  limit: number,
  where: string,
  losses: Losses,
): string {
  const { words, lost } = toWords(html);
  for (const one of lost) losses.push({ where, message: `${what}: ${one} is not carried over.` });
  const { text, cut } = fit(words, limit);
  if (cut !== null) {
    losses.push({
      where,
      message: `${what} had ${cut} characters and was cut to ${limit}. Shorten it.`,
    });
  }
  return text;
}

/** A text in the story's markup, and the pictures in it. What does not fit or is no text is told. */
export function carryText(
  html: string,
  what: string,
  limit: number,
  where: string,
  losses: Losses,
) {
  const { text: whole, images, lost } = toMarkup(html);
  for (const one of lost) losses.push({ where, message: `${what}: ${one} is not carried over.` });
  const { text, cut } = fit(whole, limit);
  if (cut !== null) {
    losses.push({
      where,
      message: `${what} had ${cut} characters and was cut to ${limit}. Shorten it.`,
    });
  }
  return { text, images };
}
