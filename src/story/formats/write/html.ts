import { readMarkup, type Run } from '../../markup.ts';
import { paragraphsOf } from '../../text.ts';

export { plainText as plainOf } from '../../markup.ts';

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

/** Words that lead to an address. Only http and https lead anywhere: a reader runs what other schemes say. */
export const linkOf = (words: string, url: string): string =>
  /^https?:\/\//i.test(url)
    ? `<a href="${escapeHtml(url)}">${escapeHtml(words)}</a>`
    : escapeHtml(words);

/** Runs of the story's markup as HTML. The one place that turns them into it. */
const runsOf = (runs: readonly Run[]): string =>
  runs
    .map((run) => {
      if (run.kind === 'text') return escapeHtml(run.text);
      const inner = runsOf(run.runs);
      return run.kind === 'link'
        ? `<a href="${escapeHtml(run.href)}">${inner}</a>`
        : `<${run.kind}>${inner}</${run.kind}>`;
    })
    .join('');

const inlineParagraphs = (text: string): readonly string[] =>
  paragraphsOf(text).map((paragraph) => runsOf(readMarkup(paragraph)));

/** A text of the story with paragraphs, as HTML. */
export const htmlOf = (text: string): string =>
  inlineParagraphs(text)
    .map((inner) => `<p>${inner}</p>`)
    .join('');

/** The same in one line, for where a paragraph cannot stand. */
export const inlineHtmlOf = (text: string): string => inlineParagraphs(text).join(' ');
