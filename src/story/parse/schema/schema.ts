import * as v from 'valibot';
import { bounds, geometry, line, position } from './geometry.ts';
import type { Ids, Kind } from './ids.ts';
import { open } from './check-schema.ts';
import { media } from './media.ts';
import * as fields from './fields.ts';
import { createSuggestions, didYouMean } from '../faults/did-you-mean.ts';
import { describeOtherType, describeValue, quoted } from '../faults/raw.ts';
import { withForm } from './form.ts';
import { COLOUR_NAMES } from './colour-names.ts';
import { COMMITMENT_STATES, EVENT_KINDS, EVENT_STATUSES, LINK_VERBS } from '../../story.ts';
import { SEAS } from '../../seas.ts';
import type { EventKind, Text } from '../../story.ts';

/** The longest texts, in characters, so that they fit on cards and labels. */
const NAME = 120;
const TITLE = 200;
const TEXT = 2000;

/** 20,000 km in metres, half the circumference of the Earth: no two points are further apart. */
const MAX_PRECISION = 20_000_000;

/** How far off a place may be whose author does not say it: 1 km, as accurate as the basemap. */
const PRECISION = 1000;

/** Where an author may put an inset: over the map, or below it. */
const SLOTS = [
  'bottom-left',
  'bottom-middle',
  'bottom-right',
  'top-left',
  'top-middle',
  'top-right',
  'below',
] as const;

const constant = <const T extends string | number>(value: T) =>
  fields.field<T>(
    (got, report) => {
      const kind = typeof value === 'number' ? 'number' : 'text';
      if (got === value) return;
      const wanted = `expected the ${kind} ${JSON.stringify(value)}`;
      report('schema', `${wanted}, got ${describeValue(got)}.`);
    },
    { form: 'constant', value },
  );

const flag = fields.field<boolean>(
  (value, report) => {
    if (typeof value !== 'boolean') {
      report(
        'schema',
        `expected true or false, got ${describeValue(value)}.${describeOtherType(value)}`,
      );
    }
  },
  { form: 'flag' },
);

/** A list whose entries are checked one by one, by the schema of this name. */
const listOf = (of: string, least = 0) =>
  withForm(v.array(v.unknown()), { form: 'list', of, least });

/** The names that the author gives to kinds of events. */
const kindNames = v.object(
  Object.fromEntries(
    EVENT_KINDS.map((kind) => [kind, v.exactOptional(fields.title(NAME))]),
  ) as Record<EventKind, v.ExactOptionalSchema<v.GenericSchema<Text>, undefined>>,
);

/** A land by its ISO 3166 code, or a sea. */
const groundId = fields.word('a country code or the id of a sea', (value, report) => {
  if (isSea(value) || isLand(value)) return;
  const hint = didYouMean(value, SEAS);
  report(
    'schema',
    `${quoted(value)} is no land or sea of the map. Write a country code such as "FR", or one of ${SEAS.join(', ')}.${hint}`,
  );
});

const isSea = (value: string): boolean => (SEAS as readonly string[]).includes(value);

function isLand(value: string): boolean {
  if (!/^[A-Z]{2}$/.test(value)) return false;
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(value) !== undefined;
}

/** A name of a land or sea that the author moves, hides or adds. */
const groundName = v.object({
  id: v.optional(groundId),
  name: v.optional(fields.title(NAME)),
  at: v.optional(position),
  hide: v.optional(flag),
  span: v.optional(fields.numberIn(0, 360)),
});

function* soundIds(ids: Iterable<string>): Generator<string> {
  for (const id of ids) if (fields.isId(id)) yield id;
}

/**
 * The schemas of the file and of the entries of each list. References are looked up among the ids of the file. If the file has
 * no id of a kind at all, the kind is added to `lost`: then its list gets one fault, instead of every reference.
 */
export function createSchemas(ids: Ids, lost: Set<Kind>) {
  // An id that is a fault itself is no remedy.
  const suggestFor = (kind: Kind) => createSuggestions(soundIds(ids[kind].keys()));
  const suggest: Readonly<Record<Kind, (id: string) => string>> = {
    place: suggestFor('place'),
    person: suggestFor('person'),
    party: suggestFor('party'),
    source: suggestFor('source'),
    tag: suggestFor('tag'),
    event: suggestFor('event'),
  };
  const idOf = (kind: Kind) =>
    fields.word(
      `the id of ${kind === 'event' ? 'an' : 'a'} ${kind}`,
      (value, report) => {
        if (ids[kind].has(value)) return;
        if (ids[kind].size === 0) {
          lost.add(kind);
          return;
        }
        report('reference', `There is no ${kind} ${quoted(value)}.${suggest[kind](value)}`);
      },
      { form: 'reference', to: kind },
    );
  const idsOf = (kind: Kind, least = 0) =>
    v.pipe(
      withForm(v.array(idOf(kind)), { form: 'set', least }),
      v.rawCheck(({ dataset, addIssue }) => {
        if (!dataset.typed) return;
        const seen = new Set<unknown>();
        const twice = dataset.value.find((one) => seen.size === seen.add(one).size);
        // Entries that are not strings have been reported, but are still in the list.
        if (typeof twice !== 'string') return;
        const message = `names ${quoted(twice)} twice. Remove the second.`;
        addIssue({ message, expected: 'duplicate' });
      }),
    );
  const change = v.object({
    when: fields.date,
    state: fields.oneOf(COMMITMENT_STATES),
    event: v.optional(idOf('event')),
    text: v.optional(fields.text(TEXT)),
  });
  const commitment = v.object({
    id: fields.id,
    text: fields.text(TEXT),
    by: idsOf('party', 1),
    binds: v.optional(idOf('place')),
    history: v.optional(v.array(change), []),
  });
  return {
    /** The file without the entries of its lists, which are checked one by one. */
    header: v.object({
      $schema: v.optional(fields.word('an address', () => undefined)),
      version: constant(1),
      id: fields.id,
      language: fields.language,
      title: fields.title(TITLE),
      summary: v.optional(fields.text(TEXT)),
      credits: v.optional(fields.text(TEXT)),
      publisher: v.optional(fields.prose(NAME)),
      published: v.optional(fields.day),
      modified: v.optional(fields.day),
      card: v.optional(idOf('event')),
      zone: v.optional(fields.zone, 'UTC'),
      frame: v.optional(bounds),
      insets: v.optional(listOf('inset'), []),
      kinds: v.optional(kindNames, {}),
      /** `checkGroundName` reports names that say too much or too little. */
      ground: v.optional(v.object({ names: v.array(groundName) }), { names: [] }),
      tags: v.optional(listOf('tag'), []),
      parties: v.optional(listOf('party'), []),
      people: v.optional(listOf('person'), []),
      places: v.optional(
        open(v.object({ type: constant('FeatureCollection'), features: listOf('place') })),
      ),
      sources: v.optional(listOf('source'), []),
      events: listOf('event', 1),
    }),
    inset: v.object({
      id: fields.id,
      name: fields.title(NAME),
      bounds,
      slot: v.optional(fields.oneOf(SLOTS)),
    }),
    tag: v.object({ id: fields.id, name: fields.title(NAME) }),
    /** `checkParty` reports a party with two colours or none. */
    party: withForm(
      v.object({
        id: fields.id,
        name: fields.title(NAME),
        hue: v.optional(fields.oneOf(COLOUR_NAMES)),
        colour: v.optional(fields.colour),
      }),
      { form: 'one-of', keys: ['hue', 'colour'] },
    ),
    person: v.object({
      id: fields.id,
      name: fields.title(NAME),
      initials: v.optional(fields.initials),
      role: v.optional(fields.title(NAME)),
      party: v.optional(idOf('party')),
      home: v.optional(idOf('place')),
    }),
    place: v.object({
      type: constant('Feature'),
      id: fields.id,
      geometry,
      properties: open(
        v.object({
          name: fields.title(NAME),
          zone: v.optional(fields.zone),
          kind: v.optional(fields.oneOf(['city', 'site', 'zone']), 'site'),
          precision: v.optional(fields.numberIn(0, MAX_PRECISION), PRECISION),
          main: v.optional(flag, false),
          within: v.optional(idOf('place')),
          point: v.optional(position),
          media: v.optional(media, []),
        }),
      ),
    }),
    source: v.object({
      id: fields.id,
      publisher: fields.prose(NAME),
      title: fields.prose(2 * TITLE),
      author: v.optional(fields.prose(TITLE)),
      date: v.optional(fields.date),
      url: v.optional(fields.url),
    }),
    event: v.object({
      id: fields.id,
      kind: v.optional(fields.oneOf(EVENT_KINDS), 'event'),
      status: v.optional(fields.oneOf(EVENT_STATUSES), 'happened'),
      title: fields.title(TITLE),
      text: fields.text(TEXT),
      when: fields.date,
      at: v.optional(idOf('place')),
      who: v.optional(idsOf('person'), []),
      about: v.optional(idsOf('place'), []),
      from: v.optional(idOf('person')),
      to: v.optional(idOf('person')),
      via: v.optional(line),
      follows: v.optional(
        v.array(
          v.object({ event: idOf('event'), verb: v.optional(fields.oneOf(LINK_VERBS), 'follows') }),
        ),
        [],
      ),
      sources: v.optional(idsOf('source'), []),
      tags: v.optional(idsOf('tag'), []),
      claims: v.optional(
        v.array(
          v.object({
            source: idOf('source'),
            says: fields.text(TEXT),
            differs: v.optional(fields.text(TEXT)),
          }),
        ),
        [],
      ),
      commitments: v.optional(v.array(commitment), []),
      media: v.optional(media, []),
    }),
  };
}

export type Schemas = ReturnType<typeof createSchemas>;
/** The checked file, or a checked entry of a list. */
export type Entry<K extends keyof Schemas> = v.InferOutput<Schemas[K]>;
