import { check } from '@placemarkio/check-geojson';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportLinkedPlaces } from '../../../../src/story/formats/write/linked-places.ts';
import type { Story } from '../../../../src/story/story.ts';
import { THAW } from '../../../fixtures/shipped.ts';
import { DATE_LINE, DATES, generated, HOSTILE, TWO_MEETINGS, withEvent } from './stories.ts';

const text = { type: 'string', minLength: 1 };
const uri = { type: 'string', pattern: '^[a-z][a-z0-9+.-]*:\\S+$' };
const list = (items: object) => ({ type: 'array', items });
const record = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const date = { type: 'string', pattern: '^-?\\d{4}(-\\d\\d(-\\d\\d)?)?$' };
const bound = { ...record({ in: date, earliest: date, latest: date }), minProperties: 1 };
const certainty = { enum: ['certain', 'less-certain', 'uncertain'] };
const when = record(
  {
    timespans: list({ ...record({ start: bound, end: bound }), minProperties: 1 }),
    label: text,
    certainty,
  },
  ['timespans'],
);

/** The Linked Places Format 1.3, as its README describes it. */
const SCHEMA = record(
  {
    type: { const: 'FeatureCollection' },
    '@context': { type: 'string', pattern: '^https://.*\\.jsonld$' },
    features: list(
      record(
        {
          '@id': uri,
          type: { const: 'Feature' },
          properties: record(
            { title: text, fclasses: list({ enum: ['A', 'H', 'L', 'P', 'R', 'S', 'T'] }) },
            ['title', 'fclasses'],
          ),
          when,
          names: {
            ...list(record({ toponym: text, lang: text }, ['toponym'])),
            minItems: 1,
          },
          types: list(record({ identifier: uri, label: text }, ['identifier', 'label'])),
          geometry: {
            ...record({ type: text, coordinates: { type: 'array' } }, ['type', 'coordinates']),
          },
          relations: list(
            record(
              {
                relationType: uri,
                relationTo: uri,
                label: text,
                when,
                citations: list(record({ label: text, '@id': uri }, ['label'])),
                certainty,
              },
              ['relationType', 'relationTo'],
            ),
          ),
          descriptions: list(record({ '@id': uri, value: text, lang: text }, ['value'])),
        },
        ['@id', 'type', 'properties', 'names', 'geometry'],
      ),
    ),
  },
  ['type', '@context', 'features'],
);

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(SCHEMA);

interface Feature {
  readonly '@id': string;
  readonly names: readonly object[];
  readonly when?: object;
  readonly relations: readonly { readonly label: string; readonly when: object }[];
  readonly descriptions: readonly { readonly value: string; readonly lang: string }[];
}

/** The file as the format asks for it, and as GeoJSON, which it is too. */
function read(story: Story, language = 'en'): readonly Feature[] {
  const { text: file } = exportLinkedPlaces(story, language);
  const value = JSON.parse(file) as { readonly features: readonly Feature[] };
  validate(value);
  expect(validate.errors).toBeNull();
  check(file);
  return value.features;
}

const placeOf = (story: Story, id: string, language = 'en'): Feature => {
  const found = read(story, language).find((each) => each['@id'].endsWith(`:place:${id}`));
  if (!found) throw new Error(`The file has no place ${id}`);
  return found;
};

describe('a story as Linked Places', () => {
  it.each([
    ['shipped', THAW],
    ['across the date line', DATE_LINE],
    ['of dates', DATES],
    ['of two meetings', TWO_MEETINGS],
  ])('has the shape of the format, with a feature for each place: the story %s', (_, story) => {
    expect(read(story).length).toBe(story.places.length);
  });

  it('has the shape of the format for any story', () => {
    fc.assert(
      fc.property(generated, (story) => {
        expect(read(story).length).toBe(story.places.length);
      }),
      { seed: 1953, numRuns: 50 },
    );
  });

  it('names a place in every language, and a plain name in that of the story', () => {
    expect(placeOf(THAW, 'panmunjom', 'ko').names).toEqual([
      { toponym: 'Panmunjom', lang: 'en' },
      { toponym: '판문점', lang: 'ko' },
      { toponym: '板门店', lang: 'zh-Hans' },
    ]);
    expect(placeOf(TWO_MEETINGS, 'hotel').names).toEqual([{ toponym: 'Hotel', lang: 'en' }]);
  });

  it('relates a place to what it lies in and to what happened there', () => {
    const { relations, descriptions } = placeOf(TWO_MEETINGS, 'hotel');
    expect(relations[0]).toEqual({
      relationType: 'gvp:broaderPartitive',
      relationTo: 'urn:x-parley:two-meetings:place:island',
      label: 'Island',
    });
    expect(relations[1]).toEqual({
      relationType: 'crm:P7i_witnessed',
      relationTo: 'urn:x-parley:two-meetings:event:talks',
      label: 'The talks',
      when: {
        timespans: [{ start: { in: '2018-03-10' } }],
        label: '2018-03-10',
        certainty: 'certain',
      },
      citations: [{ label: 'Paper: A report' }],
      certainty: 'certain',
    });
    expect(descriptions[0]).toEqual({
      '@id': 'urn:x-parley:two-meetings:event:talks',
      value: 'The talks.',
      lang: 'en',
    });
  });

  it('dates what happened with its doubts, its hour in the label', () => {
    const dates = read(DATES)
      .flatMap(({ relations }) => relations)
      .map(({ label, when: at }) => [label, at]);
    expect(Object.fromEntries(dates)).toMatchObject({
      days: { timespans: [{ start: { in: '2018-06-12' }, end: { in: '2018-06-14' } }] },
      minute: { timespans: [{ start: { in: '2018-06-12' } }], label: '2018-06-12T09:04' },
      month: { timespans: [{ start: { in: '2018-06' } }] },
      decade: { timespans: [{ start: { earliest: '2010', latest: '2019' } }] },
      about: { certainty: 'less-certain' },
      perhaps: { certainty: 'uncertain' },
      both: { certainty: 'uncertain' },
      since: { timespans: [{ start: { in: '2018-06-12' } }], label: '2018-06-12/..' },
      until: { timespans: [{ end: { in: '2018-06-12' } }] },
    });
  });

  it('tells the dates whose hour or open end is in the label only', () => {
    const { losses } = exportLinkedPlaces(DATES, 'en');
    const told = losses.flatMap(({ where }) => /^events, (.+), when$/.exec(where)?.[1] ?? []);
    expect(told).toEqual([
      'minute',
      'second',
      'minutes',
      'evening',
      'since',
      'since-morning',
      'until',
    ]);
    expect(losses).toContainEqual({
      where: 'events, since, when',
      message:
        'A Linked Places file cannot say that a date is open. 2018-06-12/.. is in the label of the date only.',
    });
  });

  it('says in which language a description is', () => {
    const story = withEvent({ text: { ko: '회담' } });
    expect(placeOf(story, 'hotel', 'fr').descriptions[0]).toMatchObject({
      value: '회담',
      lang: 'ko',
    });
  });

  it('leaves an event without a place out, and tells all that is lost', () => {
    const { text: file, losses } = exportLinkedPlaces(withEvent({ at: null }), 'en');
    expect(file).not.toContain('The talks');
    expect(losses.map(({ where }) => where)).toEqual(
      expect.arrayContaining(
        ['title', 'text', 'when', 'sources', 'kind', 'who'].map((key) => `events, talks, ${key}`),
      ),
    );
  });

  it.each(HOSTILE)('gives a hostile text back: $text', ({ text: hostile, sound }) => {
    const [place] = TWO_MEETINGS.places;
    if (!place) throw new Error('The story has a place');
    const story = withEvent({ title: hostile, text: hostile });
    const { relations, descriptions } = placeOf(story, 'hotel');
    expect(relations[1]?.label).toBe(sound);
    expect(descriptions[0]?.value).toBe(sound);
  });
});
