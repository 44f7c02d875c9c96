import { escapeMarkup } from '../../../markup.ts';
import { countCharacters } from '../../../parse/faults/characters.ts';
import type { Text } from '../../../story.ts';

/** The elements of HTML that programs leave in a cell. `<sic>` is none. */
const ELEMENTS =
  'a abbr article b big blockquote br center cite code dd del div dl dt em figure font h1 h2 h3 h4 h5 h6 hr html body head i iframe img ins li mark meta ol p pre q s script small span strike strong style sub sup table tbody td th thead title tr tt u ul video wbr';
const NAMES = new Set(ELEMENTS.split(' '));

const TAG = /<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>/gi;
const COMMENT = /<!--[^<>]*-->/g;
const HREF = /\bhref\s*=\s*(?:"(https?:[^"\s]*)"|'(https?:[^'\s]*)')/i;

/** The signs of the story format for what a tag says. An empty text: the tag says nothing that a story can hold. */
const SIGNS: Readonly<Record<string, string>> = { b: '**', strong: '**', i: '*', em: '*' };
const BLOCKS = new Set(
  'article blockquote dd div dl dt figure h1 h2 h3 h4 h5 h6 hr ol p pre table tr ul'.split(' '),
);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ntilde: 'ñ',
  oacute: 'ó',
  iacute: 'í',
  aacute: 'á',
  uacute: 'ú',
  ocirc: 'ô',
  euro: '€',
  deg: '°',
  copy: '©',
  shy: '',
  middot: '·',
};

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, ...parts: string[]) => {
      const [decimal, hex, name = ''] = parts;
      if (Object.hasOwn(ENTITIES, name)) return ENTITIES[name] ?? whole;
      const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : -1;
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Tags as the story's own signs, or taken out. In one line there are no signs. */
function withoutTags(text: string, isOneLine: boolean): string {
  const links: string[] = [];
  return text
    .replace(COMMENT, '')
    .replace(TAG, (whole, slash: string, name: string, rest: string) => {
      const tag = name.toLowerCase();
      if (!NAMES.has(tag)) return whole;
      if (tag === 'br') return '\n';
      if (BLOCKS.has(tag)) return '\n\n';
      if (tag === 'li') return slash === '' ? '\n\n– ' : '';
      if (isOneLine) return '';
      if (tag === 'a' && slash === '') {
        const [, double, single] = HREF.exec(rest) ?? [];
        links.push(double ?? single ?? '');
        return double || single ? '[' : '';
      }
      const href = tag === 'a' ? links.pop() : '';
      return href ? `](${href.replace(/[()]/g, encodeURIComponent)})` : (SIGNS[tag] ?? '');
    });
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
  const decoded = written.includes('&') ? decode(written) : written;
  const plain = decoded.includes('<') ? withoutTags(decoded, isOneLine) : decoded;
  const fit = plain.replace(UNFIT, '').replace(ISOLATES, '');
  const lines = isOneLine
    ? fit.replace(/[\s\u2028\u2029]+/g, ' ')
    : fit.replace(/\r\n?/g, '\n').replace(/\n[ \t]*\n\s*/g, '\n\n');
  const text = /[^\s\p{Cf}]/u.test(lines) ? lines.trim() : '';
  return { text, hadHtml: plain !== written, hadUnfit: fit !== plain };
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

/** The entries of a cell with several names: split at `;`, or where there is none at `,`, `、` and line breaks. */
export function namesIn(written: string): readonly string[] {
  const between = written.includes(';') || written.includes('；') ? /[;；\n\r]/ : /[,，、\n\r]/;
  const names = written.split(between).map((name) => proseOf(name, true).text);
  return [...new Set(names.filter((name) => name !== ''))];
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

/** The web addresses of a cell, which stand between blanks, line breaks or semicolons; and what is none of them. */
export function linksIn(written: string): {
  readonly links: readonly string[];
  readonly rest: string;
} {
  const words = written.split(/[\s;]+|,(?=https?:)/).map((word) => word.replace(/^<|[,>]+$/g, ''));
  const isLink = (word: string) => /^https?:\/\/[^\s\\]+$/i.test(word);
  return {
    links: [...new Set(words.filter(isLink))],
    rest: words.filter((word) => word !== '' && !isLink(word)).join(' '),
  };
}
