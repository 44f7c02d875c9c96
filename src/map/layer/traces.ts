import type { Journey } from '../../scene/journey.ts';

/** A hairline between two places: drawn when more than `from` journeys are over, and not more than `until`. */
interface Trace {
  readonly from: number;
  until: number;
  readonly d: string;
}

/** Hairlines that share an element: so many at most. When a journey ends, one element changes. */
const SHARED = 100;

/**
 * The hairlines of journeys that are over, as path data for a few elements, by how many journeys are over. There is one
 * hairline for each pair of places, however often it was gone: the last journey's.
 */
export function createTraces(
  journeys: readonly Journey[],
  pathOf: (journey: Journey) => string | null,
): (over: number) => readonly string[] {
  const traces: Trace[] = [];
  const pairs = new Map<string, Trace>();
  for (const [from, journey] of journeys.entries()) {
    const pair = [journey.from.id, journey.to.id].sort().join('/');
    const d = pathOf(journey);
    const before = pairs.get(pair);
    if (d === null || before?.d === d) continue;
    if (before) before.until = from;
    const trace = { from, until: Infinity, d };
    traces.push(trace);
    pairs.set(pair, trace);
  }
  const shelves = Array.from({ length: Math.ceil(traces.length / SHARED) }, (_, index) =>
    shelve(traces.slice(index * SHARED, (index + 1) * SHARED)),
  );
  return (over) => shelves.map((shelf) => shelf(over)).filter((d) => d !== '');
}

/** Path data that does not change is always the same string. */
function shelve(traces: readonly Trace[]): (over: number) => string {
  const [first, last] = [traces[0]?.from ?? 0, traces.at(-1)?.from ?? 0];
  const settled = traces.every(({ until }) => until === Infinity);
  const whole = traces.map(({ d }) => d).join('');
  return (over) => {
    if (over <= first) return '';
    if (settled && over > last) return whole;
    return traces
      .filter(({ from, until }) => from < over && over <= until)
      .map(({ d }) => d)
      .join('');
  };
}
