import { isBelowAxis } from '../scene/figures.ts';
import type { Chronology, Moment } from '../story/chronology.ts';

/** Events on the timeline: one, or several that would lie on one another, merged. */
export interface TimelineMark {
  readonly moments: readonly Moment[];
  readonly below: boolean;
  /** In pixels; for spans `end` is further right. */
  readonly x: number;
  readonly end: number;
  /** The dates are approximate or the event is only planned: soft ends, hollow mark. */
  readonly soft: boolean;
}

/** Marks closer than this, in pixels, could not be told apart and are merged. */
const MERGE = 9;

/** A bar shorter than this, in pixels, is a dot. */
const SHORTEST_BAR = 7;

export function createTimelineMarks(
  { moments }: Chronology,
  axis: (step: number) => number,
): readonly TimelineMark[] {
  const told = moments.filter(({ event }) => event.kind !== 'state');
  return [false, true].flatMap((below) =>
    merge(
      told
        .filter(({ event }) => isBelowAxis(event) === below)
        .map((moment) => markOf(moment, below, axis)),
    ),
  );
}

function markOf(moment: Moment, below: boolean, axis: (step: number) => number): TimelineMark {
  const { event } = moment;
  const [x, last] = [axis(Math.floor(moment.start)), axis(moment.end - 1)];
  return {
    moments: [moment],
    below,
    x,
    end: last - x >= SHORTEST_BAR ? last : x,
    soft: event.status !== 'happened' || isApproximate(moment),
  };
}

const isApproximate = ({ event: { when } }: Moment): boolean =>
  [when.from, when.to].some((bound) => bound !== null && bound.certainty !== 'certain');

/** Left to right; a bar is merged only with what begins where it begins. */
function merge(marks: readonly TimelineMark[]): readonly TimelineMark[] {
  const merged: TimelineMark[] = [];
  for (const mark of marks) {
    const last = merged.at(-1);
    if (!last || mark.x - last.x >= MERGE) {
      merged.push(mark);
      continue;
    }
    merged[merged.length - 1] = {
      ...last,
      moments: [...last.moments, ...mark.moments],
      end: Math.max(last.end, mark.end),
      soft: last.soft && mark.soft,
    };
  }
  return merged;
}
