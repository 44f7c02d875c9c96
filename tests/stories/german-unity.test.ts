import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readOtherFormat } from '../../src/story/formats/read-other-format.ts';
import { checkPositions } from '../../src/site/checks/misplaced.ts';
import { warnOfUnreadable } from '../../src/site/checks/unreadable.ts';
import { readStoryData } from '../../src/story/load.ts';

const folder = new URL('../../geo/stories/', import.meta.url);
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));

interface Texts {
  readonly en: string;
  readonly de: string;
}

interface Change {
  readonly when: string;
  readonly state: string;
}

interface Event {
  readonly id: string;
  readonly kind?: string;
  readonly when: string;
  readonly at: string;
  readonly who?: readonly string[];
  readonly sources: readonly string[];
  readonly media?: readonly { readonly image: string; readonly alt: Texts }[];
  readonly commitments?: readonly { readonly id: string; readonly history: readonly Change[] }[];
}

interface Unity {
  readonly events: readonly Event[];
  readonly sources: readonly { readonly id: string; readonly url: string }[];
}

const bytes = read('german-unity.json');
const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
const story = json as Unity;
const eventOf = (id: string): Event => {
  const event = story.events.find((one) => one.id === id);
  if (event === undefined) throw new Error(`the story has no event ${id}`);
  return event;
};

/** What was added by hand after the import. `about`, `follows` and `claims` have columns since; its sheets do not use them. */
const BY_HAND = new Set([
  'ground',
  'frame',
  'insets',
  'hue',
  'colour',
  'about',
  'follows',
  'claims',
]);

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The story without what was added by hand: the keys above, the border's line, German tags, and a state's event. */
function withoutHandwork(value: Json, key = ''): Json {
  if (Array.isArray(value)) {
    const entries = value as readonly Json[];
    return entries
      .filter((one) => (one as { readonly id?: string } | null)?.id !== 'inner-border')
      .map((one) => withoutHandwork(one, key));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([name]) => !BY_HAND.has(name) && !(key === 'history' && name === 'event'))
    .map(([name, inner]): [string, Json] => {
      const isTag = key === 'tags' && name === 'name';
      return [
        name,
        isTag && typeof inner === 'object'
          ? (inner as unknown as Texts).en
          : withoutHandwork(inner, name),
      ];
    });
  return Object.fromEntries(entries);
}

test('The spreadsheet is imported as the story, but for what was added by hand', async () => {
  const imported = await readOtherFormat(read('german-unity.xlsx'));
  if (!imported.ok) throw new Error(imported.faults.map(({ message }) => message).join('\n'));
  expect(imported.losses).toEqual([]);
  expect(withoutHandwork(imported.story as Json)).toEqual(withoutHandwork(json as Json));
});

test('The story has no fault and no warning', async () => {
  const parsed = await readStoryData(bytes, [checkPositions, warnOfUnreadable]);
  expect(parsed.ok ? [] : parsed.faults).toEqual([]);
  expect(parsed.warnings).toEqual([]);
});

/** The record, kept here by hand and apart from the story file: event, date on the clocks of the place, place, people. */
const RECORD: readonly (readonly [event: string, when: string, at: string, who: string])[] = [
  // Wiener Zeitung: “am frühen Morgen des 2. Mai 1989”; Der Standard: press conference in Hegyeshalom.
  ['fence', '1989-05-02', 'hegyeshalom', ''],
  ['picnic', '1989-08-19', 'picnic-site', ''],
  ['gymnich', '1989-08-25', 'gymnich', 'nemeth horn kohl genscher'],
  ['hungary-opens', '1989-09-11', 'hegyeshalom', ''],
  // Das Parlament: 18.58 Uhr.
  ['prague', '1989-09-30T18:58', 'embassy', 'genscher'],
  ['anniversary', '1989-10-06/1989-10-07', 'berlin', 'gorbachev honecker'],
  ['leipzig', '1989-10-09', 'leipzig', ''],
  ['krenz', '1989-10-18', 'berlin', 'honecker krenz'],
  // bpb, Deutschland-Chronik: 18.57 and 23.14 Uhr.
  ['press-conference', '1989-11-09T18:57', 'press-centre', 'schabowski'],
  ['wall', '1989-11-09T23:14', 'bornholmer', ''],
  ['ten-points', '1989-11-28', 'bonn', 'kohl'],
  ['malta', '1989-12-02/1989-12-03', 'marsaxlokk', 'bush gorbachev'],
  ['dresden', '1989-12-19', 'dresden', 'kohl modrow'],
  ['gate', '1989-12-22', 'gate', 'kohl modrow'],
  // KAS: the letter is of the day before Kohl’s departure on 10 February.
  ['bush-letter', '1990-02-09', 'washington', ''],
  ['moscow', '1990-02-10', 'moscow', 'kohl genscher gorbachev shevardnadze'],
  // Before the free election, Oskar Fischer is East Germany’s foreign minister, then Markus Meckel.
  ['ottawa', '1990-02-13', 'ottawa', 'genscher fischer baker shevardnadze hurd dumas'],
  ['camp-david', '1990-02-24/1990-02-25', 'camp-david', 'kohl bush'],
  ['election', '1990-03-18', 'berlin', 'de-maiziere'],
  ['bonn', '1990-05-05', 'bonn', 'genscher meckel baker shevardnadze hurd dumas'],
  ['monetary-treaty', '1990-05-18', 'bonn', 'waigel romberg kohl de-maiziere'],
  ['washington', '1990-05-31/1990-06-03', 'washington', 'bush gorbachev'],
  ['berlin-round', '1990-06-22', 'schoenhausen', 'genscher meckel baker shevardnadze hurd dumas'],
  ['currency', '1990-07-01', 'berlin', ''],
  ['caucasus', '1990-07-15/1990-07-16', 'arkhyz', 'kohl gorbachev genscher waigel shevardnadze'],
  ['paris', '1990-07-17', 'paris', 'genscher meckel baker shevardnadze hurd dumas skubiszewski'],
  // Orte der Einheit: 13.15 Uhr.
  ['unification-treaty', '1990-08-31T13:15', 'palais', 'schaeuble krause'],
  // bpb: de Maizière signs, not Meckel, who had left the government in August.
  [
    'two-plus-four',
    '1990-09-12',
    'oktyabrskaya',
    'genscher de-maiziere baker shevardnadze hurd dumas',
  ],
  ['unity', '1990-10-03T00:00', 'reichstag', 'kohl de-maiziere genscher'],
  ['border-treaty', '1990-11-14', 'warsaw', 'genscher skubiszewski'],
  ['in-force', '1991-03-15', 'bonn', 'genscher'],
];

test('Every event is on the day, at the place and with the people of the record', () => {
  const told = story.events.map(({ id, when, at, who }) => [id, when, at, who?.join(' ') ?? '']);
  expect(told).toEqual(RECORD);
});

/** What became of the promises, from the record. */
const KEPT: readonly (readonly [event: string, commitment: string, ...changes: string[]])[] = [
  ['dresden', 'open-gate', '1989-12-22 done'],
  ['dresden', 'no-visa', '1989-12-24 done'],
  ['ottawa', 'talks', '1990-05-05 begun', '1990-09-12 done'],
  ['monetary-treaty', 'd-mark', '1990-07-01 done'],
  ['unification-treaty', 'accession', '1990-10-03 done'],
  ['unification-treaty', 'seat', '1991-06-20 done'],
  // Suspended in New York from unity on; ended by the deposit of the last ratification.
  ['two-plus-four', 'sovereignty', '1990-10-01 begun', '1991-03-15 done'],
  ['two-plus-four', 'border', '1990-11-14 done'],
  ['two-plus-four', 'withdrawal', '1994-08-31 done'],
  ['border-treaty', 'claims', '1992-01-16 done'],
];

test('Only agreements promise anything, and every promise was kept on the day of the record', () => {
  const told = story.events.flatMap(({ id, commitments = [] }) =>
    commitments.map((one) => [
      id,
      one.id,
      ...one.history.map(({ when, state }) => `${when} ${state}`),
    ]),
  );
  expect(told).toEqual(KEPT);
  for (const [id] of KEPT) expect(eventOf(id).kind).toBe('agreement');
});

/** Every text with the path to it. */
function textsOf(value: unknown, path = ''): readonly (readonly [path: string, texts: Texts])[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value) return [[path, value as Texts]];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

/** Numbers in digits of two places and more, without separators: 10,000 is 10.000 in German, 18:58 is 18.58. */
const numbersOf = (text: string): readonly string[] =>
  (text.match(/\d[\d.,:]*\d/g) ?? []).map((number) => number.replace(/[.,:]/g, '')).sort();

test('Each text is there in English and German, with the same numbers', () => {
  const texts = textsOf(json);
  expect(texts.length).toBeGreaterThan(120);
  expect(texts.filter(([, text]) => Object.keys(text).join() !== 'en,de')).toEqual([]);
  const odd = texts.filter(([, { en, de }]) => numbersOf(en).join() !== numbersOf(de).join());
  expect(odd).toEqual([]);
});

test('Every event has a source that readers can open', () => {
  const urls = new Map(story.sources.map(({ id, url }) => [id, url]));
  for (const { id, sources } of story.events) {
    expect([id, sources.length > 0]).toEqual([id, true]);
    for (const source of sources) expect(urls.get(source)).toMatch(/^https?:\/\/[^\s]+\.[a-z]+\//);
  }
});

test('The three drawings lie beside the story and are described in both languages', () => {
  const media = story.events.flatMap(({ media: items = [] }) => items);
  expect(media.map(({ image }) => image)).toEqual([
    'german-unity/trains.svg',
    'german-unity/election.svg',
    'german-unity/two-plus-four.svg',
  ]);
  for (const { image, alt } of media) {
    expect(existsSync(new URL(image, folder))).toBe(true);
    expect(Object.keys(alt)).toEqual(['en', 'de']);
  }
});
