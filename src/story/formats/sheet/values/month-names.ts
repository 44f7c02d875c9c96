import { fold } from './fold.ts';

/** Languages whose month names are read. None of their names means another month in another of them. */
const LANGUAGES = ['en', 'en-GB', 'de', 'fr', 'es', 'it', 'pt', 'nl'];
/** The middle of a month is in that month in every zone. */
const dayOf = (month: number): number => Date.UTC(2018, month, 15);

function namesOf(field: 'month' | 'weekday', style: 'long' | 'short', days: readonly number[]) {
  return LANGUAGES.flatMap((language) => {
    const format = new Intl.DateTimeFormat(language, { [field]: style, timeZone: 'UTC' });
    return days.map((day, index) => [fold(format.format(day)), index + 1] as const);
  });
}

const MONTH_DAYS = Array.from({ length: 12 }, (_, month) => dayOf(month));
const WEEK_DAYS = Array.from({ length: 7 }, (_, day) => Date.UTC(2018, 0, 1 + day));

/** Made when a name is first asked for: a file of ISO dates needs none. */
let months: ReadonlyMap<string, number> | null = null;
let weekdays: ReadonlySet<string> | null = null;

/** The number of a month, from 1, by its name or abbreviation in a language; null for another word. */
export function monthOf(word: string): number | null {
  months ??= new Map([
    ...namesOf('month', 'short', MONTH_DAYS),
    ...namesOf('month', 'long', MONTH_DAYS),
    ['marz', 3],
    ['sept', 9],
    ['janner', 1],
    ['mrz', 3],
  ]);
  return months.get(fold(word)) ?? null;
}

/** Whether a word is the name of a day of the week. */
export function isWeekday(word: string): boolean {
  weekdays ??= new Set(
    [...namesOf('weekday', 'short', WEEK_DAYS), ...namesOf('weekday', 'long', WEEK_DAYS)].map(
      ([name]) => name,
    ),
  );
  return weekdays.has(fold(word));
}
