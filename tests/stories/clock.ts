import { Temporal } from 'temporal-polyfill';
import { zoneOf } from './thaw.ts';
import type { Event } from './thaw.ts';

/** The first date of an interval, without its qualifier. */
export const firstDate = (when: string): string => (when.split('/')[0] ?? '').replace(/[?~%]$/, '');

/** The last date of an interval, without its qualifier; the date itself where there is only one. */
export const lastDate = (when: string): string =>
  (when.split('/').at(-1) ?? '').replace(/[?~%]$/, '');

/** The instant at which a local date begins: its minute, or its first moment. A month begins on its 1st. */
export function instantOf(date: string, zone: string): Temporal.Instant {
  const day = date.length === 7 ? `${date}-01` : date;
  return Temporal.PlainDateTime.from(day)
    .toZonedDateTime(zone, { disambiguation: 'reject' })
    .toInstant();
}

export const startOf = (event: Event): Temporal.Instant =>
  instantOf(firstDate(event.when), zoneOf(event));

export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) < 0;
