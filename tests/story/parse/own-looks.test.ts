import { describe, expect, it, test } from 'vitest';
import { parseStory, parseStoryValue, type Parsed } from '../../../src/story/parse/parse.ts';
import { dataOf } from '../../fixtures/data.ts';
import { RICH } from '../../cli/schema/rich-story.ts';
import { FIXTURE, mutate } from '../fixture.ts';

type Party = Readonly<Record<string, unknown>>;

/** The story with these parties, each with a person who takes part. */
const withParties = (...parties: readonly Party[]): object => ({
  ...RICH,
  parties: parties.map((party, index) => ({ id: `p${index}`, name: `P${index}`, ...party })),
  people: [
    ...RICH.people.map((person) => ({ ...person, party: 'p0' })),
    ...parties.map((_, index) => ({ ...RICH.people[0], id: `x${index}`, party: `p${index}` })),
  ],
  events: RICH.events.map((event) => ({
    ...event,
    ...(event.id === 'visit' ? { who: parties.map((_, index) => `x${index}`) } : {}),
    ...(event.commitments
      ? { commitments: event.commitments.map((one) => ({ ...one, by: ['p0'] })) }
      : {}),
  })),
});

const looksOf = (...parties: readonly Party[]) =>
  dataOf(withParties(...parties)).parties.map(({ hue, colour }) => [hue, colour?.light ?? null]);

const messagesOf = (parsed: Parsed): readonly string[] =>
  (parsed.ok ? parsed.warnings : parsed.faults).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

const messagesFor = (...parties: readonly Party[]) =>
  messagesOf(parseStoryValue(withParties(...parties)));

describe('A party', () => {
  it('with a word of the compass has its colour and shape, as ever', () => {
    expect(looksOf({ hue: 'west' }, { hue: 'other' }, { hue: 'other' })).toEqual([
      ['west', null],
      ['other', null],
      ['other', null],
    ]);
  });

  it('with the plain name of a hue has its colour and shape', () => {
    expect(looksOf({ hue: 'red' }, { hue: 'blue' }, { hue: 'brown' }, { hue: 'grey' })).toEqual([
      ['north', null],
      ['south', null],
      ['east', null],
      ['other', null],
    ]);
  });

  it('with a colour of its own takes a shape that is free: five differ, the sixth begins again', () => {
    const colours = ['#8c0f24', '#0b6e4f', '#1c3f94', '#7a4b00', '#5b2b96', '#4a4a4a'];
    const shapes = looksOf(...colours.map((colour) => ({ colour }))).map(([shape]) => shape);
    expect(new Set(shapes.slice(0, 5)).size).toBe(5);
    expect(shapes[5]).toBe(shapes[0]);
  });

  it('with a colour of its own leaves the shape of a word of the compass to the party that names it', () => {
    const shapes = looksOf(
      { colour: '#0b6e4f' },
      { hue: 'north' },
      { hue: 'green' },
      { hue: 'blue' },
    );
    expect(shapes.map(([shape]) => shape)).toEqual(['west', 'north', 'east', 'south']);
  });

  test.each<[Party, string]>([
    [{}, 'parties.0.hue: is missing. Add "hue" or "colour".'],
    [
      { hue: 'north', colour: '#1f6f4a' },
      'parties.0.colour: is a second colour beside "hue". Remove one of the two.',
    ],
    [{ hue: 'purpel' }, 'parties.0.hue: "purpel" is not known here. Did you mean "purple"?'],
    [
      { colour: 'green' },
      'parties.0.colour: expected a colour, got the text "green". Write one such as "#1f6f4a", or { "light": "#1f6f4a", "dark": "#7fd1a5" }.',
    ],
    [{ colour: { light: '#1f6f4a' } }, 'parties.0.colour.dark: is missing. Add "dark".'],
    [
      { colour: { light: '#1f6f4a', drak: '#fff' } },
      'parties.0.colour.drak: is not known here. Did you mean "dark"?',
    ],
    [
      { colour: { light: 5, dark: '#ffffff' } },
      'parties.0.colour.light: expected a colour such as "#1f6f4a", got the number 5.',
    ],
  ])('of %j has a fault: %s', (party, message) => {
    expect(messagesFor(party)).toContain(message);
  });

  test.each<[readonly Party[], readonly string[]]>([
    [[{ colour: '#0b6e4f' }, { colour: '#1c3f94' }], []],
    [
      [{ colour: { light: '#ffd700', dark: '#ffd700' } }],
      [
        'parties.0.colour.light: "#ffd700" is too faint on the light page, which takes #8c7500. Write that.',
      ],
    ],
    [
      [{ colour: '#777' }],
      [
        'parties.0.colour: "#777" is too faint on the light and on the dark page, which take #767676 and #808080. Write { "light": "#767676", "dark": "#808080" }.',
      ],
    ],
    [
      [{ colour: '#0b6e4f' }, { colour: '#0c6e50' }],
      [
        'parties.1.colour: cannot be told from the colour of "p0" by any reader on the light page. Write { "light": "#03642b", "dark": "#50a064" }.',
      ],
    ],
    [
      [{ hue: 'brown' }, { hue: 'orange' }],
      [
        'parties.1.hue: cannot be told from the colour of "p0" by readers who do not see red (protanopia) on the light page. Write "colour": { "light": "#b05649", "dark": "#c97e3d" } instead.',
      ],
    ],
    // They share the theme’s hue on purpose.
    [[{ hue: 'other' }, { hue: 'other' }, { hue: 'grey' }], []],
  ])('of %j has warnings: %j', (parties, expected) => {
    expect(messagesFor(...parties)).toEqual(expected);
  });

  it('is proposed for each of two that look alike: a story that takes all proposals has no such warning', () => {
    const written = [
      { colour: '#b00020' },
      { colour: '#b30024' },
      { hue: 'orange' },
      { hue: 'brown' },
      { colour: '#b00020' },
      { colour: { light: '#035d2d', dark: '#8aeaa8' } },
      { hue: 'green' },
      { colour: '#ab0a22' },
    ];
    const messages = messagesFor(...written);
    expect(messages.length).toBeGreaterThan(3);
    const proposed = messages.map((message) => {
      const [, index = '', pair = ''] =
        /^parties\.(\d+)\..* Write (?:"colour": )?(\{.*\})(?: instead)?\.$/.exec(message) ?? [];
      return [Number(index), { colour: JSON.parse(pair) as unknown }] as const;
    });
    const mended = written.map((party, index) => new Map(proposed).get(index) ?? party);
    expect(messagesFor(...mended)).toEqual([]);
  });

  it('is compared with others up to the thirtieth, so that many parties take no long time', () => {
    const parties = Array.from({ length: 40 }, () => ({ colour: '#0b6e4f' }));
    expect(messagesFor(...parties)).toHaveLength(29);
  });
});

describe('A tag', () => {
  it('is linked to its events', () => {
    const parsed = parseStoryValue(RICH);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    const [tag] = parsed.story.tags;
    expect(tag).toEqual({ id: 'peace', name: { en: 'Peace' } });
    expect(parsed.story.events.map(({ tags }) => tags)).toEqual([[tag], [], [], []]);
    expect(parsed.story.events[0]?.tags[0]).toBe(tag);
  });

  const TAGS = '"tags": [{ "id": "peace", "name": "Peace" }],';
  const head = `${TAGS} "parties": [`;
  test.each([
    [
      mutate('"parties": [', head),
      'tags.0.id: "peace" is not used. Remove it, or name it in the "tags" of an event.',
    ],
    [
      mutate('"parties": [', head).replace('"who": ["kim"]', '"who": ["kim"], "tags": ["paece"]'),
      'events.0.tags.0: There is no tag "paece". Did you mean "peace"?',
    ],
    [
      mutate('"who": ["kim"]', '"who": ["kim"], "tag": ["peace"]'),
      'events.0.tag: is not known here. Did you mean "tags"?',
    ],
    [
      mutate('"who": ["kim"]', '"who": ["kim"], "tags": ["peace", "peace"]'),
      'events.0.tags: names "peace" twice. Remove the second.',
    ],
    [
      mutate('"parties": [', `"tags": [], "parties": [`).replace(
        '"who": ["kim"]',
        '"who": ["kim"], "tags": ["peace"]',
      ),
      'tags: is empty, but the story refers to tags. Add each of them here.',
    ],
    [
      mutate(
        '"parties": [',
        '"tags": [{ "id": "peace", "name": "Peace" }, { "id": "peace", "name": "P" }], "parties": [',
      ),
      'tags.1.id: "peace" is already the id of tags[0]. Write another.',
    ],
  ])('is told where it is wrong', (text, message) => {
    expect(messagesOf(parseStory(text))).toContain(message);
  });
});

describe('Another name for a kind', () => {
  const nameOf = (kinds: string) => {
    const parsed = parseStory(mutate('"parties": [', `"kinds": ${kinds}, "parties": [`));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    return parsed.story.events.map(({ kindName }) => kindName);
  };

  it('goes with each event of the kind, and with no other', () => {
    expect(nameOf('{ "meeting": { "en": "Summit", "de": "Gipfel" }, "visit": "Trip" }')).toEqual([
      { en: 'Summit', de: 'Gipfel' },
      null,
      null,
      'Trip',
    ]);
    expect(nameOf('{}')).toEqual([null, null, null, null]);
  });

  test.each([
    ['{ "meting": "Summit" }', 'kinds.meting: is not known here. Did you mean "meeting"?'],
    ['{ "meeting": "" }', 'kinds.meeting: is empty. Write a text.'],
    ['["meeting"]', 'kinds: expected an object, got a list. Write { … }.'],
    [
      '{ "meeting": "<b>Summit</b>" }',
      'kinds.meeting: has the HTML tag "<b>". A text is shown as it is written. Remove the tag.',
    ],
  ])('written as %s is told', (kinds, message) => {
    expect(
      messagesOf(parseStory(mutate('"parties": [', `"kinds": ${kinds}, "parties": [`))),
    ).toContain(message);
  });
});

it('A story without any of these is read as before', () => {
  const data = dataOf(FIXTURE);
  expect([data.tags, data.kinds, data.events.map(({ tags }) => tags)]).toEqual([
    [],
    {},
    [[], [], [], []],
  ]);
});
