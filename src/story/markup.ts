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
const ESCAPABLE = new Set(['*', '[', ']', '\\']);

/** A text without these has no markup. */
const SIGNS = /[*[\\]/;

const LINK = /^https?:\/\/[^\s\\]+$/i;

/** The emphasis that one, two or three stars begin or end. More are literal. */
const KINDS: readonly (readonly Emphasis[])[] = [[], ['em'], ['strong'], ['strong', 'em']];

/** Scripts without spaces between words, or with endings that follow directly; and their punctuation. */
const UNSPACED =
  /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\u3000-\u303F\uFF00-\uFFEF]/u;
const WORD = /[\p{L}\p{N}\p{M}]/u;

const isBlank = (sign: string): boolean => sign === '' || /\s/.test(sign);
const isUnspaced = (sign: string): boolean => UNSPACED.test(sign);
const isInWord = (sign: string): boolean => WORD.test(sign) && !isUnspaced(sign);

/** The whole character that ends before an index. */
function signBefore(text: string, index: number): string {
  const last = text.slice(Math.max(0, index - 1), index);
  return /[\uDC00-\uDFFF]/.test(last) ? text.slice(Math.max(0, index - 2), index) : last;
}

const signAt = (text: string, index: number): string =>
  index < text.length ? String.fromCodePoint(text.codePointAt(index) ?? 0) : '';

/** Stars begin emphasis before a word, and not within one: `2*3*4` is literal. */
const opens = (before: string, after: string): boolean =>
  !isBlank(after) && (!isInWord(before) || isUnspaced(after));

const closes = (before: string, after: string): boolean =>
  !isBlank(before) && (!isInWord(after) || isUnspaced(before));

const isEscape = (text: string, index: number): boolean =>
  text[index] === '\\' && ESCAPABLE.has(text[index + 1] ?? '');

/** The index of the bracket that ends the words of a link; −1 if another link begins before, or none ends. */
function endOfWords(text: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) {
    if (isEscape(text, at)) at += 1;
    else if (text[at] === '[') return -1;
    else if (text[at] === ']') return at;
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

/** Reads one stretch of a paragraph: the paragraph itself, or the words of a link, which have no links. */
class Reader {
  readonly #text: string;
  readonly #links: WrittenLink[];
  readonly #runs: Run[] = [];
  /** Where in `runs` the stars stand that are still open. */
  readonly #open: Record<Emphasis, number> = { em: -1, strong: -1 };

  constructor(text: string, links: WrittenLink[]) {
    this.#text = text;
    this.#links = links;
  }

  read(start: number, end: number): readonly Run[] {
    const text = this.#text;
    let at = start;
    while (at < end) {
      if (isEscape(text, at)) {
        this.#say(text.slice(at + 1, at + 2));
        at += 2;
      } else if (text[at] === '*') {
        at = this.#readStars(at, end);
      } else if (text[at] === '[') {
        at = this.#readLink(at, end);
      } else {
        let next = at + 1;
        while (next < end && !SIGNS.test(text[next] ?? '')) next += 1;
        this.#say(text.slice(at, next));
        at = next;
      }
    }
    return joinTexts(this.#runs);
  }

  #say(text: string): void {
    this.#runs.push({ kind: 'text', text });
  }

  #readStars(start: number, end: number): number {
    const text = this.#text;
    let next = start;
    while (next < end && text[next] === '*') next += 1;
    const kinds = KINDS[next - start] ?? [];
    const [before, after] = [signBefore(text, start), signAt(text, next)];
    if (kinds.length === 0) {
      this.#say(text.slice(start, next));
    } else if (closes(before, after) && kinds.every((kind) => this.#open[kind] >= 0)) {
      const inner = kinds.toSorted((one, other) => this.#open[other] - this.#open[one]);
      for (const kind of inner) this.#close(kind);
    } else if (opens(before, after)) {
      for (const kind of kinds) this.#begin(kind);
    } else {
      this.#say(text.slice(start, next));
    }
    return next;
  }

  /** The stars are a text until others close them. */
  #begin(kind: Emphasis): void {
    this.#open[kind] = this.#runs.length;
    this.#say(kind === 'em' ? '*' : '**');
  }

  #close(kind: Emphasis): void {
    const [, ...runs] = this.#runs.splice(this.#open[kind]);
    this.#open[kind] = -1;
    // What was opened inside and not closed is literal.
    const other = kind === 'em' ? 'strong' : 'em';
    if (this.#open[other] >= this.#runs.length) this.#open[other] = -1;
    this.#runs.push({ kind, runs: joinTexts(runs) });
  }

  #readLink(start: number, end: number): number {
    const text = this.#text;
    const wordsEnd = endOfWords(text, start + 1, end);
    if (wordsEnd < 0 || text[wordsEnd + 1] !== '(') {
      this.#say('[');
      return start + 1;
    }
    const addressEnd = endOfAddress(text, wordsEnd + 2, end);
    const words = text.slice(start + 1, wordsEnd);
    const address = addressEnd < 0 ? null : text.slice(wordsEnd + 2, addressEnd);
    const next = addressEnd < 0 ? end : addressEnd + 1;
    this.#links.push({ words, address });
    if (address !== null && LINK.test(address) && words.trim() !== '') {
      const runs = new Reader(text, []).read(start + 1, wordsEnd);
      this.#runs.push({ kind: 'link', href: address, runs });
    } else {
      // The whole of it, which is not read a second time.
      this.#say(text.slice(start, next));
    }
    return next;
  }
}

/** Neighbouring texts as one. */
function joinTexts(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  let texts: string[] = [];
  const flush = (): void => {
    if (texts.length > 0) joined.push({ kind: 'text', text: texts.join('') });
    texts = [];
  };
  for (const run of runs) {
    if (run.kind === 'text') texts.push(run.text);
    else {
      flush();
      joined.push(run);
    }
  }
  flush();
  return joined;
}

const BREAK = '\n\n';

/** Whether a paragraph may have markup. Most have none. */
export const mayHaveMarkup = (paragraph: string): boolean => SIGNS.test(paragraph);

/** The runs of a paragraph. Never throws: what is no markup is text. */
export const readMarkup = (paragraph: string): readonly Run[] =>
  mayHaveMarkup(paragraph)
    ? new Reader(paragraph, []).read(0, paragraph.length)
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

/** A plain text as markup that shows it letter by letter, for programs that write stories. */
export const escapeMarkup = (text: string): string => text.replace(/[\\*[]/g, '\\$&');

/** Everything in a text that is written as a link, also where none can be. The text has its breaks tidied. */
export function linksOf(text: string): readonly WrittenLink[] {
  const links: WrittenLink[] = [];
  if (!text.includes('](')) return links;
  for (const paragraph of text.split(BREAK)) new Reader(paragraph, links).read(0, paragraph.length);
  return links;
}
