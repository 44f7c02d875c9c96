import { isBelowAxis } from '../../scene/figures.ts';
import type { Chronology, Moment } from '../../story/chronology.ts';

/** A mark on the timeline: one event, or several that would overlap. */
export interface TimelineMark {
  readonly moments: readonly Moment[];
  readonly below: boolean;
  /** In pixels. If the event lasts, `end` is further right. */
  readonly x: number;
  readonly end: number;
  /** Drawn hollow: the dates are approximate, or the event has not happened. */
  readonly soft: boolean;
  /** Some of the merged events are soft: a filled mark with a dashed outline. */
  readonly mixed: boolean;
}

/** Marks closer than this, in pixels, are merged. */
const MERGE = 9;

/** A bar shorter than this, in pixels, is a dot. */
const SHORTEST_BAR = 7;

export function createTimelineMarks(
  { moments }: Chronology,
  axis: (step: number) => number,
): readonly TimelineMark[] {
  const shown = moments.filter(({ event }) => event.kind !== 'state');
  return [false, true].flatMap((below) =>
    merge(
      shown
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
    mixed: false,
  };
}

/** A date that is known to about a minute has a certain day, so it does not count as approximate. */
const isApproximate = ({ event: { when } }: Moment): boolean =>
  [when.from, when.to].some(
    (bound) =>
      bound !== null &&
      bound.certainty !== 'certain' &&
      !(bound.precision === 'minute' && bound.certainty === 'approximate'),
  );

/** Merges marks, sorted from left to right, that begin closer than `MERGE` to the first of their group. */
function merge(marks: readonly TimelineMark[]): readonly TimelineMark[] {
  const groups: TimelineMark[][] = [];
  for (const mark of marks) {
    const group = groups.at(-1);
    const near = group?.[0] && mark.x - group[0].x < MERGE;
    if (group && near) group.push(mark);
    else groups.push([mark]);
  }
  return groups.map((group) => ({
    moments: group.flatMap(({ moments }) => moments),
    below: group[0]?.below ?? false,
    x: group[0]?.x ?? 0,
    end: group.reduce((last, { end }) => Math.max(last, end), 0),
    soft: group.every(({ soft }) => soft),
    mixed: group.some(({ soft }) => soft) && group.some(({ soft }) => !soft),
  }));
}
