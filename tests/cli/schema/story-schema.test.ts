import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { createStorySchema } from '../../../src/cli/schema/story-schema.ts';
import { parseStoryValue } from '../../../src/story/parse/parse.ts';
import { FILE } from '../../fixtures/two-meetings.ts';
import { FIXTURE } from '../../story/fixture.ts';
import { RICH } from './rich-story.ts';

const at = (path: string): URL => new URL(`../../../${path}`, import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(at(path), 'utf8'));

/** What the tests read of a JSON Schema. */
interface Node {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, Node | boolean>>;
  readonly items?: Node | boolean;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Node>>;
}

const isListOfEntries = ({ items, uniqueItems }: Node): boolean =>
  typeof items === 'object' && !uniqueItems;

const written = read('geo/story.schema.json') as Node;
/** A second reader of the schema: strict, so that a keyword with a typing error throws. */
const isValid = new Ajv2020({ strict: true }).compile(written);

const accepts = (story: unknown): boolean => parseStoryValue(story).ok;

type Key = string | number;

/** A copy of a value with what stands at a path replaced; removed for `undefined`. */
function replaced(value: unknown, [key, ...rest]: readonly Key[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy: Record<Key, unknown> = Array.isArray(value)
    ? ([...(value as unknown[])] as unknown as Record<Key, unknown>)
    : { ...(value as object) };
  const inner = replaced(copy[key], rest, by);
  if (inner === undefined && Array.isArray(copy)) copy.splice(Number(key), 1);
  else if (inner === undefined) Reflect.deleteProperty(copy, key);
  else copy[key] = inner;
  return copy;
}

/** The path of everything in a value. */
const pathsIn = (value: unknown, path: readonly Key[] = []): (readonly Key[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => {
        const here = [...path, Array.isArray(value) ? Number(key) : key];
        return [here, ...pathsIn(inner, here)];
      })
    : [];

const hasPath = (value: unknown, path: readonly Key[]): boolean =>
  path.reduce<unknown>((inner, key) => Object(inner)[key] as unknown, value) !== undefined;

const pathOf = (text: string): readonly Key[] =>
  text === '' ? [] : text.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));

const PATHS = pathsIn(RICH);

/** What authors write in one place or another, sound and not. */
const VALUES: readonly unknown[] = [
  ...[null, true, false, 0, 1, -1, 2000, 2.5, 181, -360, 400, '', ' ', 'a', 'A', 'kim', 'seoul'],
  ...['paper', 'talks', 'peace', 'north', 'a_b-9', '-a', 'x'.repeat(64), 'x'.repeat(65)],
  ...['Two\nlines', 'Two\n\nparagraphs', '한국어', 'É', 'E\u0301', '👨‍👩‍👧', '\u200b', '<b>x</b>'],
  ...['en', 'pt-BR', 'zh-Hant-TW', 'english', 'x-klingon', 'de-DE-u-co-phonebk'],
  ...['2018', '201X', '20XX', '2018-06', '2018-13', '2018-06-12', '2018-06-31', '2018-06-12~'],
  ...['2018-06-12T09:04', '2018-06-12T09:04:05Z', '2018-06-12T09:04+09:00', '0000', '2018?'],
  ...['2018-06-12/2018-06-14', '2018%/..', '../2018-06-12', '/', '2018/', '12 June 2018'],
  ...['UTC', 'Asia/Seoul', '+08:30', '-03:00', 'Mars/Olympus', 'https://example.org/ä?x=1#y'],
  ...['HTTP://EXAMPLE.ORG', 'ftp://example.org', 'https://user:pass@example.org', './a.png'],
  ...['west', 'other', 'blue', 'teal', 'black', '#1f6f4a', '#1A7', '#12345', 'rgb(0 0 0)'],
  ...['city', 'zone', 'meeting', 'letter', 'state', 'planned', 'reported', 'follows', 'cancels'],
  ...['begun', 'broken', 'FeatureCollection', 'Feature', 'Point'],
  ...[[], {}, [1], [126, 37], [126, 37, 5], [200, 91], ['kim'], ['moon', 'kim'], ['kim', 'kim']],
  ...[{ en: 'x' }, { en: '' }, { en: 1 }, { 'pt-BR': 'x', ko: 'y' }, { english: 'x' }, { EN: 'x' }],
  ...[{ light: '#000', dark: '#fff' }, { light: '#000' }, { meeting: 'x' }, { party: 'x' }],
  { type: 'Point', coordinates: [126, 37] },
  { type: 'Polygon', coordinates: [] },
  { type: 'Circle', coordinates: [126, 37] },
  [
    [126, 37],
    [127, 38],
  ],
  [-180, -85, 180, 85],
  [350, -20, 700, 20],
  [0, 86, 10, 88],
];

describe('geo/story.schema.json', () => {
  it('is what the parser’s schemas say now: npm run schema', () => {
    expect(written).toEqual(JSON.parse(JSON.stringify(createStorySchema())));
  });

  it('describes every key, with an example where a value is written', () => {
    const missing: string[] = [];
    const visit = (node: Node, path: string): void => {
      for (const [key, property] of Object.entries(node.properties ?? {})) {
        if (typeof property === 'boolean') continue;
        const { description, examples } = property;
        // A list of entries and an object have the examples of their keys.
        const isWritten = !property.properties && !property.oneOf && !isListOfEntries(property);
        if (description === undefined) missing.push(`${path}.${key}: description`);
        if (examples === undefined && isWritten) missing.push(`${path}.${key}: example`);
        visit(property, `${path}.${key}`);
      }
      const { items, anyOf = [], oneOf = [], $defs = {} } = node;
      if (typeof items === 'object') visit(items, path);
      for (const one of [...anyOf, ...oneOf]) visit(one, path);
      for (const [name, one] of Object.entries($defs)) visit(one, name);
    };
    visit(written, 'story');
    expect(missing).toEqual([]);
  });

  it('has examples that it accepts itself', () => {
    const wrong: unknown[] = [];
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const { examples } = node as { readonly examples?: unknown };
      if (Array.isArray(examples)) {
        const ajv = new Ajv2020({ strict: false });
        const { $defs } = written;
        const check = ajv.compile({ ...node, $defs });
        wrong.push(...examples.filter((example) => !check(example)));
      }
      Object.values(node).forEach(visit);
    };
    visit(written);
    expect(wrong).toEqual([]);
  });

  test.each([
    'geo/stories/korea-thaw.json',
    ...readdirSync(at('tests/fixtures'))
      .filter((name) => name.endsWith('.json'))
      .map((name) => `tests/fixtures/${name}`),
  ])('accepts %s, as the parser does', (path) => {
    expect(accepts(read(path))).toBe(true);
    expect(isValid(read(path)), JSON.stringify(isValid.errors)).toBe(true);
  });

  test.each([
    ['every key', RICH],
    ['the rules of March 2018', FILE],
    ['the parser’s tests', JSON.parse(FIXTURE) as unknown],
  ])('accepts the story of %s, as the parser does', (_, story) => {
    expect(accepts(story)).toBe(true);
    expect(isValid(story), JSON.stringify(isValid.errors)).toBe(true);
  });

  test.each<[path: string, by: unknown]>([
    // A key is missing.
    ...[
      ...['version', 'id', 'language', 'title', 'events'],
      ...['insets.0.bounds', 'tags.0.name', 'parties.0.name', 'parties.0.hue', 'parties.1.colour'],
      ...['parties.2.colour.dark', 'people.0.name', 'people.0.id', 'places.type'],
      ...['places.features.0.type', 'places.features.0.geometry', 'places.features.0.properties'],
      ...['places.features.0.geometry.coordinates', 'places.features.0.properties.name'],
      ...['sources.0.title', 'events.0.id', 'events.0.title', 'events.0.when'],
      ...['events.1.follows.0.event', 'events.1.claims.0.says', 'events.1.commitments.0.by'],
      'events.1.commitments.0.history.0.state',
    ].map((path): [string, unknown] => [path, undefined]),
    // A key is not known.
    ...[
      ...['colour', 'tags.0.colour', 'parties.0.shape', 'parties.2.colour.print', 'people.0.age'],
      ...['kinds.party', 'insets.0.zoom', 'places.features.0.colour'],
      ...['places.features.0.geometry.colour', 'sources.0.kind', 'events.0.media.0.title'],
      ...['events.0.place', 'events.1.follows.0.kind', 'events.1.claims.0.text'],
      ...['events.1.commitments.0.party', 'events.1.commitments.0.history.0.by'],
    ].map((path): [string, unknown] => [path, 'x']),
    // A value is of another type.
    ['version', '1'],
    ['title', 5],
    ['title', []],
    ['title', {}],
    ['title.de', 7],
    ['title.german', 'Tauwetter'],
    ['title', 'Two\nlines'],
    ['summary', ' '],
    ['frame', '86,-24,300,64'],
    ['frame', [86, -24, 300]],
    ['frame.3', 86],
    ['events', {}],
    ['events', []],
    ['kinds', ['meeting']],
    ['kinds.meeting', 3],
    ['tags', { peace: 'Peace' }],
    ['parties.1.colour', 'green'],
    ['parties.1.colour', '#12345'],
    ['parties.2.colour.light', 5],
    ['places.features.0.properties.main', 'yes'],
    ['places.features.0.properties.precision', '2000'],
    ['places.features.0.properties.precision', -1],
    ['places.features.0.geometry.coordinates', [39.03, 125.75]],
    ['places.features.0.geometry.coordinates', [125.75, 39.03, 'high']],
    ['places.features.3.geometry.coordinates', [[126, 38]]],
    ['places.features.4.geometry.coordinates.0', [[126, 38]]],
    ['events.0.who', 'moon'],
    ['events.0.who', ['moon', 'moon']],
    ['events.0.tags', 'peace'],
    ['events.0.via', [[126, 38]]],
    // A list of people or parties is empty.
    ['events.1.who', []],
    ['events.1.commitments.0.by', []],
    // Coordinates are no degrees.
    ['places.crs', { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } }],
    ['places.crs', 'EPSG:4326'],
    ['places.crs', {}],
    // A place has no id, neither its own nor that of a row.
    ['places.features.0.id', undefined],
    ['places.features.0.id', null],
    // A word is not one of those that there are.
    ['version', 2],
    ['parties.0.hue', 'black'],
    ['parties.0.colour', '#1f6f4a'],
    ['places.type', 'Feature'],
    ['places.features.0.geometry.type', 'Circle'],
    ['places.features.0.properties.kind', 'village'],
    ['events.0.kind', 'party'],
    ['events.1.status', 'cancelled'],
    ['events.1.follows.0.verb', 'after'],
    ['events.1.commitments.0.history.0.state', 'kept'],
    // An id, a date, an address or initials are not written as they are.
    ['id', 'Rich Story'],
    ['events.0.id', '-talks'],
    ['events.0.id', 'x'.repeat(65)],
    ['events.0.at', 'Pyongyang!'],
    ['tags.0.id', 'Peace'],
    ['events.0.when', '5 March 2018'],
    ['events.0.when', '2018/'],
    ['published', '2018-06'],
    ['language', 'english'],
    ['zone', 'Asia / Seoul'],
    ['sources.0.url', 'example.org'],
    ['people.0.initials', 'K.J.'],
    // Media have one file and a text for readers who cannot see it.
    ['events.0.media.0.alt', undefined],
    ['events.0.media.0.image', undefined],
    ['events.0.media.0.video', 'a.mp4'],
    ['events.0.media.0.image', 'http://example.org/a.jpg'],
    ['events.0.media.0.image', '/a.jpg'],
    ['events.0.media.0.image', 'photos\\a.jpg'],
    ['places.features.0.properties.media', { image: 'a.jpg', alt: 'A' }],
  ])('refuses %s as %j, as the parser does', (path, by) => {
    const story = replaced(RICH, pathOf(path), by);
    expect(accepts(story)).toBe(false);
    expect(isValid(story)).toBe(false);
  });

  test.each<[path: string, by: unknown]>([
    ['summary', undefined],
    ['places.bbox', [120, 30, 130, 40]],
    ['places.crs', { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } }],
    ['places.crs', { type: 'name', properties: { name: 'epsg:4326' } }],
    ['places.crs', null],
    ['places.name', 'layer'],
    ['places.features.0.id', undefined],
    ['places.features.0.bbox', [125, 39, 126, 40]],
    ['places.features.0.id', null],
    ['places.features.0.geometry.bbox', [125, 39, 126, 40]],
    ['places.features.0.geometry.coordinates', [125.75, 39.03, 20]],
    ['places.features.0.geometry.coordinates', [125.75, 39.03, 20, 0]],
    ['places.features.4.geometry.coordinates.0.1', [127, 37, 5]],
    ['places.features.0.properties.fid', 'pyongyang'],
    ['places.features.0.properties.osm_id', 7],
    ['places.features.0.properties.main', null],
    ['places.features.0.properties.zone', null],
  ])('accepts what programs for maps write, as the parser does: %s as %j', (path, by) => {
    // With the id where such programs keep it.
    const named = replaced(RICH, pathOf('places.features.0.properties.fid'), 'pyongyang');
    const story = replaced(named, pathOf(path), by);
    expect(accepts(story)).toBe(true);
    expect(isValid(story), JSON.stringify(isValid.errors)).toBe(true);
  });

  test.each<[id: unknown]>([[7], ['7']])('accepts %j as the id of a row', (id) => {
    const named = replaced(RICH, pathOf('events.1.about'), ['7', 'park']);
    const story = replaced(named, pathOf('places.features.3.id'), id);
    expect(accepts(story)).toBe(true);
    expect(isValid(story), JSON.stringify(isValid.errors)).toBe(true);
  });

  it('accepts whatever the parser accepts: any values in the places of any others', () => {
    const change = fc.tuple(fc.constantFrom(...PATHS), fc.constantFrom(...VALUES, undefined));
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const story = changes.reduce<unknown>(
          // A path may have gone with an earlier change.
          (last, [path, by]) => (hasPath(last, path) ? replaced(last, path, by) : last),
          RICH,
        );
        if (!accepts(story)) return true;
        accepted += 1;
        return isValid(story);
      }),
      { numRuns: 600, seed: 15 },
    );
    expect(accepted, 'stories that the parser accepts').toBeGreaterThan(15);
  });
});
