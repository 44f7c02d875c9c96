import type { Fault } from '../faults/fault.ts';
import { quoted } from '../faults/raw.ts';
import { isGathering } from '../../story.ts';
import type { EventData, StoryData } from '../../story-data.ts';

const REMEDY = 'Write the route of those who travel together as an event of kind "journey".';

/** Which place carries the mark of a place, and of a person's home. */
function marksOf({ places, people }: StoryData) {
  const within = new Map(places.map((place) => [place.id, place.within]));
  const homes = new Map(people.map((person) => [person.id, person.home]));
  const markOf = (place: string): string => within.get(place) ?? place;
  return { markOf, homeMarkOf: (person: string): string => markOf(homes.get(person) ?? '') };
}

/** Reports each `via` that no journey can follow. Needs a story that is sound otherwise: homes must be known. */
export function checkVia(story: StoryData, faults: Fault[]): void {
  const { markOf, homeMarkOf } = marksOf(story);

  /**
   * Whether a person may be there already, for another event at the same mark, and so need not travel.
   * Only the whole chronology can tell. Until then the author is given the benefit of the doubt.
   */
  const mayBeThere = (person: string, mark: string, event: EventData): boolean =>
    story.events.some(
      (other) =>
        other !== event &&
        isGathering(other.kind) &&
        other.who.includes(person) &&
        other.at !== null &&
        markOf(other.at) === mark,
    );

  /** Why the `via` of an event can be no journey's, and what to write; null where it can. */
  const describeVia = (event: EventData): string | null => {
    const { at, who } = event;
    if (at === null) return 'leads nowhere, because this event has no place yet. Remove it.';
    const mark = markOf(at);
    const travellers = who.filter((person) => !mayBeThere(person, mark, event));
    const homes = [...new Set(travellers.map(homeMarkOf))];
    if (homes.length > 1) {
      return `cannot begin at both ${homes.map(quoted).join(' and ')}. ${REMEDY}`;
    }
    if (who.some((person) => homeMarkOf(person) !== mark)) return null;
    return 'is the route of nobody: everyone at this event is at home here. Remove it.';
  };

  story.events.forEach((event, index) => {
    const message = event.via.length === 0 ? null : describeVia(event);
    if (message === null) return;
    faults.push({ path: ['events', index, 'via'], code: 'rule', message });
  });
}
