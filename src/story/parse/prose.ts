import { isRecord, describeValue, quoted } from './raw.ts';
import type { Report } from './fault.ts';

/** Marks that turn the direction of all that follows: they can make a date or a name read backwards. */
const OVERRIDE = /[\u202A-\u202E]/;
const CONTROL = /[^\P{Cc}\t\n]/u;
const SURROGATE = /\p{Cs}/u;

const codePoint = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Whether isolates (U+2066–U+2068) and their ends (U+2069) pair up. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const sign of text) {
    if (sign >= '\u2066' && sign <= '\u2068') open += 1;
    if (sign === '\u2069') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** Reports what keeps a text from being shown: nothing in it, too long, unsound, or turned round. */
export function checkProse(text: string, limit: number, report: Report): void {
  if (text.length > limit) {
    report('text', `has ${text.length} characters. At most ${limit} are shown.`);
    return;
  }
  if (text.replace(/[\s\p{Cf}]/gu, '') === '') report('text', 'is empty after trimming. Write it.');
  if (SURROGATE.test(text)) report('text', 'holds half a character (a lone surrogate). Remove it.');
  const [bad] = OVERRIDE.exec(text) ?? CONTROL.exec(text) ?? [];
  if (bad !== undefined) {
    const place = text.indexOf(bad) + 1;
    report('text', `holds ${codePoint(bad)} as character ${place}, which is not shown. Remove it.`);
  }
  if (!isBalanced(text))
    report('text', 'opens or closes a direction (U+2066–U+2069) without its pair.');
}

/**
 * Whether a text is a well-formed BCP 47 tag whose language has two or three letters: the grammar keeps five
 * to eight for languages of which there is none, and so would take “English”.
 */
export function isLanguage(tag: string): boolean {
  if (tag.length > 35 || !/^[a-z]{2,3}(?:-|$)/i.test(tag)) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Reports on a text in one language or in several. */
export function checkText(value: unknown, limit: number, report: Report): void {
  if (typeof value === 'string') {
    checkProse(value, limit, report);
    return;
  }
  if (!isRecord(value)) {
    report('schema', `expected a text, or texts by language, got ${describeValue(value)}.`);
    return;
  }
  const tags = Object.keys(value);
  if (tags.length === 0) report('missing', 'has no text in any language. Write { "en": "…" }.');
  for (const tag of tags) {
    const words = value[tag];
    const reportTag: Report = (code, message, ...path) => {
      report(code, message, tag, ...path);
    };
    if (!isLanguage(tag)) reportTag('language', `${quoted(tag)} is no language tag. Write "en".`);
    else if (typeof words === 'string') checkProse(words, limit, reportTag);
    else reportTag('schema', `expected a text in quotes, got ${describeValue(words)}.`);
  }
}
