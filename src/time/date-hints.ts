const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const pad = (value: string | number): string => String(value).padStart(2, '0');

const padYear = (year: number): string => String(year).padStart(4, '0');

const iso = (year: string, month: number | string, day?: string): string =>
  `${year}-${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`;

/** The number (from 1) of an English month name or its abbreviation; 0 for any other word. */
const monthOf = (word = ''): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

type Reading = readonly [pattern: RegExp, rewrite: (...parts: string[]) => string | null];

const named = (year: string, month: string, day?: string): string | null =>
  monthOf(month) === 0 ? null : iso(year, monthOf(month), day);

/** 3/4/2018 is 3 April or 4 March. Only a number above 12 tells which is the day. */
function slashed(first: string, second: string, year: string): string {
  if (Number(first) > 12) return iso(year, second, first);
  if (Number(second) > 12) return iso(year, first, second);
  const both = [iso(year, second, first), iso(year, first, second)];
  return both[0] === both[1] ? iso(year, first, second) : both.join(' or ');
}

/** 1977/78 is two years, 1978/09 is a month, and 1909/10 may be either. */
function shortened(year: string, rest: string): string | null {
  const century = Math.floor(Number(year) / 100) + (rest === '00' ? 1 : 0);
  const end = `${pad(century)}${pad(rest)}`;
  const years = end > year ? [`${year}/${end}`] : [];
  const months = Number(rest) >= 1 && Number(rest) <= 12 ? [iso(year, rest)] : [];
  return [...years, ...months].join(' or ') || null;
}

/** 1978-09/17 is a day. 1978-09/12 may be a day or four months. */
function slashedDay(month: string, rest: string): string {
  const end = `${month.slice(0, 4)}-${rest}`;
  const day = `${month}-${rest}`;
  return end > month && Number(rest) <= 12 ? `${month}/${end} or ${day}` : day;
}

/** Common ways of writing a date that are not EDTF, and how to write the same in EDTF. */
const READINGS: readonly Reading[] = [
  [/^([a-z]{3,9})\.?,? (\d{4})$/i, (month, year) => named(year ?? '', month ?? '')],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3,9})\.?,? (\d{4})$/i,
    (day, month, year) => named(year ?? '', month ?? '', day),
  ],
  [
    /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i,
    (month, day, year) => named(year ?? '', month ?? '', day),
  ],
  [
    /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/,
    (first, second, year) => slashed(first ?? '', second ?? '', year ?? ''),
  ],
  [/^(\d{4}-\d\d)\/(\d\d)$/, (month, rest) => slashedDay(month ?? '', rest ?? '')],
  [
    /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/,
    (year, month, day) => iso(year ?? '', month ?? '', day),
  ],
  [/^(\d{4})[./-](\d)$/, (year, month) => iso(year ?? '', month ?? '')],
  [/^(\d{4})(\d\d)(\d\d)$/, (year, month, day) => iso(year ?? '', month ?? '', day)],
  [
    /^(\d{4}) ?[年년] ?(?:(\d{1,2}) ?[月월])? ?(?:(\d{1,2}) ?[日일])?$/,
    (year, month, day) => (month === undefined ? (year ?? null) : iso(year ?? '', month, day)),
  ],
  [/^(\d{4}-\d\d-\d\d)[ t](\d\d:\d\d.*)$/, (date, time) => `${date}T${time}`],
  [/^(\d{4}-\d\d-\d\dT\d\d)$/, (time) => `${time}:00`],
  [/^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)\.\d+.*$/, (time) => time ?? null],
  [
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d)([+-]\d\d)(\d\d)?$/,
    (time, hours, minutes) => `${time}${hours}:${minutes || '00'}`,
  ],
  [
    /^(\d{4}-\d\d-\d\d)[ t](\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)$/i,
    (date, time) => `${date}T0${time}`,
  ],
  [/^(\d{4})\/(\d{1,2})$/, (year, rest) => shortened(year ?? '', rest ?? '')],
  [/^(\d{4}-\d\d)-(\d\d)\/(\d\d)$/, (month, from, to) => `${month}-${from}/${month}-${to}`],
  [/^(\d{4}(?:-\d\d)?)(?:-(?:XX|\?\?|00)){1,2}$/i, (known) => known ?? null],
  [/^(\d{3})0s$/, (decade) => `${decade}X`],
  [/^(?:c\.|ca\.?|circa|about|around) ?(\d{4}(?:-\d\d){0,2})$/i, (date) => `${date}~`],
  [/^([?~%])(\d{4}(?:-\d\d){0,2})$/, (sign, date) => `${date}${sign}`],
  [/^(\d{4}(?:-\d\d){0,2}) ?(?:--?|–|to|until) ?(\d{4}(?:-\d\d){0,2})$/, (a, b) => `${a}/${b}`],
];

/** White space at the ends and invisible characters. */
const INVISIBLE = /^\s|\s$|[^\S ]|[\p{Cf}\p{Cc}]/u;
/** Dashes and minus signs that word processors write for a hyphen. */
const HYPHENS = /[\u2010-\u2015\u2212]/g;
const STRANGE = /[^\S ]|[\p{Cf}\p{Cc}\p{Cs}]/gu;

/** What may be the user name and password of an address, before its @. */
const CREDENTIALS = /(?<=:\/\/)[^\s/?#]*@|[^\s:/]+:[^\s/]+@(?=\S)/g;

/** A text without passwords: messages end in logs, and others read them. */
export const withoutPasswords = (text: string): string => text.replace(CREDENTIALS, '…@');

/** The code point of a character: `U+00A0`. */
export const codePointOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A text in quotes, without passwords. Invisible characters are written as `U+00A0`. */
export const quote = (text: string): string =>
  `"${withoutPasswords(text).replace(STRANGE, codePointOf)}"`;

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(HYPHENS, '-')
    .replace(/\p{Cf}/gu, '')
    .trim();
}

function rewritten(text: string): string | null {
  for (const [pattern, rewrite] of READINGS) {
    const match = pattern.exec(text);
    const reading = match && rewrite(...match.slice(1));
    if (reading) return reading;
  }
  return null;
}

/** The months of the seasons in the northern hemisphere. */
const SEASONS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  spring: ['03', '05'],
  summer: ['06', '08'],
  autumn: ['09', '11'],
  fall: ['09', '11'],
};

/** What to write instead of a date of a kind that is not supported; null if it is of no such kind. */
function describeKind(text: string): string | null {
  if (/^-\d{4}\b|^\d{1,4} ?b\.? ?c\.?(?: ?e\.?)?$/i.test(text)) {
    return 'Years before 1 are not supported. Years run from 0001 to 9999.';
  }
  const [, before, season = '', after] =
    /^(?:(\d{4}) )?(spring|summer|autumn|fall|winter)(?: (?:of )?(\d{4}))?$/i.exec(text) ?? [];
  const year = before ?? after;
  if (year === undefined) return null;
  const [from, to] = SEASONS[season.toLowerCase()] ?? [];
  const winters = [Number(year) - 1, Number(year)].map(
    (first) => `${padYear(first)}-12/${padYear(first + 1)}-02~`,
  );
  const months = from && to ? `${year}-${from}/${year}-${to}~` : winters.join(' or ');
  return `Seasons are not supported. Write months, such as ${months}.`;
}

/** Why a text is not a date although the remedy looks the same. */
function describeLook(text: string): string {
  if (INVISIBLE.test(text)) return ' It has a space or an invisible character too many.';
  return text.search(HYPHENS) >= 0 ? ' Its hyphens are not the plain “-” of the keyboard.' : '';
}

/** The message for a text that is not a date: what is wrong, and what to write instead. */
export function describeMistake(text: string): string {
  const clean = plain(text);
  const kind = describeKind(clean);
  if (kind !== null) return `${quote(text)} is not a date. ${kind}`;
  const remedy = rewritten(clean) ?? (clean !== text && /^\d{4}/.test(clean) ? clean : null);
  const example = 'a date such as 2018, 2018-06, 2018-06-12 or 2018-06-12T09:04';
  const why = remedy === clean ? describeLook(text) : '';
  return `${quote(text)} is not a date.${why} Write ${remedy ?? example}.`;
}
