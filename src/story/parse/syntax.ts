import { printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';

/** Where JSON stops being JSON, and what to write there. */
export interface Syntax {
  readonly offset: number;
  readonly remedy: string;
}

/** What the JSON reader trips over, and the remedy. */
const REMEDIES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'Names and texts stand in double quotes: "…".',
  PropertyNameExpected:
    'A name in double quotes belongs here. Remove a comma before } if there is one.',
  ValueExpected: 'A value belongs here. Remove a comma before ] or } if there is one.',
  ColonExpected: 'A colon belongs here.',
  CommaExpected: 'A comma belongs here.',
  CloseBraceExpected: 'A } belongs here.',
  CloseBracketExpected: 'A ] belongs here.',
  EndOfFileExpected: 'The story ends before this. Remove the rest.',
  InvalidCommentToken: 'JSON has no comments. Remove it.',
  UnexpectedEndOfString: 'The text is not closed. Add a double quote.',
  InvalidEscapeCharacter: 'A backslash belongs before " \\ / b f n r t or u only.',
  InvalidCharacter: 'A line break or tab in a text is written \\n or \\t.',
};

/** What goes on after a line break is the same text: words, or the quote that closes it. */
const GOES_ON = /^\s*(?:[^\s"[\]{}]|"\s*(?:[,}\]]|$))/;

/** A text that ended a moment ago, on the same line: `"He said "` before `yes"`. */
const ENDED = /"[ \t]*$/;

/** What no value begins with where a comma is missing: the rest of a text, or a second quote at once. */
const restOf = (text: string, offset: number): boolean =>
  text[offset] === '"' ? text[offset - 1] === '"' : !/[[{\s]/.test(text[offset] ?? ' ');

/**
 * Tells what is amiss where the JSON reader stopped. It only sees a text that ends too soon; two slips do
 * that which have remedies of their own: a line break within a text, and a double quote within one.
 */
export function describeSyntax(text: string, { error, offset, length }: ParseError): Syntax {
  const code = printParseErrorCode(error);
  const end = offset + length;
  if (code === 'UnexpectedEndOfString' && GOES_ON.test(text.slice(end))) {
    return { offset: end, remedy: 'A line break within a text is written \\n.' };
  }
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const isRest = code === 'InvalidSymbol' || (code === 'CommaExpected' && restOf(text, offset));
  if (isRest && ENDED.test(line)) {
    const quote = text.lastIndexOf('"', offset - 1);
    return { offset: quote, remedy: 'A double quote within a text is written \\", or as “ and ”.' };
  }
  return { offset, remedy: REMEDIES[code] ?? '' };
}
