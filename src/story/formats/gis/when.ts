import { approximate, between, isEdtf, readIso } from '../carry/dates.ts';
import { read } from '../carry/reading.ts';
import type { Losses, Reading } from '../carry/reading.ts';

/** The dates of a `when`, one for each timespan, and the names of its periods. */
export interface WhenDates {
  readonly dates: readonly string[];
  readonly periods: readonly string[];
}

/**
 * One end of a timespan: a text, or `{ in | earliest | latest }`. With both `earliest` and `latest` it is an
 * approximate date; `outer` says which of them counts.
 */
function endOf(
  span: Reading,
  key: 'start' | 'end',
  outer: 'earliest' | 'latest',
  zone: string,
  losses: Losses,
): string | null {
  const written = span.text(key);
  if (written !== '') return readIso(written, zone) ?? lose(key, written, span, losses);
  const end = span.inner(key);
  if (end === null) return null;
  const exact = end.text('in');
  if (exact !== '') return readIso(exact, zone) ?? lose(`${key}.in`, exact, span, losses);
  const inner = outer === 'earliest' ? 'latest' : 'earliest';
  const [first, second] = [end.text(outer), end.text(inner)];
  const date = readIso(first || second, zone);
  if (date === null) return lose(key, first || second, span, losses);
  if (first !== '' && second !== '' && first !== second) {
    lose(`${key}.${inner}`, second, span, losses);
    losses.push({ where: span.where, message: `The ${key} ${date} is marked as approximate.` });
  }
  return first === second ? date : approximate(date);
}

function lose(key: string, written: string, { where }: Reading, losses: Losses): null {
  if (written !== '')
    losses.push({ where, message: `${key} "${written.slice(0, 80)}" is not carried over.` });
  return null;
}

function spanDate(value: unknown, where: string, zone: string, losses: Losses): string | null {
  const span = read(value, where, losses, 'when.timespans.');
  const from = endOf(span, 'start', 'earliest', zone, losses);
  const to = endOf(span, 'end', 'latest', zone, losses);
  span.leave();
  if (to === null) return from;
  const date = between(from, to);
  if (date === null)
    losses.push({
      where,
      message: `The timespan from ${from ?? '..'} to ${to} ends before it begins.`,
    });
  return date;
}

/** Marks a date as uncertain, where it has no qualifier. */
const uncertain = (date: string): string => {
  const marked = date
    .split('/')
    .map((end) => (end === '..' || /[?~%]$/.test(end) ? end : `${end}?`))
    .join('/');
  return isEdtf(marked) ? marked : date;
};

/** Reads a `when` of GeoJSON-T or of the Linked Places Format. The end that is missing is described by the start. */
export function readWhen(when: Reading, zone: string, losses: Losses): WhenDates {
  const { where } = when;
  const spans = when.list('timespans');
  const single = spans.length === 0 ? when.inner('timespan') : null;
  // Some files have start and end in `when` itself.
  const found =
    spans.length > 0
      ? spans.map((one) => spanDate(one, where, zone, losses))
      : [spanOf(single ?? when, zone, losses)];
  const doubt = when.text('certainty');
  const isDoubtful = /^(?:less-certain|uncertain)$/.test(doubt);
  if (isDoubtful)
    losses.push({
      where,
      message: `certainty "${doubt}" is carried over as the "?" of the date only.`,
    });
  else if (doubt !== '' && doubt !== 'certain') lose('certainty', doubt, when, losses);
  const periods = when.list('periods').map((one) => {
    const period = read(one, where, losses, 'when.periods.');
    const name = period.text('name');
    period.leave();
    return name;
  });
  when.leave();
  const dates = found.flatMap((date) =>
    date === null ? [] : [isDoubtful ? uncertain(date) : date],
  );
  return { dates, periods: periods.filter((name) => name !== '') };
}

const spanOf = (span: Reading, zone: string, losses: Losses): string | null =>
  spanDate({ start: span.take('start'), end: span.take('end') }, span.where, zone, losses);
