import type { Fault } from '../faults/fault.ts';
import { quoted } from '../faults/raw.ts';
import type { Warning } from '../faults/warning.ts';
import { isGathering } from '../../story.ts';
import type { EventData, StoryData } from '../../story-data.ts';

const REMEDY = 'Write the route of those who travel together as an event of kind "journey".';

/** Which place carries the mark of a place, and of a person's home; null for a person without one, who never travels. */
function marksOf({ places, people }: StoryData) {
  const within = new Map(places.map((place) => [place.id, place.within]));
  const homes = new Map(people.map((person) => [person.id, person.home]));
  const markOf = (place: string): string => within.get(place) ?? place;
  const homeMarkOf = (person: string): string | null => {
    const home = homes.get(person) ?? null;
    return home === null ? null : markOf(home);
  };
  return { markOf, homeMarkOf };
}

/** How many gatherings each person attends at each mark. */
function countAttended(
  { events }: StoryData,
  markOf: (place: string) => string,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { kind, at, who } of events) {
    if (!isGathering(kind) || at === null) continue;
    const mark = markOf(at);
    for (const person of who) {
      const marks = counts.get(person) ?? new Map<string, number>();
      counts.set(person, marks.set(mark, (marks.get(mark) ?? 0) + 1));
    }
  }
  return counts;
}

/**
 * Reports each `via` that several journeys would follow, and warns of each that nobody travels. Needs a story that is
 * sound otherwise: homes must be known.
 */
export function checkVia(story: StoryData, faults: Fault[], warnings: Warning[]): void {
  const { markOf, homeMarkOf } = marksOf(story);

  const attended = countAttended(story, markOf);

  /**
   * Whether a person may be there already, for another event at the same mark, and so need not travel.
   * Only the whole chronology can tell. Until then the author is given the benefit of the doubt.
   */
  const mayBeThere = (person: string, mark: string): boolean =>
    (attended.get(person)?.get(mark) ?? 0) > 1;

  /** Why the `via` of an event is nobody's, and what to do; null where somebody may travel it. */
  const describeUnused = ({ kind, at, who }: EventData): string | null => {
    if (!isGathering(kind)) {
      return `is a route, but nobody travels to an event of kind "${kind}". Remove it.`;
    }
    if (at === null) return 'leads nowhere, because this event has no place yet. Remove it.';
    const mark = markOf(at);
    const homes = who.flatMap((person) => homeMarkOf(person) ?? []);
    if (homes.some((home) => home !== mark)) return null;
    return homes.length < who.length
      ? 'is the route of nobody: nobody who comes here has a home. Remove it, or write their "home".'
      : 'is the route of nobody: everyone at this event is at home here. Remove it.';
  };

  /** Why the `via` of an event cannot be drawn, and what to write; null where it can. */
  const describeWrong = (event: EventData): string | null => {
    const { at, who } = event;
    if (at === null) return null;
    const mark = markOf(at);
    const travellers = who.filter((person) => !mayBeThere(person, mark));
    const homes = [...new Set(travellers.flatMap((person) => homeMarkOf(person) ?? []))];
    if (homes.length <= 1) return null;
    return `cannot begin at both ${homes.map(quoted).join(' and ')}. ${REMEDY}`;
  };

  story.events.forEach((event, index) => {
    if (event.via.length === 0) return;
    const path = ['events', index, 'via'];
    const unused = describeUnused(event);
    if (unused !== null) warnings.push({ path, code: 'unused', message: unused });
    const wrong = unused === null ? describeWrong(event) : null;
    if (wrong !== null) faults.push({ path, code: 'rule', message: wrong });
  });
}
