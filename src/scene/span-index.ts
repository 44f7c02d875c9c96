import { countUpTo } from '../time/binary-search.ts';

/** A half-open interval of time: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Bucket<T> {
  readonly starts: Float64Array;
  readonly spans: readonly T[];
  readonly longest: number;
}

/**
 * Finds the spans that cover an instant. Spans go into buckets by length: each bucket holds spans up to four times as
 * long as the one before, sorted by start. So a long span (a state that lasts a year) never makes a search pass all
 * short ones. A query costs one binary search for each bucket, and at most about four steps for each span found.
 */
export function createSpanIndex<T extends Span>(spans: readonly T[]): (time: number) => T[] {
  const classes = new Map<number, T[]>();
  for (const span of spans) {
    const key = lengthClass(span);
    const bucket = classes.get(key);
    if (bucket) bucket.push(span);
    else classes.set(key, [span]);
  }
  const buckets = [...classes.values()].map(createBucket);
  return (time) => buckets.flatMap((bucket) => coveringIn(bucket, time));
}

const lengthClass = ({ start, end }: Span): number =>
  Math.ceil(Math.log2(Math.max(end - start, 2 ** -10)) / 2);

function createBucket<T extends Span>(spans: readonly T[]): Bucket<T> {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return {
    starts: Float64Array.from(sorted, (span) => span.start),
    spans: sorted,
    longest: sorted.reduce((longest, span) => Math.max(longest, span.end - span.start), 0),
  };
}

function coveringIn<T extends Span>(bucket: Bucket<T>, time: number): readonly T[] {
  const past = countUpTo(bucket.starts, time);
  const found: T[] = [];
  for (let index = past - 1; index >= 0; index--) {
    const span = bucket.spans[index];
    if (!span || span.start < time - bucket.longest) break;
    if (span.end > time) found.push(span);
  }
  return found;
}
