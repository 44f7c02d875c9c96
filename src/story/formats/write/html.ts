import { paragraphsOf } from '../../text.ts';

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML that shows it and does nothing else, also inside an attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

/** A text of the story with paragraphs, as HTML. The one place that turns the story's markup into HTML. */
export const htmlOf = (text: string): string =>
  paragraphsOf(text)
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('');

/** A text of the story without markup. The one place that takes the story's markup away. */
export const plainOf = (text: string): string => text;

/** Words that lead to an address. Only http and https lead anywhere: a reader runs what other schemes say. */
export const linkOf = (words: string, url: string): string =>
  /^https?:\/\//i.test(url)
    ? `<a href="${escapeHtml(url)}">${escapeHtml(words)}</a>`
    : escapeHtml(words);
