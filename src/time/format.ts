import type { DateWords } from './date-words.ts';
import { localOf, type Unit } from './gregorian.ts';
import type { DatePrecision } from './interval.ts';

/** How much of a date is written, and how long. */
export type Style = 'day' | 'month' | 'year' | 'time' | 'short-day' | 'short-month';

const OPTIONS: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
  // Versions of Intl disagree on the names of the halves of a day.
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  'short-day': { day: 'numeric', month: 'short' },
  'short-month': { month: 'short' },
};

const locales = new Map<string, string>();
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The locale to format in: British English for `en` (12 June 2018) and for whatever Intl does not know,
 * which would otherwise read in the language of the reader's machine.
 */
export function localeOf(language: string): string {
  const known = locales.get(language);
  if (known !== undefined) return known;
  let locale = 'en-GB';
  try {
    const [supported = 'en'] = Intl.DateTimeFormat.supportedLocalesOf(language);
    locale = supported === 'en' ? 'en-GB' : supported;
  } catch {
    // Not even a tag: English.
  }
  locales.set(language, locale);
  return locale;
}

/** Intl's format for it, made once: it is the making that takes long. */
export function formatOf(style: Style, locale: string): Intl.DateTimeFormat {
  const key = `${style} ${locale}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  // Local milliseconds are read as UTC, so the reader's own zone never enters. The calendar is forced,
  // or Thai and Persian pages would count other years than the sources do.
  const options = { ...OPTIONS[style], timeZone: 'UTC', calendar: 'gregory' };
  const format = new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}

/** A date that is known to a precision, in words: “12 June 2018”, “June 2018”, “2018”, “2010s”. */
export function formatPoint(localMs: number, precision: DatePrecision, words: DateWords): string {
  const locale = localeOf(words.language);
  if (precision !== 'decade') return formatOf(precision, locale).format(localMs);
  const format = formatOf('year', locale);
  const { decade } = words.dates;
  const first = new Date(localMs).getUTCFullYear();
  if (decade !== null) return decade(format.format(localMs).replace(/[^\p{Nd}]/gu, ''));
  return format.formatRange(localMs, localOf(first + 9));
}

/** A label below the timeline: “3 Jun”, “Jun”, “2018”. */
export const formatTick = (localMs: number, unit: Unit, language: string): string =>
  formatOf(unit === 'year' ? 'year' : `short-${unit}`, localeOf(language)).format(localMs);

/** A time of day as the language writes it: “09:04”. */
export const formatTime = (localMs: number, language: string): string =>
  formatOf('time', localeOf(language)).format(localMs);
