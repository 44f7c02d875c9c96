import type { Fault, Path } from './fault.ts';
import { quoted } from './raw.ts';
import type { Person, Place, Source, Story } from './story.ts';

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

/**
 * Reports people, places and sources that no event leads to: the page would never show them. Only of a
 * story that is sound otherwise, because what one mistyped id leaves out is not to be taken out.
 */
export function checkUses(story: Story, faults: Fault[]): void {
  const uses = usesOf(story);
  const check = <T extends { readonly id: string }>(
    kind: keyof Uses,
    list: readonly T[],
    used: ReadonlySet<T>,
    path: Path,
  ) => {
    list.forEach((one, index) => {
      if (used.has(one)) return;
      const message = `${quoted(one.id)} is used nowhere. ${REMEDIES[kind]}`;
      faults.push({ path: [...path, index, 'id'], code: 'rule', message });
    });
  };
  check('people', story.people, uses.people, ['people']);
  check('places', story.places, uses.places, ['places', 'features']);
  check('sources', story.sources, uses.sources, ['sources']);
}
