import { isGathering, type EventKind, type Story, type StoryEvent } from '../../story/story.ts';

/**
 * The event that stands for the whole story: the one that the story names in `card`; otherwise the weightiest.
 * `isShown` says whether an event lies on the map. There is at least one event; they are in order of time.
 */
export function chooseMainEvent(
  { card }: Story,
  events: readonly StoryEvent[],
  isShown: (event: StoryEvent) => boolean,
): StoryEvent {
  const named = events.find(({ id }) => id === card);
  if (named) return named;
  const weightOf = (event: StoryEvent): readonly number[] => [
    Number(event.status === 'happened'),
    Number(isShown(event)),
    Number(isGathering(event.kind)),
    event.who.length + event.commitments.length,
    rankOf(event.kind),
  ];
  // Of equals the last, which is what the story leads to.
  return events.reduce((best, next) =>
    compare(weightOf(next), weightOf(best)) >= 0 ? next : best,
  );
}

/** Of events with as many people and commitments, an agreement weighs most, then a meeting. */
const rankOf = (kind: EventKind): number => ['meeting', 'agreement'].indexOf(kind);

/** The first difference of two lists decides. */
const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((weight, index) => weight - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
