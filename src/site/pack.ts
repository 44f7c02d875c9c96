import { isDeepStrictEqual } from 'node:util';
import { readDate, type PackedDate } from '../story/packed-date.ts';
import type { PackedCommitment, PackedEvent, PackedStory } from '../story/packed.ts';
import {
  COMMITMENT_STATES,
  EVENT_KINDS,
  EVENT_STATUSES,
  HUES,
  LINK_VERBS,
  type Commitment,
  type Story,
  type StoryEvent,
  type Text,
} from '../story/story.ts';
import type { Interval } from '../time/interval.ts';

/** A text of a story, in all its languages, and where it is asked for first: `events[3].title`. */
export interface PackedText {
  readonly text: Text;
  readonly path: string;
  /** The same in every language: a source's address, title, publisher or author. */
  readonly fact: boolean;
  /** The address of a link. */
  readonly address: boolean;
}

export interface Packing {
  readonly packed: PackedStory;
  readonly texts: readonly PackedText[];
}

const flag = (value: unknown): 0 | 1 => (value === null ? 0 : 1);

/** The clocks' offset from UTC at an interval's start, in ms; where that is open, at its end. */
const offsetOf = ({ localStart, start, localEnd, end }: Interval): number =>
  Number.isFinite(start) ? localStart - start : localEnd - end;

function packDate(when: Interval): PackedDate {
  const short = [when.text, offsetOf(when) / 60_000] as const;
  return isDeepStrictEqual(readDate(short), when) ? short : when;
}

/** Gathers texts in the order in which `unpackStory` asks for them; each is sent once. */
function createTexts() {
  const texts: PackedText[] = [];
  const again: (readonly [number, number])[] = [];
  const known = new Map<string, number>();
  let asked = 0;
  const take = (text: Text, path: string, fact = false, address = false): void => {
    const key = JSON.stringify([text, fact, address]);
    const before = known.get(key);
    if (before !== undefined) again.push([asked, before]);
    else known.set(key, texts.push({ text, path, fact, address }) - 1);
    asked++;
  };
  return { texts, again, take };
}

/** The whole of a story as `unpackStory` reads it, and its texts. */
export function packStory(story: Story): Packing {
  const { texts, again, take } = createTexts();
  const { parties, people, places, sources, events } = story;
  const eventOf = (id: string | null): number => events.findIndex((event) => event.id === id);

  take(story.title, 'title');
  take(story.summary, 'summary');
  story.insets.forEach(({ name }, index) => take(name, `insets[${index}].name`));
  parties.forEach(({ name }, index) => take(name, `parties[${index}].name`));
  places.forEach(({ name }, index) => take(name, `places.features[${index}].properties.name`));
  people.forEach(({ name, role }, index) => {
    take(name, `people[${index}].name`);
    take(role, `people[${index}].role`);
  });
  sources.forEach(({ publisher, title, author, url }, index) => {
    take(publisher, `sources[${index}].publisher`, true);
    if (url !== null) take(url, `sources[${index}].url`, true, true);
    take(title, `sources[${index}].title`, true);
    if (author !== null) take(author, `sources[${index}].author`, true);
  });

  const packCommitment = (commitment: Commitment, path: string): PackedCommitment => {
    const { text, by, binds, history } = commitment;
    take(text, `${path}.text`);
    const changes = history.map((change, index) => {
      if (change.text !== null) take(change.text, `${path}.history[${index}].text`);
      const state = COMMITMENT_STATES.indexOf(change.state);
      return [packDate(change.when), state, eventOf(change.event), flag(change.text)] as const;
    });
    return [by.map((party) => parties.indexOf(party)), places.indexOf(binds), changes];
  };
  const packEvent = (event: StoryEvent, index: number): PackedEvent => {
    const path = `events[${index}]`;
    take(event.title, `${path}.title`);
    take(event.text, `${path}.text`);
    const claims = event.claims.map(({ source, says, differs }, claim) => {
      take(says, `${path}.claims[${claim}].says`);
      if (differs !== null) take(differs, `${path}.claims[${claim}].differs`);
      return [sources.indexOf(source), flag(differs)] as const;
    });
    const { letter } = event;
    return [
      event.id,
      EVENT_KINDS.indexOf(event.kind),
      EVENT_STATUSES.indexOf(event.status),
      packDate(event.when),
      event.at === null ? -1 : places.indexOf(event.at),
      event.who.map((person) => people.indexOf(person)),
      event.about.map((place) => places.indexOf(place)),
      event.sources.map((source) => sources.indexOf(source)),
      letter ? [people.indexOf(letter.from), people.indexOf(letter.to)] : [],
      event.via,
      event.follows.flatMap((link) => [eventOf(link.event), LINK_VERBS.indexOf(link.verb)]),
      claims,
      event.commitments.map((commitment, at) =>
        packCommitment(commitment, `${path}.commitments[${at}]`),
      ),
    ];
  };

  const packed: PackedStory = {
    id: story.id,
    credits: flag(story.credits),
    zone: story.zone,
    frame: story.frame,
    again,
    insets: story.insets.map(({ id, bounds }) => [id, bounds]),
    parties: parties.map(({ id, hue }) => [id, HUES.indexOf(hue)]),
    places: places.map(({ id, zone, kind, precision, main, mark, point, geometry }) => {
      const own = { type: 'Point', coordinates: point };
      const row = [id, zone, kind, precision, main ? 1 : 0, places.indexOf(mark), point] as const;
      return isDeepStrictEqual(geometry, own) ? row : [...row, geometry];
    }),
    people: people.map(({ initials, party, home }) => [
      initials,
      parties.indexOf(party),
      places.indexOf(home),
    ]),
    sources: sources.map(({ date, url, author }) => [date, flag(url), flag(author)]),
    events: events.map(packEvent),
  };
  // The page ends with them.
  if (story.credits !== null) take(story.credits, 'credits');
  return { packed, texts };
}
