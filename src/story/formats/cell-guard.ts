/**
 * A cell that a spreadsheet would run as a formula: its first sign is `=`, `+`, `-` or `@` (also in full width), also
 * after blanks and signs that nobody sees; or it begins with a tab or a line break. Apostrophes in front count as
 * guarded already, so that a second one can be told from the first.
 */
const FORMULA = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** A negative number: no formula, and a program that reads the file expects a number. */
const NEGATIVE = /^-\d+(?:\.\d+)?$/;

const needsGuard = (text: string): boolean => FORMULA.test(text) && !NEGATIVE.test(text);

const guarded = (text: string): string => (needsGuard(text) ? `'${text}` : text);
const unguarded = (text: string): string =>
  text.startsWith("'") && needsGuard(text.slice(1)) ? text.slice(1) : text;

/**
 * What parts a cell in two where a program divides lists with semicolons or tabs, and takes no quotation marks inside a
 * line. Behind it begins another cell.
 */
const INNER = /([;\t\r\n])/;

const mapInner = (text: string, change: (part: string) => string): string =>
  text
    .split(INNER)
    // At odd indices are the signs between the parts.
    .map((part, index) => (index > 0 && index % 2 === 0 ? change(part) : part))
    .join('');

/** The text of a cell so that a spreadsheet shows it and runs nothing: an apostrophe in front of what is a formula. */
export const guardCell = (text: string): string => guarded(mapInner(text, guarded));

/** The text that `guardCell` was given: `unguardCell(guardCell(text)) === text` for every text. */
export const unguardCell = (cell: string): string => mapInner(unguarded(cell), unguarded);
