import * as v from 'valibot';
import { bounds, geometry, line, position } from './geometry.ts';
import type { Ids, Kind } from './ids.ts';
import * as leaf from './fields.ts';
import { didYouMean } from './did-you-mean.ts';
import { describeValue, quoted } from './raw.ts';
import { COMMITMENT_STATES, EVENT_KINDS, EVENT_STATUSES, HUES, LINK_VERBS } from '../story.ts';

/** Longest texts, in UTF-16 units: what a card, a label and a chip can hold. */
const NAME = 120;
const TITLE = 200;
const TEXT = 2000;

/** 20,000 km is half way round the Earth: no point is further from the true one. */
const MAX_PRECISION = 20_000_000;

const constant = <const T extends string | number>(value: T) =>
  leaf.leaf<T>((got, report) => {
    const kind = typeof value === 'number' ? 'number' : 'text';
    if (got === value) return;
    const wanted = `expected the ${kind} ${JSON.stringify(value)}`;
    report('schema', `${wanted}, got ${describeValue(got)}.`);
  });

const flag = leaf.leaf<boolean>((value, report) => {
  if (typeof value !== 'boolean') {
    report('schema', `expected true or false, got ${describeValue(value)}.`);
  }
});

const anything = v.array(v.unknown());

/** The file without the insides of its lists: those are read one by one, so that none hides another. */
export const header = v.object({
  version: constant(1),
  id: leaf.id,
  language: leaf.language,
  title: leaf.text(TITLE),
  summary: leaf.text(TEXT),
  credits: v.optional(leaf.text(TEXT)),
  zone: leaf.zone,
  frame: bounds,
  insets: v.optional(anything, []),
  parties: anything,
  people: anything,
  places: v.object({ type: constant('FeatureCollection'), features: anything }),
  sources: anything,
  events: anything,
});

/**
 * The schemas of the entries of each list. References are looked up among the ids of the file. Where there
 * is not one id of a kind, its list is at fault and not each reference into it: the kind goes to `lost`.
 */
export function createShape(ids: Ids, lost: Set<Kind>) {
  const idOf = (kind: Kind) =>
    leaf.word(`the id of a ${kind}`, (value, report) => {
      if (ids[kind].has(value)) return;
      if (ids[kind].size === 0) {
        lost.add(kind);
        return;
      }
      const guess = didYouMean(value, ids[kind].keys());
      report('reference', `There is no ${kind} ${quoted(value)}.${guess}`);
    });
  const idsOf = (kind: Kind) =>
    v.pipe(
      v.array(idOf(kind)),
      v.rawCheck(({ dataset, addIssue }) => {
        if (!dataset.typed) return;
        const seen = new Set<unknown>();
        const twice = dataset.value.find((one) => seen.size === seen.add(one).size);
        // Entries that are no text have been reported, but are still in the list.
        if (typeof twice !== 'string') return;
        const message = `names ${quoted(twice)} twice. Remove the second.`;
        addIssue({ message, expected: 'duplicate' });
      }),
    );
  const change = v.object({
    when: leaf.date,
    state: leaf.oneOf(COMMITMENT_STATES),
    event: v.optional(idOf('event')),
    text: v.optional(leaf.text(TEXT)),
  });
  const commitment = v.object({
    id: leaf.id,
    text: leaf.text(TEXT),
    by: idsOf('party'),
    binds: idOf('place'),
    history: v.optional(v.array(change), []),
  });
  return {
    inset: v.object({ id: leaf.id, name: leaf.text(NAME), bounds }),
    party: v.object({
      id: leaf.id,
      name: leaf.text(NAME),
      hue: leaf.oneOf(HUES),
    }),
    person: v.object({
      id: leaf.id,
      name: leaf.text(NAME),
      initials: leaf.initials,
      role: leaf.text(NAME),
      party: idOf('party'),
      home: idOf('place'),
    }),
    place: v.object({
      type: constant('Feature'),
      id: leaf.id,
      geometry,
      properties: v.object({
        name: leaf.text(NAME),
        zone: leaf.zone,
        kind: leaf.oneOf(['city', 'site', 'zone']),
        precision: leaf.numberIn(0, MAX_PRECISION),
        main: v.optional(flag, false),
        within: v.optional(idOf('place')),
        point: v.optional(position),
      }),
    }),
    source: v.object({
      id: leaf.id,
      publisher: leaf.prose(NAME),
      title: leaf.prose(2 * TITLE),
      author: v.optional(leaf.prose(TITLE)),
      date: v.optional(leaf.date),
      url: v.optional(leaf.url),
    }),
    event: v.object({
      id: leaf.id,
      kind: leaf.oneOf(EVENT_KINDS),
      status: v.optional(leaf.oneOf(EVENT_STATUSES), 'happened'),
      title: leaf.text(TITLE),
      text: leaf.text(TEXT),
      when: leaf.date,
      at: v.optional(idOf('place')),
      who: v.optional(idsOf('person'), []),
      about: v.optional(idsOf('place'), []),
      from: v.optional(idOf('person')),
      to: v.optional(idOf('person')),
      via: v.optional(line),
      follows: v.optional(
        v.array(
          v.object({ event: idOf('event'), verb: v.optional(leaf.oneOf(LINK_VERBS), 'follows') }),
        ),
        [],
      ),
      sources: idsOf('source'),
      claims: v.optional(
        v.array(
          v.object({
            source: idOf('source'),
            says: leaf.text(TEXT),
            differs: v.optional(leaf.text(TEXT)),
          }),
        ),
        [],
      ),
      commitments: v.optional(v.array(commitment), []),
    }),
  };
}

export type Header = v.InferOutput<typeof header>;
export type Shape = ReturnType<typeof createShape>;
/** The JSON of one entry of a list, sound in itself; ids are not yet resolved. */
export type Entry<K extends keyof Shape> = v.InferOutput<Shape[K]>;
