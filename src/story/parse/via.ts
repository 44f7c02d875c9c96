import type { Fault } from './fault.ts';
import { quoted } from './raw.ts';
import { isGatheringKind } from './rules.ts';
import type { Person, Place, Story, StoryEvent } from '../story.ts';

/**
 * Whether somebody may be there already and so need not come: for another event at the same mark. When
 * that is, only the whole chronology knows; a doubt is the author's.
 */
const mayBeThere = (person: Person, at: Place, event: StoryEvent, { events }: Story): boolean =>
  events.some(
    (other) =>
      other !== event &&
      isGatheringKind(other.kind) &&
      other.who.includes(person) &&
      other.at?.mark === at.mark,
  );

const ALONE = 'Write the way of those who travel together as an event of kind "journey".';

/** Why the real line of an event can be no journey's, in one sentence, and the remedy; null where it can. */
function describeVia(event: StoryEvent, story: Story): string | null {
  const { at, who } = event;
  if (at === null) return 'leads nowhere, for this event has no place yet. Remove it.';
  const come = who.filter((person) => !mayBeThere(person, at, event, story));
  const homes = [...new Set(come.map(({ home }) => home.mark))];
  if (homes.length > 1) {
    const names = homes.map(({ id }) => quoted(id)).join(' and ');
    return `cannot begin at ${names} both. ${ALONE}`;
  }
  if (who.some(({ home }) => home.mark !== at.mark)) return null;
  return 'is nobody’s way, for nobody comes to this event from elsewhere. Remove it.';
}

/** Reports real lines that no journey follows. Only of a story that is sound otherwise: homes must be known. */
export function checkVia(story: Story, faults: Fault[]): void {
  story.events.forEach((event, index) => {
    const message = event.via.length === 0 ? null : describeVia(event, story);
    if (message === null) return;
    faults.push({ path: ['events', index, 'via'], code: 'rule', message });
  });
}
