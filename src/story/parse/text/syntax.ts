import { printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';

/** Where a syntax error is, and what to write there. */
export interface SyntaxRemedy {
  readonly offset: number;
  readonly remedy: string;
}

/** The remedy for each error code of `jsonc-parser`. */
const REMEDIES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'Write names and texts in double quotes: "…".',
  PropertyNameExpected:
    'A name in double quotes is missing here. Remove a comma before } if there is one.',
  ValueExpected: 'A value is missing here. Remove a comma before ] or } if there is one.',
  ColonExpected: 'A colon is missing here.',
  CommaExpected: 'A comma is missing here.',
  CloseBraceExpected: 'A } is missing here.',
  CloseBracketExpected: 'A ] is missing here.',
  EndOfFileExpected: 'The story ends before this. Remove the rest.',
  InvalidCommentToken: 'JSON has no comments. Remove this one.',
  UnexpectedEndOfString: 'The text is not closed. Add a double quote.',
  InvalidEscapeCharacter: 'A backslash may only stand before " \\ / b f n r t or u.',
  InvalidCharacter: 'Write a line break in a text as \\n, and a tab as \\t.',
};

/** Words of other languages, and what JSON has for them. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  True: 'Write true.',
  False: 'Write false.',
  TRUE: 'Write true.',
  FALSE: 'Write false.',
  None: 'Remove this key.',
  undefined: 'Remove this key.',
  NaN: 'Write a number.',
  Infinity: 'Write a number.',
  '-Infinity': 'Write a number.',
};

/** Ways to write a number that JSON does not have, and what to write instead. */
const NUMBERS: readonly (readonly [written: RegExp, rewrite: (...parts: string[]) => string])[] = [
  [/^([+-]?)\.(\d+)$/, (sign = '', digits = '') => `${sign.replace('+', '')}0.${digits}`],
  [/^\+(\d+(?:\.\d+)?)$/, (number = '') => number],
  [/^(-?)0+(\d+(?:\.\d+)?)$/, (sign = '', number = '') => `${sign}${number}`],
  [/^\+?(-?\d+)\.$/, (number = '') => number],
  [/^[\u2212\u2013](\d+(?:\.\d+)?)$/, (number = '') => `-${number}`],
  [/^(0x[\da-f]+|0o[0-7]+|0b[01]+)$/i, (number = '') => String(Number(number))],
  [/^(-?\d{1,3}(?:_\d{3})+)$/, (number = '') => number.replace(/_/g, '')],
  [/^(-?\d+(?:\.\d+)?)[^\d\s.eE_-]+$/, (number = '') => number],
];

/** What stands at an offset, up to the next sign of JSON. */
const wordAt = (text: string, offset: number): string =>
  /^[^\s,:[\]{}"]{0,64}/.exec(text.slice(offset, offset + 64))?.[0] ?? '';

/** The remedy for a number or a word that is not written as in JSON; null if it is none. */
function describeWord(word: string): string | null {
  if (Object.hasOwn(OTHER_WORDS, word)) return OTHER_WORDS[word] ?? null;
  for (const [written, rewrite] of NUMBERS) {
    const parts = written.exec(word);
    if (parts !== null) return `Write ${rewrite(...parts.slice(1))} for "${word}".`;
  }
  return /^[“”„«»]/.test(word) ? 'Write straight double quotes, "…".' : null;
}

/** After a line break, what looks like the rest of the same text: words, or its closing quote. */
const GOES_ON = /^\s*(?:[^\s"[\]{}]|"\s*(?:[,}\]]|$))/;

/** A text that ends just before, on the same line: `"He said "` before `yes"`. */
const ENDED = /"[ \t]*$/;

/** Where a comma seems to be missing: whether the rest of a text follows, and not a new value. */
const restOf = (text: string, offset: number): boolean =>
  text[offset] === '"' ? text[offset - 1] === '"' : !/[[{\s]/.test(text[offset] ?? ' ');

/**
 * The remedy for a syntax error. A text that ends too soon has two common causes, which get remedies of their
 * own: a line break in the text, and a double quote in the text.
 */
export function describeSyntax(text: string, { error, offset, length }: ParseError): SyntaxRemedy {
  const code = printParseErrorCode(error);
  const end = offset + length;
  if (code === 'UnexpectedEndOfString' && GOES_ON.test(text.slice(end))) {
    return { offset: end, remedy: 'Write a line break in a text as \\n.' };
  }
  if (code === 'UnexpectedEndOfString' && text.slice(end).trim() === '') {
    return {
      offset,
      remedy: 'The file ends in the middle of a text. Copy it again: its end is lost.',
    };
  }
  if (code === 'CommaExpected' && text[offset] === ':') {
    return { offset, remedy: 'A colon has no place in a list. Is a ] missing before this name?' };
  }
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const isRest = code === 'InvalidSymbol' || (code === 'CommaExpected' && restOf(text, offset));
  if (isRest && ENDED.test(line)) {
    const quote = text.lastIndexOf('"', offset - 1);
    return { offset: quote, remedy: 'Write a double quote in a text as \\", or use “ and ”.' };
  }
  // The library reads `.5` and `07` as two tokens, and tells the second.
  const before = /[^\s,:[\]{}"]*$/.exec(text.slice(Math.max(0, offset - 64), offset))?.[0] ?? '';
  const start = offset - before.length;
  const word = describeWord(wordAt(text, start));
  if (word !== null) return { offset: start, remedy: word };
  return { offset, remedy: REMEDIES[code] ?? '' };
}
