import { didYouMean } from '../../../parse/faults/did-you-mean.ts';
import { foldName } from '../values/fold.ts';
import type { Report, Where } from '../values/report.ts';
import { say } from '../values/report.ts';
import type { EventDraft } from './event-draft.ts';
import { wordsOf } from './places.ts';

/** The events of a story by id and title, for the cells that name one. */
export interface EventNames {
  readonly isKnown: (name: string) => boolean;
  /** Null with a fault if no event has that id or title, or more than one has the title. */
  readonly named: (name: string, where: Where) => EventDraft | null;
}

/** More titles are not compared with one that is misspelt. */
const MAX_COMPARED = 500;

export function createEventNames(events: readonly EventDraft[], report: Report): EventNames {
  const byId = new Map(events.map((event) => [event.id, event]));
  const byTitle = new Map<string, EventDraft | 'several'>();
  for (const event of events) {
    for (const title of new Set(wordsOf(event.title).map(foldName))) {
      byTitle.set(title, byTitle.has(title) ? 'several' : event);
    }
  }
  const find = (name: string) => byId.get(name) ?? byTitle.get(foldName(name));
  return {
    isKnown: (name) => find(name) !== undefined,
    named: (name, where) => {
      const found = find(name);
      if (typeof found === 'object') return found;
      const titles = events.slice(0, MAX_COMPARED).flatMap(({ title }) => wordsOf(title));
      const message =
        found === 'several'
          ? `${say(name)} is the title of more than one event. Give it an id in its row, and write that here.`
          : `${say(name)} is the title or id of no event.${didYouMean(name, titles)}`;
      report.fault(where, message);
      return null;
    },
  };
}
