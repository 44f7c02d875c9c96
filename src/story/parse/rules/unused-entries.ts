import type { Path } from '../faults/fault.ts';
import { quoted } from '../faults/raw.ts';
import type { Warning } from '../faults/warning.ts';
import type { StoryData } from '../../story-data.ts';

/** The ids that the events of a story lead to, with the homes and parties of those who take part. */
interface Uses {
  readonly parties: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
}

function usesOf(story: StoryData): Uses {
  const parties = new Set<string>();
  const people = new Set<string>();
  const places = new Set<string>();
  const sources = new Set<string>();
  const tags = new Set<string>();
  for (const { at, who, about, letter, commitments, sources: cited, tags: own } of story.events) {
    for (const person of letter ? [...who, letter.from, letter.to] : who) people.add(person);
    for (const place of at === null ? about : [at, ...about]) places.add(place);
    for (const { binds, by } of commitments) {
      if (binds !== null) places.add(binds);
      for (const party of by) parties.add(party);
    }
    for (const source of cited) sources.add(source);
    for (const tag of own) tags.add(tag);
  }
  for (const { id, home, party } of story.people) {
    if (!people.has(id)) continue;
    if (home !== null) places.add(home);
    if (party !== null) parties.add(party);
  }
  // A place that is used is shown at the mark of the place around it.
  for (const { id, within } of story.places) {
    if (within !== null && places.has(id)) places.add(within);
  }
  return { parties, people, places, sources, tags };
}

/** A remedy for each list: where the story names what stands there. */
const REMEDIES = {
  parties: 'Remove it, or name it in the "party" of a person or the "by" of a commitment.',
  people: 'Remove it, or name it in the "who" of an event.',
  places: 'Remove it, or name it in the "at", "about" or "binds" of an event.',
  sources: 'Remove it, or name it in the "sources" of an event.',
  tags: 'Remove it, or name it in the "tags" of an event.',
};

const unused =
  (remedy: string) =>
  (id: string): string =>
    `${quoted(id)} is not used. ${remedy}`;

/** The first event that quotes each source in its claims. */
function quotingEvents({ events }: StoryData): ReadonlyMap<string, string> {
  const quoting = new Map<string, string>();
  for (const { id, claims } of events) {
    for (const { source } of claims) if (!quoting.has(source)) quoting.set(source, id);
  }
  return quoting;
}

/** The warning of a source. One that a claim quotes must stay, and be named in the event's sources too. */
function describeSource(source: string, quoting: ReadonlyMap<string, string>): string {
  const event = quoting.get(source);
  if (event === undefined) return unused(REMEDIES.sources)(source);
  const id = quoted(event);
  return `${quoted(source)} is only in the "claims" of ${id}. Name it in the "sources" of ${id} too.`;
}

/**
 * Warns of parties, people, places, sources and tags that no event leads to: the page never shows them. Only for a
 * story without faults: an entry may look unused because of one mistyped id.
 */
export function checkUses(story: StoryData, warnings: Warning[]): void {
  const uses = usesOf(story);
  const check = (
    list: readonly { readonly id: string }[],
    used: ReadonlySet<string>,
    path: Path,
    describe: (id: string) => string,
  ) => {
    list.forEach(({ id }, index) => {
      if (used.has(id)) return;
      warnings.push({ path: [...path, index, 'id'], code: 'unused', message: describe(id) });
    });
  };
  const quoting = quotingEvents(story);
  check(story.parties, uses.parties, ['parties'], unused(REMEDIES.parties));
  check(story.people, uses.people, ['people'], unused(REMEDIES.people));
  check(story.places, uses.places, ['places', 'features'], unused(REMEDIES.places));
  check(story.tags, uses.tags, ['tags'], unused(REMEDIES.tags));
  check(story.sources, uses.sources, ['sources'], (id) => describeSource(id, quoting));
}

/** Warns of events without a source: once for the file, because a list of dates has none at all. */
export function checkSourced({ events }: StoryData, warnings: Warning[]): void {
  const without = events.flatMap(({ sources }, index) => (sources.length === 0 ? [index] : []));
  const [first] = without;
  if (first === undefined) return;
  const others = without.length - 1;
  const more =
    others === 0 ? '' : ` ${others} more ${others === 1 ? 'event has' : 'events have'} none.`;
  const message = `has no source: readers cannot check it.${more} Name one in "sources".`;
  warnings.push({ path: ['events', first], code: 'unsourced', message });
}
