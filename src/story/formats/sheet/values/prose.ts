import { escapeMarkup } from '../../../markup.ts';
import { countCharacters } from '../../../parse/faults/characters.ts';
import type { Text } from '../../../story.ts';
import { decodeEntities } from '../../carry/entities.ts';
import { toMarkup, toWords } from '../../carry/markup.ts';

/** The elements of HTML that programs leave in a cell. `<sic>` is none. */
const ELEMENTS =
  'a abbr article b big blockquote br center cite code dd del div dl dt em figure font h1 h2 h3 h4 h5 h6 hr html body head i iframe img ins li mark meta ol p pre q s script small span strike strong style sub sup table tbody td th thead title tr tt u ul video wbr';
const NAMES = new Set(ELEMENTS.split(' '));

const TAG = /<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>/gi;
const COMMENT = /<!--[^<>]*-->/g;

/** Whether a text has elements that programs write, or comments. */
const hasHtml = (text: string): boolean =>
  text.includes('<') &&
  (text.search(COMMENT) >= 0 ||
    [...text.matchAll(TAG)].some(([, , name = '']) => NAMES.has(name.toLowerCase())));

/** Tags whose looks the story has signs for. In a cell with one of them, asterisks and brackets are no signs. */
const LOOKS = /<(?:a|b|strong|i|em|cite)\b/i;

/** HTML as the story's own markup. In one line there is none. */
function withoutTags(html: string, isOneLine: boolean): string {
  // `<sic>` is a word.
  const known = html.replace(TAG, (whole, _slash, name: string) =>
    NAMES.has(name.toLowerCase()) ? whole : whole.replace('<', '&lt;'),
  );
  if (isOneLine) return toWords(known).words;
  const { text } = toMarkup(known);
  return LOOKS.test(html) ? text : text.replace(/\\([\\*[])/g, '$1');
}

/** Half a character, a control character, a sign that turns the text after it round: nothing that a story may hold. */
const UNFIT = /\p{Cs}|[^\P{Cc}\t\n\r]|[\u202A-\u202E\uFEFF]/gu;
const ISOLATES = /[\u2066-\u2069]/g;

/** What a cell says, and what was taken out of it. */
export interface Prose {
  readonly text: string;
  readonly hadHtml: boolean;
  /** Whether signs were taken out that a story may not hold. */
  readonly hadUnfit: boolean;
}

/** A cell's text as a story may hold it: without HTML and characters that are not allowed. */
export function proseOf(written: string, isOneLine: boolean): Prose {
  const decoded = decodeEntities(written.replaceAll('&shy;', ''));
  const html = hasHtml(written) ? written : decoded;
  const isHtml = hasHtml(html);
  const clean = html.replace(UNFIT, '').replace(ISOLATES, '');
  const fit = isHtml ? withoutTags(clean, isOneLine) : clean;
  const lines = isOneLine
    ? fit.replace(/[\s\u2028\u2029]+/g, ' ')
    : fit.replace(/\r\n?/g, '\n').replace(/\n[ \t]*\n\s*/g, '\n\n');
  const text = /[^\s\p{Cf}]/u.test(lines) ? lines.trim() : '';
  return { text, hadHtml: isHtml || decoded !== written, hadUnfit: clean !== html };
}

/** A name or a title as a text in which markup is read. */
export const escapeText = (name: Text): Text =>
  typeof name === 'string'
    ? escapeMarkup(name)
    : Object.fromEntries(
        Object.entries(name).map(([language, words]) => [language, escapeMarkup(words)]),
      );

/** The number of characters of a text that has more than a limit; 0 for one that has not. */
export function excessOf(text: string, limit: number): number {
  if (text.length <= limit) return 0;
  // Counting is slow, and no text of a cell is that long.
  if (text.length > 20 * limit) return text.length;
  const count = countCharacters(text);
  return count > limit ? count : 0;
}

/** The entries of a cell with several names, and whether commas part names that nobody knows. */
export interface NamesRead {
  readonly names: readonly string[];
  readonly isGuess: boolean;
}

/**
 * The entries of a cell with several names: split at `;`, or where there is none at `,`, `、` and line breaks. “Trump,
 * Donald” is one if that is a known name.
 */
export function namesIn(written: string, isKnown: (name: string) => boolean): NamesRead {
  const whole = proseOf(written, true).text;
  if (whole !== '' && isKnown(whole)) return { names: [whole], isGuess: false };
  const isListed = /[;；]/.test(written);
  const between = isListed ? /[;；\n\r]/ : /[,，、\n\r]/;
  const parts = written.split(between).map((name) => proseOf(name, true).text);
  const names = [...new Set(parts.filter((name) => name !== ''))];
  const hasCommas = !isListed && names.length > 1 && /[,，、]/.test(written);
  return { names, isGuess: hasCommas && !names.every(isKnown) };
}

/** The titles of a cell: at `;` and line breaks; at commas only where each part is known, because titles have commas. */
export function titlesIn(written: string, isKnown: (name: string) => boolean): readonly string[] {
  const split = (between: RegExp) =>
    written
      .split(between)
      .map((title) => proseOf(title, true).text)
      .filter((title) => title !== '');
  const parts = split(/[,，、]/);
  return parts.length > 1 && parts.every(isKnown) ? parts : split(/[;；\n\r]/);
}

/** A semicolon between two entries. One in an address is in front of a name and its value: `/x;id=1`. */
const PARTS = String.raw`;(?![\w.~%-]+=)`;
const ADDRESS = new RegExp(String.raw`https?:\/\/(?:(?!${PARTS}|,https?:)[^\s<>"“”])+`, 'gi');
const LINK_TAG = /<a\b[^<>]*?\bhref\s*=\s*["']?(https?:[^"'\s<>]*)["']?[^<>]*>/gi;

/** An address without the signs behind it: `https://a.example/x)`. A bracket that it opens itself is its own. */
function trimmed(address: string): string {
  const last = address.at(-1) ?? '';
  const opening = last === ')' ? '(' : last === ']' ? '[' : '';
  const isOwn = opening !== '' && address.split(opening).length >= address.split(last).length;
  return /[,;)\]]/.test(last) && !isOwn ? trimmed(address.slice(0, -1)) : address;
}

/**
 * The web addresses of a cell, and its other words: of `Reuters (https://…)`, `[Reuters](https://…)`,
 * `Reuters <https://…>` and an HTML link. A semicolon stands in the words where an address was.
 */
export function linksIn(written: string): {
  readonly links: readonly string[];
  readonly rest: string;
} {
  const links: string[] = [];
  const rest = decodeEntities(written)
    .replace(LINK_TAG, ' $1 ')
    .replace(ADDRESS, (found) => {
      const address = trimmed(found);
      links.push(address);
      return `;${found.slice(address.length)}`;
    })
    .replace(/[([<]\s*;\s*[)\]>]/g, ';')
    .replace(/\[([^[\]]*)\]\s*;/g, '$1;')
    .replace(TAG, '');
  return { links: [...new Set(links)], rest: links.length === 0 ? written : rest };
}

/** The paths and addresses of a cell. A path may have blanks; an address has none, but may have semicolons. */
export function filesIn(written: string): readonly string[] {
  const parts = decodeEntities(written)
    .split(new RegExp(String.raw`[\n\r]+|${PARTS}|\s+(?=https?:\/\/)`, 'i'))
    .flatMap((part) => (/^\s*https?:/i.test(part) ? [part] : part.split(';')));
  return [...new Set(parts.map((part) => proseOf(part, true).text).filter((part) => part !== ''))];
}
