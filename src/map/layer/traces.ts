import type { Journey } from '../../scene/journey.ts';
import type { Person, Place } from '../../story/story.ts';

/** One element of the drawing: hairlines of one strength. */
export interface Hairlines {
  /** An element keeps its key as long as it shows the same hairlines, or more of them. */
  readonly key: string;
  /** Path data. */
  readonly d: string;
  /** From 0 to 1. */
  readonly opacity: number;
  /** The ids of the journeys of a selection, separated by spaces. Other elements have none. */
  readonly journeys?: string;
}

/** A hairline between two places: drawn when more than `from` journeys are over, and not more than `until`. */
interface Trace {
  readonly from: number;
  until: number;
  readonly d: string;
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
 * or person is selected. There is one hairline for each pair of places, however often it was gone: the last journey's. All
 * are faint. The latest journeys are drawn once more on top, and so are those of the selection: from and to a place, or
 * everywhere a person went or wrote to, or was written to from, by that person's own last journey.
 */
export function createTraces(
  journeys: readonly Journey[],
  pathOf: (journey: Journey) => string | null,
): (over: number, selected?: Place | Person) => readonly Hairlines[] {
  const traces: Trace[] = [];
  const paths = journeys.map(pathOf);
  const pairs = new Map<string, Trace>();
  for (const [from, journey] of journeys.entries()) {
    const pair = pairOf(journey);
    const d = paths[from] ?? null;
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
  /** The last journey of each pair of places among those from one index until another: all, or those of a selection. */
  const lastOfPairs = (
    start: number,
    end: number,
    selected?: Place | Person,
  ): readonly number[] => {
    const last = new Map<string, number>();
    for (const [index, journey] of journeys.slice(start, end).entries()) {
      if (!selected || isOf(journey, selected)) last.set(pairOf(journey), start + index);
    }
    return [...last.values()];
  };
  return (over, selected) => {
    const faint = shelves.map((shelf, index) => ({
      key: `faint-${index}`,
      d: shelf(over),
      opacity: FAINTEST,
    }));
    const latest = lastOfPairs(Math.max(0, over - FADED), over).map((index) => ({
      key: journeys[index]?.id ?? '',
      d: paths[index] ?? '',
      opacity: 1 - (over - 1 - index) / FADED,
    }));
    const chosen = lastOfPairs(0, selected ? over : 0, selected).filter((index) => paths[index]);
    const strong = {
      key: 'selected',
      d: chosen.map((index) => paths[index]).join(''),
      opacity: 1,
      journeys: chosen.map((index) => journeys[index]?.id).join(' '),
    };
    return [...faint, ...latest, strong].filter(({ d }) => d !== '');
  };
}

const pairOf = ({ from, to }: Journey): string => [from.id, to.id].sort().join('/');

/** Whether a journey is a place's or a person's. A letter is its receiver's too. Ids may be equal, so objects are compared. */
function isOf({ kind, from, to, people, event }: Journey, selected: Place | Person): boolean {
  const receiver = kind === 'letter' ? event.letter?.to : undefined;
  return [from, to, ...people, receiver].includes(selected);
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
