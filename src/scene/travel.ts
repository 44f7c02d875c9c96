import type { Chronology, Moment } from '../story/chronology.ts';
import type { Person } from '../story/story.ts';
import { isGathering } from './figures.ts';
import { journeysOf, type Journey } from './journey.ts';
import type { BowMark } from './scene.ts';
import type { Span } from './spans.ts';

/** How many of the slider's steps a traveller is under way before the event begins. */
export const TRAVEL = 3;

/** A journey in time: from setting out until the event is over. */
export interface Travel extends Span {
  readonly journey: Journey;
  /** When the travellers arrive and the event begins. */
  readonly arrival: number;
  /** The bow once they are there: always the same, so that nobody draws it twice. */
  readonly arrived: BowMark;
}

/**
 * Everyone's ways, in order. Bonds appear with the seal; people and letters are under way before the event
 * begins. Who is there already, for what went before, does not come again.
 */
export function travelsOf({ moments }: Chronology): readonly Travel[] {
  const staying = new Map<Person, Moment>();
  const isThere = (person: Person, moment: Moment): boolean => {
    const stay = staying.get(person);
    return stay?.event.at?.mark === moment.event.at?.mark && (stay?.end ?? 0) >= moment.start;
  };
  return moments.flatMap((moment) => {
    const { start, end, event } = moment;
    const journeys = journeysOf(event, (person) => !isThere(person, moment));
    if (isGathering(event)) for (const person of event.who) staying.set(person, moment);
    return journeys.map((journey) => ({
      journey,
      start: journey.kind === 'bond' ? start : start - TRAVEL,
      end,
      arrival: start,
      arrived: { journey, progress: 1, hollow: event.status !== 'happened' },
    }));
  });
}

/** The bow of a travel at a time within its span. */
export function bowOf({ start, arrival, arrived }: Travel, time: number): BowMark {
  if (time >= arrival) return arrived;
  return { ...arrived, progress: (time - start) / (arrival - start) };
}

/** Whether a hairline stays when it is over. A bond is not a journey: nobody went there. */
export const leavesTrace = ({ journey }: Travel): boolean =>
  journey.kind !== 'bond' && journey.event.status === 'happened';
