import type { Journey } from '../../scene/journey.ts';
import type { Place } from '../../story/story.ts';

/** One element of the drawing: hairlines of one strength. */
export interface Hairlines {
  /** An element keeps its key as long as it shows the same hairlines, or more of them. */
  readonly key: string;
  /** Path data. */
  readonly d: string;
  /** From 0 to 1. */
  readonly opacity: number;
}

/** A hairline between two places: drawn when more than `from` journeys are over, and not more than `until`. */
interface Trace {
  readonly from: number;
  until: number;
  readonly d: string;
  readonly ends: readonly Place[];
}

/** Hairlines that share an element: so many at most. When a journey ends, one of these elements changes. */
const SHARED = 100;

/** After so many more journeys a hairline has faded. So many lines can be told apart on a small map. */
const FADED = 8;

/**
 * The opacity of a faded hairline. It is then about as faint as a border: who looks for it finds it. That is less contrast
 * than a line under way has, because the list of events tells of the journey too.
 */
export const FAINTEST = 0.4;

/**
 * The hairlines of journeys that are over, as path data for a few elements, by how many journeys are over and which place
 * is selected. There is one hairline for each pair of places, however often it was gone: the last journey's. All are faint.
 * The latest journeys are drawn once more on top, and so are those from and to a selected place.
 */
export function createTraces(
  journeys: readonly Journey[],
  pathOf: (journey: Journey) => string | null,
): (over: number, selected?: Place) => readonly Hairlines[] {
  const traces: Trace[] = [];
  const pairs = new Map<string, Trace>();
  for (const [from, journey] of journeys.entries()) {
    const pair = pairOf(journey);
    const d = pathOf(journey);
    const before = pairs.get(pair);
    if (d === null || before?.d === d) continue;
    if (before) before.until = from;
    const trace = { from, until: Infinity, d, ends: [journey.from, journey.to] };
    traces.push(trace);
    pairs.set(pair, trace);
  }
  const shelves = Array.from({ length: Math.ceil(traces.length / SHARED) }, (_, index) =>
    shelve(traces.slice(index * SHARED, (index + 1) * SHARED)),
  );
  return (over, selected) => {
    const faint = shelves.map((shelf, index) => ({
      key: `faint-${index}`,
      d: shelf(over),
      opacity: FAINTEST,
    }));
    const last = new Map(
      journeys
        .slice(Math.max(0, over - FADED), over)
        .map((journey, index, { length }) => [
          pairOf(journey),
          { journey, age: length - 1 - index },
        ]),
    );
    const latest = [...last.values()].map(({ journey, age }) => ({
      key: journey.id,
      d: pathOf(journey) ?? '',
      opacity: 1 - age / FADED,
    }));
    const chosen = traces.filter(
      ({ from, until, ends }) =>
        selected !== undefined && ends.includes(selected) && from < over && over <= until,
    );
    const strong = { key: 'selected', d: chosen.map(({ d }) => d).join(''), opacity: 1 };
    return [...faint, ...latest, strong].filter(({ d }) => d !== '');
  };
}

const pairOf = ({ from, to }: Journey): string => [from.id, to.id].sort().join('/');

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
