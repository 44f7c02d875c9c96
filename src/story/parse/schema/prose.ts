import { countCharacters, describeCharacter, placeOf } from '../faults/characters.ts';
import { isRecord, describeValue, quoted } from '../faults/raw.ts';
import type { Report } from '../faults/fault.ts';
import { linksOf, type WrittenLink } from '../../markup.ts';
import { tidyBreaks } from '../../text.ts';
import { describeWrongAddress } from './web-address.ts';

/** Characters that override the direction of the text after them. They can make a name or date read backwards. */
const OVERRIDE = /[\u202A-\u202E]/;
const CONTROL = /[^\P{Cc}\t\n\r]/u;
/** Where a text has paragraphs, an empty line ends one. Names and titles stand in one line. */
const BREAK = /[\n\r\u2028\u2029]/;

/** How long a text may be, and whether it may have several lines, with markup in them. */
export interface Space {
  readonly limit: number;
  readonly isOneLine: boolean;
  /** What to write where the text is empty. */
  readonly remedy?: string;
}
const SURROGATE = /\p{Cs}/u;

const ISOLATE = /[\u2066-\u2069]/;
/** What a reader sees. A text without it is empty. */
const SEEN = /[^\s\p{Cf}]/u;

/** Whether each direction isolate (U+2066–U+2068) has its end (U+2069). */
function isBalanced(text: string): boolean {
  if (!ISOLATE.test(text)) return true;
  let open = 0;
  for (const sign of text) {
    if (sign >= '\u2066' && sign <= '\u2068') open += 1;
    if (sign === '\u2069') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** For a bracket that was not meant as a link. In JSON a backslash is written twice. */
const NO_LINK = 'If it is no link, write \\\\[ for the first bracket.';

/** What is wrong with a link, and the remedy; null if nothing is. */
function describeWrongLink({ words, address }: WrittenLink): string | null {
  const written = quoted(`[${words}](${address ?? ''}`);
  if (address === null) return `has ${written} without its ")". Add it. ${NO_LINK}`;
  if (words.trim() === '') {
    return `has a link without words: ${quoted(`[](${address})`)}. Write [words](https://…).`;
  }
  if (address.trim() === '') {
    return `has a link without an address: ${quoted(`[${words}]()`)}. Write [words](https://…). ${NO_LINK}`;
  }
  const message = describeWrongAddress(address);
  return message === null ? null : `has a link whose address ${message} ${NO_LINK}`;
}

/** Reports links that lead nowhere, or where no link may lead. */
export function checkLinks(text: string, report: Report): void {
  for (const link of linksOf(tidyBreaks(text))) {
    const message = describeWrongLink(link);
    if (message !== null) report('url', message);
  }
}

/** Reports a text that cannot be shown: empty, too long, or with characters that are not allowed. */
export function checkProse(
  text: string,
  { limit, isOneLine, remedy }: Space,
  report: Report,
): void {
  // Counting characters is slow. A text has at least as many UTF-16 units.
  const count = text.length > limit ? countCharacters(text) : 0;
  if (count > limit) {
    report('text', `has ${count} characters. At most ${limit} are allowed.`);
    return;
  }
  if (!SEEN.test(text)) {
    report('text', `is empty. ${remedy ?? 'Write a text.'}`);
  }
  if (SURROGATE.test(text)) report('text', 'has half a character (a lone surrogate). Remove it.');
  const [bad] = OVERRIDE.exec(text) ?? CONTROL.exec(text) ?? [];
  if (bad !== undefined) {
    // No text has these. They come from UTF-8 that was read as another encoding.
    const remedy = /[\u0080-\u009F]/.test(bad) ? 'Export the text again as UTF-8.' : 'Remove it.';
    report(
      'text',
      `has ${describeCharacter(text, text.indexOf(bad))}, which is not allowed. ${remedy}`,
    );
  }
  const breakAt = isOneLine ? text.search(BREAK) : -1;
  if (breakAt >= 0) {
    report(
      'text',
      `has a line break as character ${placeOf(text, breakAt)}. Write it in one line.`,
    );
  }
  if (!isOneLine) checkLinks(text, report);
  if (!isBalanced(text))
    report(
      'text',
      'has a direction mark (U+2066–U+2069) without its pair. Remove it, or add the other.',
    );
}

/**
 * A tag in the one form that BCP 47 gives it: `zh-Hans` for `ZH-hans`, `he` for `iw`. Null if it is not a well-formed tag
 * with a language of two or three letters. The grammar also allows five to eight letters, which no language has, and would
 * accept “English”.
 */
export function canonicalTag(tag: string): string | null {
  const known = canonicalTags.get(tag);
  if (known !== undefined) return known;
  if (tag.length > 35 || !/^[a-z]{2,3}(?:-|$)/i.test(tag)) return null;
  try {
    const [form = null] = Intl.getCanonicalLocales(tag);
    if (form !== null) canonicalTags.set(tag, form);
    return form;
  } catch {
    return null;
  }
}

/** The form of each tag that was asked for. A story has few of them, each in a thousand texts; Intl is slow. */
const canonicalTags = new Map<string, string>();

/** The message for a tag that is none. Other programs write an underscore: `en_US`. */
export function describeNoLanguage(tag: string): string {
  const canonical = canonicalTag(tag.replaceAll('_', '-'));
  const remedy = canonical === null ? 'one such as "en" or "es"' : quoted(canonical);
  return `${quoted(tag)} is not a language tag. Write ${remedy}.`;
}

/** Reports on a text in one language or in several. */
export function checkText(value: unknown, space: Space, report: Report): void {
  if (typeof value === 'string') {
    checkProse(value, space, report);
    return;
  }
  if (!isRecord(value)) {
    report('schema', `expected a text, or texts by language, got ${describeValue(value)}.`);
    return;
  }
  const tags = Object.keys(value);
  if (tags.length === 0) report('missing', 'has no text in any language. Write { "en": "…" }.');
  const written = new Map<string, string>();
  for (const tag of tags) {
    const words = value[tag];
    const reportTag: Report = (code, message, ...path) => {
      report(code, message, tag, ...path);
    };
    const canonical = canonicalTag(tag);
    const same = written.get(canonical ?? '');
    written.set(canonical ?? '', tag);
    if (canonical === null) reportTag('language', describeNoLanguage(tag));
    else if (same !== undefined)
      reportTag('language', `is the same language as ${quoted(same)}. Keep one of the two texts.`);
    else if (typeof words === 'string') checkProse(words, space, reportTag);
    else reportTag('schema', `expected a text in quotes, got ${describeValue(words)}.`);
  }
}
