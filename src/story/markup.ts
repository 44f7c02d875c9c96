import { mayHaveMarkup, paragraphsOf } from './text.ts';

/**
 * The markup of a story's longer texts: `[words](https://…)`, `*emphasis*`, `**strong**`, and `\*`, `\[`, `\]`, `\\` for the
 * signs themselves. `geo/README.md` has the rules. Everything here takes linear time, whatever the text is.
 */

/** A piece of a paragraph. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: Emphasis; readonly runs: readonly Run[] }
  | { readonly kind: 'link'; readonly href: string; readonly runs: readonly Run[] };

type Emphasis = 'em' | 'strong';

/** What is written as a link: `[words](address)`, whatever the address is. */
export interface WrittenLink {
  readonly words: string;
  /** As it is written; null if its closing bracket is missing. */
  readonly address: string | null;
}

/** Signs that a backslash makes literal. Before every other sign a backslash is a backslash. */
const ESCAPABLE = /[*[\]\\]/;

const LINK = /^https?:\/\/[^\s\\]+$/i;

/** The emphasis that one, two or three stars begin or end. More are literal. */
const KINDS: readonly (readonly Emphasis[])[] = [[], ['em'], ['strong'], ['strong', 'em']];

/** Scripts without spaces between words, or with endings that follow directly; and their punctuation. */
const UNSPACED =
  /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Whether stars beside a sign may begin or end emphasis: `here` is the sign within it, `there` the one outside. */
const isEdge = (here: string, there: string): boolean =>
  /\S/.test(here) &&
  (!/[\p{L}\p{N}\p{M}]/u.test(there) || UNSPACED.test(there) || UNSPACED.test(here));

/** The whole character that ends before an index. */
const signBefore = (text: string, at: number): string =>
  /.?$/su.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';

const signAt = (text: string, at: number): string =>
  /^.?/su.exec(text.slice(at, at + 2))?.[0] ?? '';

const isEscape = (text: string, at: number): boolean =>
  text[at] === '\\' && ESCAPABLE.test(text[at + 1] ?? '');

/** The index of the bracket that ends the words of a link; −1 if another link begins before, or none ends. */
function endOfWords(text: string, start: number, end: number): number {
  for (let at = start; at < end; at += isEscape(text, at) ? 2 : 1) {
    if (text[at] === '[') return -1;
    if (text[at] === ']') return at;
  }
  return -1;
}

/** The index of the bracket that ends an address, which may have pairs of brackets itself; −1 if none does. */
function endOfAddress(text: string, start: number, end: number): number {
  let depth = 1;
  for (let at = start; at < end; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** Reads a stretch of a paragraph: all of it, or the words of a link, which have no links. Adds to `links` what is written as one. */
function read(text: string, start: number, end: number, links: WrittenLink[]): readonly Run[] {
  const runs: Run[] = [];
  /** Where in `runs` the stars stand that are still open. */
  const open: Record<Emphasis, number> = { em: -1, strong: -1 };
  let at = start;

  const say = (to: number): void => {
    runs.push({ kind: 'text', text: text.slice(at, to) });
    at = to;
  };
  const close = (kind: Emphasis): void => {
    // `***a** b*`: what ends first was the inner of the two.
    if (kind === 'strong' && open.em === open.strong + 1) {
      runs.splice(open.em, 0, ...runs.splice(open.strong, 1));
      open.strong = open.em;
      open.em -= 1;
    }
    const [, ...inner] = runs.splice(open[kind]);
    runs.push({ kind, runs: joinTexts(inner) });
    // What was opened inside and not closed is literal.
    for (const each of ['em', 'strong'] as const)
      if (open[each] >= runs.length - 1) open[each] = -1;
  };
  const readStars = (): void => {
    let next = at;
    while (next < end && text[next] === '*') next += 1;
    const kinds = KINDS[next - at] ?? [];
    const [before, after] = [signBefore(text, at), signAt(text, next)];
    if (isEdge(before, after) && kinds[0] && kinds.every((kind) => open[kind] >= 0)) {
      for (const kind of kinds.toSorted((one, other) => open[other] - open[one])) close(kind);
      at = next;
    } else if (isEdge(after, before) && kinds[0]) {
      // The stars are a text until others close them.
      for (const kind of kinds) {
        open[kind] = runs.length;
        say(at + (kind === 'em' ? 1 : 2));
      }
    } else {
      say(next);
    }
  };
  const readLink = (): void => {
    const wordsEnd = endOfWords(text, at + 1, end);
    if (wordsEnd < 0 || text[wordsEnd + 1] !== '(') return say(at + 1);
    const addressEnd = endOfAddress(text, wordsEnd + 2, end);
    const words = text.slice(at + 1, wordsEnd);
    const address = addressEnd < 0 ? null : text.slice(wordsEnd + 2, addressEnd);
    links.push({ words, address });
    // What is no link is not read a second time.
    if (address === null || !LINK.test(address) || !/\S/.test(words)) {
      return say(addressEnd < 0 ? end : addressEnd + 1);
    }
    runs.push({ kind: 'link', href: address, runs: read(text, at + 1, wordsEnd, []) });
    at = addressEnd + 1;
  };

  while (at < end) {
    if (isEscape(text, at)) {
      at += 1;
      say(at + 1);
    } else if (text[at] === '*') {
      readStars();
    } else if (text[at] === '[') {
      readLink();
    } else {
      let next = at + 1;
      while (next < end && !mayHaveMarkup(text[next] ?? '')) next += 1;
      say(next);
    }
  }
  return joinTexts(runs);
}

/** Neighbouring texts as one. */
function joinTexts(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  let words: string[] = [];
  runs.forEach((run, index) => {
    if (run.kind !== 'text') return void joined.push(run);
    words.push(run.text);
    if (runs[index + 1]?.kind === 'text') return;
    joined.push({ kind: 'text', text: words.join('') });
    words = [];
  });
  return joined;
}

const BREAK = '\n\n';

/** The runs of a paragraph. Never throws: what is no markup is text. */
export const readMarkup = (paragraph: string): readonly Run[] =>
  mayHaveMarkup(paragraph)
    ? read(paragraph, 0, paragraph.length, [])
    : [{ kind: 'text', text: paragraph }];

const wordsOf = (runs: readonly Run[]): string =>
  runs.map((run) => (run.kind === 'text' ? run.text : wordsOf(run.runs))).join('');

/** A text without its markup, for where only words are possible: of a link the words. Its paragraphs stay. */
export const plainText = (text: string): string =>
  mayHaveMarkup(text)
    ? text
        .split(BREAK)
        .map((paragraph) => wordsOf(readMarkup(paragraph)))
        .join(BREAK)
    : text;

/** A text of the story where only one line is possible: without its markup. */
export const inOneLine = (text: string): string => paragraphsOf(plainText(text)).join(' ');

/** A plain text as markup that shows it letter by letter, for programs that write stories. */
export const escapeMarkup = (text: string): string => text.replace(/[\\*[]/g, '\\$&');

/** Everything in a text that is written as a link, also where none can be. The text has its breaks tidied. */
export function linksOf(text: string): readonly WrittenLink[] {
  const links: WrittenLink[] = [];
  if (!text.includes('](')) return links;
  for (const paragraph of text.split(BREAK)) read(paragraph, 0, paragraph.length, links);
  return links;
}
