import type { Chronology, Moment } from '../story/chronology.ts';
import { isGathering, type Person } from '../story/story.ts';
import { overtakenAt } from './event-spans.ts';
import { journeysOf, type Journey } from './journey.ts';
import type { ArcMark } from './scene.ts';
import type { Span } from './span-index.ts';

/** How many of the slider's steps a traveller is under way before the event begins; fewer, if he comes from another. */
export const TRAVEL = 3;

/** A journey in time: from setting out until the event is over. */
export interface Travel extends Span {
  readonly journey: Journey;
  /** When travellers arrive and the event begins; when a letter is delivered. */
  readonly arrival: number;
  /** The bow once they are there: always the same, so that nobody draws it twice. */
  readonly arrived: ArcMark;
}

/**
 * Everyone's ways, in order. Bonds appear with the seal; people are under way before the event begins, and
 * letters, unless the event is told where its letter leaves and the story goes on until that is delivered. Who
 * is there for what went before, and could not have gone home and come back, does not come again. Nobody comes
 * to what has been called off.
 */
export function travelsOf(chronology: Chronology): readonly Travel[] {
  const { calendar, moments } = chronology;
  const overtaken = overtakenAt(chronology);
  // In a story that counts months anybody has time to go home.
  const away = calendar.unit === 'day' ? TRAVEL : 0;
  const staying = new Map<Person, Moment>();
  const isThere = (person: Person, { event, start }: Moment): boolean => {
    const stay = staying.get(person);
    return stay?.event.at?.mark === event.at?.mark && (stay?.end ?? -Infinity) + away >= start;
  };
  return moments.flatMap((moment) => {
    const { event, start } = moment;
    const travels = journeysOf(event, (person) => !isThere(person, moment)).map((journey) => {
      const delivered = Math.floor(start + TRAVEL) + 1;
      const sent =
        journey.kind === 'letter' &&
        journey.from === event.at?.mark &&
        delivered <= calendar.length;
      const end = sent ? Math.max(moment.end, delivered) : moment.end;
      return {
        journey,
        start: sent ? start : departureOf(journey, moment, staying),
        end: Math.min(end, overtaken.get(event.id) ?? Infinity),
        arrival: sent ? start + TRAVEL : start,
        arrived: { journey, progress: 1, hollow: event.status !== 'happened' },
      };
    });
    const held = isGathering(event.kind) && event.at && event.status !== 'planned';
    if (held) for (const person of event.who) staying.set(person, moment);
    return travels.filter((travel) => travel.start < travel.end);
  });
}

/**
 * Nobody sets out for one event before the one before it is over, or, where it lasts as long, has been told: a step of
 * the slider may be a year.
 */
function departureOf(
  { kind, people }: Journey,
  { start }: Moment,
  staying: ReadonlyMap<Person, Moment>,
): number {
  if (kind === 'bond') return start;
  const before = kind === 'travel' ? people.flatMap((person) => staying.get(person) ?? []) : [];
  const free = before.map((stay) => (stay.end < start ? stay.end : stay.start + stay.creep));
  return Math.max(start - TRAVEL, ...free);
}

/** The bow of a travel at a time within its span. */
export function arcOf({ start, arrival, arrived }: Travel, time: number): ArcMark {
  if (time >= arrival) return arrived;
  return { ...arrived, progress: (time - start) / (arrival - start) };
}

/** Whether a hairline stays when it is over. A bond is not a journey: nobody went there. */
export const leavesTrace = ({ journey }: Travel): boolean =>
  journey.kind !== 'bond' && journey.event.status === 'happened';
