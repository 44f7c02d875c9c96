import type { Chronology, Moment } from '../story/chronology.ts';
import { isGathering, type Person } from '../story/story.ts';
import { overtakenAt } from './event-spans.ts';
import { journeysOf, type Journey } from './journey.ts';
import type { ArcMark } from './scene.ts';
import type { Span } from './span-index.ts';

/** Steps of the slider that a journey takes before its event begins. After another event it may take fewer. */
export const TRAVEL = 3;

/** A journey with its times: from departure until the event is over. */
export interface Travel extends Span {
  readonly journey: Journey;
  /** When travellers arrive and the event begins; when a letter is delivered. */
  readonly arrival: number;
  /** The arc after arrival: always the same object, so that it is drawn once. */
  readonly arrived: ArcMark;
}

/**
 * All journeys with their times, in order of their events. A bond appears with its agreement. People travel before
 * their event begins. So do letters, unless the event is at the letter's origin and the story lasts until delivery: then
 * the letter leaves when the event begins. A person who is already there, and had no time to go home and come back,
 * does not travel again. Nobody travels to a cancelled event.
 */
export function travelsOf(chronology: Chronology): readonly Travel[] {
  const { calendar, moments } = chronology;
  const overtaken = overtakenAt(chronology);
  // In a story that is counted in months there is always time to go home.
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
 * Nobody leaves before their previous event is over. If that event lasts until this one, they leave after the time that
 * the playhead spends on it: a step of the slider may be a year.
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

/** The arc of a travel at a time within its span. */
export function arcOf({ start, arrival, arrived }: Travel, time: number): ArcMark {
  if (time >= arrival) return arrived;
  return { ...arrived, progress: (time - start) / (arrival - start) };
}

/** Whether a thin line stays when it is over. A bond leaves none: nobody travelled. */
export const leavesTrace = ({ journey }: Travel): boolean =>
  journey.kind !== 'bond' && journey.event.status === 'happened';
