import type { Fault, Path } from './fault.ts';
import { quoted } from './raw.ts';
import type { Person, Place, Source, Story, StoryEvent } from '../story.ts';

/** What the events of a story speak of, with the homes of those who take part. */
interface Uses {
  readonly people: ReadonlySet<Person>;
  readonly places: ReadonlySet<Place>;
  readonly sources: ReadonlySet<Source>;
}

function usesOf({ events }: Story): Uses {
  const people = new Set(
    events.flatMap(({ who, letter }) => [...who, ...(letter ? [letter.from, letter.to] : [])]),
  );
  const places = [
    ...events.flatMap(({ at, about, commitments }) => [
      ...(at ? [at] : []),
      ...about,
      ...commitments.map(({ binds }) => binds),
    ]),
    ...[...people].map(({ home }) => home),
  ];
  return {
    people,
    places: new Set(places.flatMap((place) => [place, place.mark])),
    sources: new Set(events.flatMap(({ sources }) => sources)),
  };
}

/** A remedy for each list: where an event names what stands there. */
const REMEDIES = {
  people: 'Take it out, or name it in the "who" of an event.',
  places: 'Take it out, or name it in the "at", "about" or "binds" of an event.',
  sources: 'Take it out, or name it in the "sources" of an event.',
};

const unused =
  (remedy: string) =>
  ({ id }: { readonly id: string }): string =>
    `${quoted(id)} is used nowhere. ${remedy}`;

/** The event whose claims alone name a source, if one does. */
const claimedIn = (source: Source, { events }: Story): StoryEvent | undefined =>
  events.find(({ claims }) => claims.some((claim) => claim.source === source));

/** The fault of a source: where a claim quotes it, it is not to be taken out but given its place in the event. */
function describeSource(source: Source, story: Story): string {
  const event = claimedIn(source, story);
  if (event === undefined) return unused(REMEDIES.sources)(source);
  const id = quoted(event.id);
  return `${quoted(source.id)} stands in the "claims" of ${id} only. Name it in the "sources" of ${id} too.`;
}

/**
 * Reports people, places and sources that no event leads to: the page would never show them. Only of a
 * story that is sound otherwise, because what one mistyped id leaves out is not to be taken out.
 */
export function checkUses(story: Story, faults: Fault[]): void {
  const uses = usesOf(story);
  const check = <T extends { readonly id: string }>(
    list: readonly T[],
    used: ReadonlySet<T>,
    path: Path,
    describe: (one: T) => string,
  ) => {
    list.forEach((one, index) => {
      if (used.has(one)) return;
      faults.push({ path: [...path, index, 'id'], code: 'rule', message: describe(one) });
    });
  };
  check(story.people, uses.people, ['people'], unused(REMEDIES.people));
  check(story.places, uses.places, ['places', 'features'], unused(REMEDIES.places));
  check(story.sources, uses.sources, ['sources'], (source) => describeSource(source, story));
}
