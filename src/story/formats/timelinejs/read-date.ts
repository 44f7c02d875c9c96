import { approximate, between, isEdtf, isVague } from '../carry/dates.ts';
import type { Item } from '../carry/item.ts';
import type { Losses, Reading } from '../carry/reading.ts';

/** A number of a date. Numbers often stand in quotes, and sheets put commas and spaces into them. Null if it is none. */
const numberOf = (text: string): number | null => {
  const digits = text.replace(/[\s,]+/g, '');
  return /^-?\d{1,7}(?:\.0+)?$/.test(digits) ? Number(digits) : null;
};

/** What to do with a date that is none. */
const WRITE = 'Write numbers, such as year 2018, month 6, day 12.';

const KEYS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;
const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

/** A date object of TimelineJS as EDTF; null if nothing is written in it; or why it is none. Takes its keys. */
export function dateOf(date: Reading): { readonly date: string | null } | { readonly why: string } {
  const written = KEYS.map((key) => date.text(key));
  const first = written.findIndex((text) => text === '');
  const used = first < 0 ? written : written.slice(0, first);
  const beyond = written.slice(used.length).filter((text) => text !== '');
  if (used.length === 0) return beyond.length === 0 ? { date: null } : { why: 'no year.' };
  const numbers = used.map(numberOf);
  const wrong = numbers.indexOf(null);
  if (wrong >= 0) return { why: `"${used[wrong] ?? ''}" is no ${KEYS[wrong] ?? 'number'}.` };
  if (beyond.length > 0)
    return { why: `there is no ${KEYS[used.length] ?? 'number'}, but what follows it.` };
  const [year = 0, month, day, hour, minute = 0, second = 0] = numbers as number[];
  if (year < 1 || year > 9999)
    return { why: `the year ${year} is not from 1 to 9999, which a story can show.` };
  const days = [
    pad(year, 4),
    ...[month, day].flatMap((one) => (one === undefined ? [] : [pad(one)])),
  ].join('-');
  const clock =
    hour === undefined
      ? ''
      : `T${pad(hour)}:${pad(minute)}${second > 0 ? `:${pad(Math.floor(second))}` : ''}`;
  return isEdtf(days + clock) ? { date: days + clock } : { why: `${days}${clock} does not exist.` };
}

/**
 * The date of a slide or an era: from its start to its end. `display_date` is what readers saw. Where it says that the
 * date is not exact (“about 1987”), the date is marked as approximate.
 */
export function whenOf(slide: Reading, losses: Losses): Item['when'] {
  const { where } = slide;
  const start = slide.inner('start_date');
  if (start === null)
    return { undated: 'no start_date. Add "start_date": { "year": 2018, "month": 6, "day": 12 }.' };
  const end = slide.inner('end_date');
  const shown = [slide, start, end]
    .map((one) => one?.text('display_date') ?? '')
    .filter((text) => text !== '');
  const from = dateOf(start);
  const to = end === null ? { date: null } : dateOf(end);
  if ('why' in from) return { undated: `start_date: ${from.why} ${WRITE}` };
  if (from.date === null) return { undated: 'start_date has no year. Write one.' };
  if ('why' in to) return { undated: `end_date: ${to.why} ${WRITE}` };
  const date = to.date === null ? from.date : between(from.date, to.date);
  if (date === null)
    return {
      undated: 'the end_date is before the start_date. Swap them, or leave the end_date out.',
    };
  const isAbout = shown.some(isVague);
  for (const text of shown) {
    const note = isAbout && isVague(text) ? ' The date is marked as approximate.' : '';
    losses.push({ where, message: `display_date “${text}” is not carried over.${note}` });
  }
  return isAbout ? approximate(date) : date;
}
