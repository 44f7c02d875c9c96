import { describeMistake } from '../../../../time/date-hints.ts';
import { parseEdtf } from '../../../../time/edtf.ts';
import { isFlaw } from '../../../../time/flaw.ts';
import type { Cell } from './cell.ts';
import { isWeekday, monthOf } from './month-names.ts';
import { say } from './report.ts';

/** How `3/4/2018` is read. */
export type DayOrder = 'day-first' | 'month-first';

/** How `3/4/2018` and `3.4.2018` are read: a column may have American and German dates. */
export interface DayOrders {
  readonly slashes: DayOrder | null;
  readonly dots: DayOrder | null;
}

/** A date in EDTF, with a note if something was decided; or why there is none, and what to write. */
export type DateReading =
  | { readonly ok: true; readonly date: string; readonly note?: string }
  | { readonly ok: false; readonly message: string };

const fail = (message: string): DateReading => ({ ok: false, message });

const pad = (value: number | string, length = 2): string => String(value).padStart(length, '0');

const iso = (year: string, month: string | number, day?: string | number): string =>
  [pad(year, 4), pad(month), ...(day === undefined ? [] : [pad(day)])].join('-');

/** A day as it is written: one date; two numbers in either order; a year of two digits. Null for anything else. */
type Day =
  | { readonly kind: 'date'; readonly date: string }
  | {
      readonly kind: 'either';
      readonly first: number;
      readonly second: number;
      readonly year: string;
      readonly isDotted: boolean;
    }
  | { readonly kind: 'short-year' };

const dateOf = (date: string): Day => ({ kind: 'date', date });

function named(year: string, month: string, day?: string): Day | null {
  const number = monthOf(month);
  return number === null ? null : dateOf(iso(year, number, day));
}

type Pattern = readonly [pattern: RegExp, read: (...parts: string[]) => Day | null];

const WORD = String.raw`(\p{L}{3,12})\.?`;
const ORDINAL = String.raw`(\d{1,2})(?:st|nd|rd|th|er|\.)?`;

/** The ways of writing a day, in a text in NFKC with single spaces and plain hyphens. */
const PATTERNS: readonly Pattern[] = [
  // 2018年6月12日, 2018년 6월 12일
  [
    /^(\d{4}) ?[年년](?: ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일号號]?)?)?$/u,
    (year = '', month = '', day) => dateOf(month === '' ? year : iso(year, month, day)),
  ],
  // 2018. 6. 12., 2018/6/12, 2018-6-12
  [
    /^(\d{4}) ?[./-] ?(\d{1,2}) ?[./-] ?(\d{1,2})\.?$/,
    (year = '', month = '', day = '') => dateOf(iso(year, month, day)),
  ],
  // 12.06.2018, 12/06/2018
  [
    /^(\d{1,2}) ?([./-]) ?(\d{1,2}) ?[./-] ?(\d{4})\.?$/,
    (first, sign, second, year = '') => ({
      kind: 'either',
      first: Number(first),
      second: Number(second),
      year,
      isDotted: sign === '.',
    }),
  ],
  [/^\d{1,2} ?[./-] ?\d{1,2} ?[./-] ?['’]?\d{2}\.?$/, () => ({ kind: 'short-year' })],
  [/^(?:\d{1,2}[ -.]+)?\p{L}{3,12}[ -.]+['’]\d{2}$/u, () => ({ kind: 'short-year' })],
  [/^\d{1,2}[ .-]+\p{L}{3,12}[ .-]+\d{2}$/u, () => ({ kind: 'short-year' })],
  // 06/2018, 2018.06
  [/^(\d{1,2}) ?[./-] ?(\d{4})$/, (month = '', year = '') => dateOf(iso(year, month))],
  [/^(\d{4}) ?[.-] ?(\d{1,2})\.?$/, (year = '', month = '') => dateOf(iso(year, month))],
  // 20180612
  [/^(\d{4})(\d\d)(\d\d)$/, (year = '', month, day) => dateOf(iso(year, month ?? '', day))],
  // June 12, 2018
  [
    new RegExp(`^${WORD}[ -]${ORDINAL},? ?(\\d{4})$`, 'u'),
    (month = '', day, year = '') => named(year, month, day),
  ],
  // 12 June 2018, 12. Juni 2018, 12 de junio de 2018, 12-Jun-2018
  [
    new RegExp(`^${ORDINAL}[ -]?(?:de |of )?${WORD},?[ -]?(?:de |del )?(\\d{4})$`, 'u'),
    (day, month = '', year = '') => named(year, month, day),
  ],
  // June 2018, Jun-2018, junio de 2018
  [
    new RegExp(`^${WORD},?[ -](?:de |del )?(\\d{4})$`, 'u'),
    (month = '', year = '') => named(year, month),
  ],
  // 2018 June 12
  [
    new RegExp(`^(\\d{4})[ -]${WORD}(?:[ -]${ORDINAL})?$`, 'u'),
    (year = '', month = '', day) => named(year, month, day),
  ],
  // 1990s, 1990er, années 1990
  [/^(\d{3})0 ?(?:s|er|'s|’s|년대|年代)$/u, (decade = '') => dateOf(`${decade}X`)],
];

function readDay(text: string): Day | null {
  for (const [pattern, read] of PATTERNS) {
    const match = pattern.exec(text);
    const day = match && read(...match.slice(1));
    if (day) return day;
  }
  return null;
}

const CLOCK = new RegExp(
  [
    String.raw`^(.*?[^\s,T])(?:,? |,|T)(?:at |um |à |a las? |, )?`,
    String.raw`(오전|오후|上午|下午|午前|午後)? ?(\d{1,2})(?:[:h](\d\d)(?::(\d\d)(?:[.,]\d+)?)?)? ?`,
    String.raw`(a\.?m\.?|p\.?m\.?|uhr|h)?(z|[+-]\d\d:\d\d)?$`,
  ].join(''),
  'iu',
);

/** The time of day at the end of a text, as `T09:04`, and what stands before it. Null if there is none. */
function splitClock(text: string): { readonly day: string; readonly clock: string } | null {
  // Most texts have no time, and the pattern is slow.
  if (!/\d:\d|\dh|[ap]\.?m|uhr|[전후午]/i.test(text)) return null;
  const match = CLOCK.exec(text);
  if (match === null) return null;
  const [, day = '', before = '', hours = '', minutes, seconds, after = '', offset = ''] = match;
  // A number alone may be a year or a day.
  if (minutes === undefined && before === '' && after === '') return null;
  // Programs write a day as its midnight to the second. People do not. With an offset it is a moment.
  const isMidnight = seconds === '00' && /^0?0$/.test(hours) && minutes === '00';
  if (isMidnight && offset === '') return { day, clock: '' };
  const isAfternoon = /^p/i.test(after) || /오후|下午|午後/u.test(before);
  const isMorning = /^a/i.test(after) || /오전|上午|午前/u.test(before);
  const hour = Number(hours);
  if ((isMorning || isAfternoon) && hour > 12 && !(isAfternoon && hour < 24)) return null;
  const turned = isAfternoon && hour < 12 ? hour + 12 : isMorning && hour === 12 ? 0 : hour;
  const rest = seconds === undefined || seconds === '00' ? '' : `:${seconds}`;
  return { day, clock: `T${pad(turned)}:${minutes ?? '00'}${rest}${offset.toUpperCase()}` };
}

/** Of a time alone in a cell: `09:04`, `9:04 am`. As `T09:04`; null for anything else. */
export function readClock(cell: Cell): string | null {
  if (cell instanceof Date) return clockOf(cell.getTime()) || 'T00:00';
  if (typeof cell === 'number') {
    return cell >= 0 && cell < 1 ? clockOf(cell * DAY) || 'T00:00' : null;
  }
  return typeof cell === 'string' ? (splitClock(`0 ${tidy(cell)}`)?.clock ?? null) : null;
}

function tidy(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return withoutWeekday(plain);
}

/** “Tuesday, June 12, 2018” without the first word. “Mar 12, 2018” is March, “mar 12 juin 2018” a mardi. */
function withoutWeekday(text: string): string {
  const [word = ''] = /^\p{L}+/u.exec(text) ?? [];
  if (word === '' || !isWeekday(word)) return text;
  const rest = text.slice(word.length).replace(/^[., ]+/, '');
  return monthOf(word) === null || /\p{L}{3}/u.test(rest) ? rest : text;
}

/** “3 April”: a day of a year that does not matter. */
const spoken = (day: number, month: number): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2000, month - 1, day),
  );

type Either = Extract<Day, { kind: 'either' }>;

/** The order that two numbers can only have; null if both may be the day. */
function onlyOrder({ first, second }: Either): DayOrder | null {
  if (first > 12) return 'day-first';
  return second > 12 ? 'month-first' : null;
}

function describeEither(text: string, { first, second, year }: Either): string {
  const readings = `${spoken(first, second)} or ${spoken(second, first)}`;
  const remedy = `Write ${iso(year, second, first)}, or say --day-first or --month-first`;
  return `${say(text)} is ${readings}. ${remedy}.`;
}

function resolveDay(text: string, day: Day, orders: DayOrders): DateReading {
  if (day.kind === 'date') return { ok: true, date: day.date };
  if (day.kind === 'short-year') {
    return fail(`${say(text)} has a year of two digits. Write four, as in 2018-06-12.`);
  }
  const { first, second, year, isDotted } = day;
  const isSame = first === second;
  const order = isDotted ? orders.dots : orders.slashes;
  // With full stops the day comes first wherever people write so.
  const known = onlyOrder(day) ?? order ?? (isSame || isDotted ? 'day-first' : null);
  if (known === null) return fail(describeEither(text, day));
  const [date, month] = known === 'day-first' ? [first, second] : [second, first];
  return { ok: true, date: iso(year, month, date) };
}

/** The date if EDTF has it; else why not. */
function checked(text: string, date: string): DateReading {
  const reading = parseEdtf(date);
  if (!isFlaw(reading)) return { ok: true, date };
  return fail(
    text === date ? reading.message : `${say(text)} cannot be a date: ${reading.message}`,
  );
}

/** What may be EDTF. The parser takes its time to say what is wrong with anything else. */
const EDTF = /^(?:\d{3}[\dX]|\.\.)\S*$/;

function readPoint(text: string, orders: DayOrders): DateReading {
  if (EDTF.test(text) && !isFlaw(parseEdtf(text))) return { ok: true, date: text };
  const whole = readDay(text);
  const split = whole === null ? splitClock(text) : null;
  const day = whole ?? (split && readDay(split.day.replace(/,$/, '')));
  if (day === null) return fail(describeMistake(text));
  const resolved = resolveDay(text, day, orders);
  if (!resolved.ok) return resolved;
  return checked(text, `${resolved.date}${split?.clock ?? ''}`);
}

const ABOUT = /^(?:c\.|ca\.?|circa|about|around|approx\.?|um|vers|hacia|약) ?(?=[\p{L}\d])/iu;
const FROM_TO = / (?:-|to|until|bis|au|al|hasta) | ?[~〜] ?|(?<=\d{4})-(?=\d{4}$)/u;

/** Of an end that has not come: `ongoing`, `heute`, `..`. */
const OPEN =
  /^(?:\.\.|ongoing|present|today|now|open|heute|offen|laufend|en cours|actualidad|presente?|현재|至今|现在|現在)$/iu;

export const isOpenEnd = (cell: Cell): boolean => typeof cell === 'string' && OPEN.test(tidy(cell));

const MAX_DATE = 100;

function readText(written: string, orders: DayOrders): DateReading {
  const text = tidy(written);
  if (text.length > MAX_DATE) return fail(describeMistake(written));
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return readNumber(Number(text));
  const about = text.replace(ABOUT, '');
  if (about !== text) {
    const point = readPoint(about, orders);
    return point.ok ? checked(text, `${point.date}~`) : point;
  }
  const whole = readPoint(text, orders);
  if (whole.ok) return whole;
  const ends = text.split(FROM_TO);
  if (ends.length !== 2) return whole;
  const [from, to] = ends.map((end) => readPoint(end, orders));
  if (!from?.ok || !to?.ok) return whole;
  return checked(text, `${from.date}/${to.date}`);
}

const DAY = 86_400_000;
/** Serial number of 1 January 1970. */
const UNIX_EPOCH = 25_569;
const MARCH_1900 = Date.UTC(1900, 2, 1);

/** `T09:04` of a local time in milliseconds, to the nearest second; empty at midnight. */
function clockOf(local: number): string {
  const seconds = Math.round(local / 1000);
  const clock = new Date(seconds * 1000).toISOString().slice(11, 19);
  if (clock === '00:00:00') return '';
  return `T${clock.endsWith(':00') ? clock.slice(0, 5) : clock}`;
}

/** A date cell: UTC stands for the clock of the place. */
function readCellDate(cell: Date): DateReading {
  const local = Math.round(cell.getTime() / 1000) * 1000;
  if (Number.isNaN(local)) return fail('is not a date. Write one such as 2018-06-12.');
  if (local < MARCH_1900 && local > Date.UTC(1899, 11, 29)) {
    const remedy = 'Format the cell as text and write the date, such as 1900-02-01.';
    return fail(`is a date cell before March 1900, which programs read a day apart. ${remedy}`);
  }
  const year = new Date(local).getUTCFullYear();
  if (year < 1 || year > 9999) {
    return fail(`has the year ${year}. Years run from 0001 to 9999.`);
  }
  const date = `${new Date(local).toISOString().slice(0, 10)}${clockOf(local)}`;
  return { ok: true, date };
}

const UNKNOWN: DayOrders = { slashes: null, dots: null };

/** A number: a year, a day as 20180612, or the days that a spreadsheet counts since 1900. */
function readNumber(number: number): DateReading {
  if (Number.isInteger(number) && number >= 1000 && number < 3000) {
    return { ok: true, date: String(number) };
  }
  if (number >= 10_000 && number < 100_000) {
    const reading = readCellDate(new Date((number - UNIX_EPOCH) * DAY));
    if (!reading.ok) return reading;
    return {
      ...reading,
      note: `has numbers that spreadsheets count days with. They are read as dates: ${number} as ${reading.date}. Check one of them.`,
    };
  }
  if (/^\d{8}$/.test(String(number))) return readText(String(number), UNKNOWN);
  return fail(`The number ${number} is not a date. Write one such as 2018-06-12.`);
}

/** Reads a date cell. Without an order, a date that can be read both ways is a fault. */
export function readDate(cell: Cell, order: DayOrder | DayOrders | null): DateReading {
  const orders = typeof order === 'object' ? (order ?? UNKNOWN) : { slashes: order, dots: order };
  if (cell instanceof Date) return readCellDate(cell);
  if (typeof cell === 'number') return readNumber(cell);
  if (typeof cell === 'string') return readText(cell, orders);
  return fail('is not a date. Write one such as 2018-06-12.');
}

/** A date that may have the day or the month first. */
const NUMBERS = /(?<![\d./-])\d{1,2} ?[./-] ?\d{1,2} ?[./-] ?\d{4}(?!\d|[./-]\d)/g;

/** The order that the dates of a column can only have, for each sign; null for none, or if they contradict each other. */
export function ordersIn(cells: Iterable<Cell>): DayOrders {
  const slashes = new Set<DayOrder>();
  const dots = new Set<DayOrder>();
  for (const cell of cells) {
    if (typeof cell !== 'string' || cell.length > MAX_DATE) continue;
    for (const [numbers] of tidy(cell).matchAll(NUMBERS)) {
      const day = readDay(numbers);
      if (day?.kind !== 'either') continue;
      const order = onlyOrder(day);
      if (order !== null) (day.isDotted ? dots : slashes).add(order);
    }
  }
  return { slashes: onlyOne(slashes.size > 0 ? slashes : dots), dots: onlyOne(dots) };
}

function onlyOne(orders: ReadonlySet<DayOrder>): DayOrder | null {
  const [order = null] = orders;
  return orders.size === 1 ? order : null;
}
