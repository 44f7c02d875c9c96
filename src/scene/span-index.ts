import { countUpTo } from '../time/binary-search.ts';

/** Something that is the case from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Shelf<T> {
  readonly starts: Float64Array;
  readonly spans: readonly T[];
  readonly longest: number;
}

/**
 * Answers which spans cover an instant. Spans are shelved by length, each shelf four times longer than
 * the one before, and sorted by start: one long span (a state that lasts a year) then never makes a
 * search walk past all short ones. An answer costs a bisection a shelf and at most about four steps for
 * each span found.
 */
export function createSpanIndex<T extends Span>(spans: readonly T[]): (time: number) => T[] {
  const classes = new Map<number, T[]>();
  for (const span of spans) {
    const key = lengthClass(span);
    const shelf = classes.get(key);
    if (shelf) shelf.push(span);
    else classes.set(key, [span]);
  }
  const shelves = [...classes.values()].map(shelve);
  return (time) => shelves.flatMap((shelf) => coveringOn(shelf, time));
}

const lengthClass = ({ start, end }: Span): number =>
  Math.ceil(Math.log2(Math.max(end - start, 2 ** -10)) / 2);

function shelve<T extends Span>(spans: readonly T[]): Shelf<T> {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return {
    starts: Float64Array.from(sorted, (span) => span.start),
    spans: sorted,
    longest: sorted.reduce((longest, span) => Math.max(longest, span.end - span.start), 0),
  };
}

function coveringOn<T extends Span>(shelf: Shelf<T>, time: number): readonly T[] {
  const past = countUpTo(shelf.starts, time);
  const found: T[] = [];
  for (let index = past - 1; index >= 0; index--) {
    const span = shelf.spans[index];
    if (!span || span.start < time - shelf.longest) break;
    if (span.end > time) found.push(span);
  }
  return found;
}
