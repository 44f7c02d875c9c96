import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChronology } from '../../../src/story/chronology.ts';
import { parseStory, parseStoryValue } from '../../../src/story/parse/parse.ts';
import type { Story } from '../../../src/story/story.ts';
import { FIXTURE } from '../fixture.ts';

/** Everything that a story must have. */
const LEAST = {
  version: 1,
  id: 'wall',
  language: 'en',
  title: 'The Wall',
  events: [{ id: 'opened', when: '1989-11-09', title: 'It is opened', text: 'At night.' }],
};

const place = (id: string, properties: object = {}) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [13.4, 52.5] },
  properties: { name: id, ...properties },
});

const places = (...features: object[]) => ({ type: 'FeatureCollection', features });

function storyOf(file: object): Story {
  const parsed = parseStoryValue(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults, null, 2));
  return parsed.story;
}

const warningsOf = (file: object) =>
  parseStoryValue(file).warnings.map(({ path, code, message }) => ({
    path: path.join('.'),
    code,
    message,
  }));

/** Of the file as JSON, in which a key without a value is not there. */
const faultsOf = (file: object): readonly string[] => {
  const parsed = parseStory(JSON.stringify(file));
  return parsed.ok ? [] : parsed.faults.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('a story', () => {
  it('is whole with a title and one event, and says what it lacks', () => {
    expect(storyOf(LEAST)).toMatchObject({
      ...{ zone: 'UTC', summary: null, credits: null, card: null },
      ...{ insets: [], parties: [], people: [], places: [], sources: [] },
      events: [
        {
          ...{ kind: 'event', status: 'happened', at: null, who: [], about: [], letter: null },
          ...{ via: [], follows: [], sources: [], claims: [], commitments: [] },
        },
      ],
    });
    expect(warningsOf(LEAST)).toEqual([
      {
        path: 'events.0',
        code: 'unsourced',
        message: 'has no source: readers cannot check it. Name one in "sources".',
      },
    ]);
  });

  it.each(['version', 'id', 'language', 'title', 'events'])('must have %s', (key) => {
    expect(faultsOf({ ...LEAST, [key]: undefined })).toHaveLength(1);
  });

  it.each(['id', 'when', 'title', 'text'])('has no event without %s', (key) => {
    const events = LEAST.events.map((event) => ({ ...event, [key]: undefined }));
    expect(faultsOf({ ...LEAST, events })).toEqual([`events.0.${key}: is missing. Add "${key}".`]);
  });

  it('may have an empty collection of places', () => {
    expect(storyOf({ ...LEAST, places: places() })).toEqual(storyOf(LEAST));
  });

  it('is told once of all events without a source, however that is written', () => {
    const [event] = LEAST.events;
    const file = {
      ...LEAST,
      sources: [{ id: 'paper', publisher: 'Paper', title: 'Night' }],
      events: [
        { ...event, id: 'a', sources: ['paper'] },
        { ...event, id: 'b', sources: [] },
        ...Array.from({ length: 200 }, (_, index) => ({ ...event, id: `c${index}` })),
      ],
    };
    expect(warningsOf(file)).toEqual([
      {
        path: 'events.1',
        code: 'unsourced',
        message:
          'has no source: readers cannot check it. 200 more events have none. Name one in "sources".',
      },
    ]);
  });

  it('has every fault of the sound fixture only where a key is one that it must have', () => {
    const whole = JSON.parse(FIXTURE) as Record<string, unknown>;
    const needed = ['version', 'id', 'language', 'title', 'events'];
    const referred = ['parties', 'people', 'places', 'sources'];
    for (const key of Object.keys(whole)) {
      const rest = { ...whole, [key]: undefined };
      const isSound = ![...needed, ...referred].includes(key);
      expect([key, faultsOf(rest).length === 0]).toEqual([key, isSound]);
    }
  });

  it('without any of its optional keys can be linked and played', () => {
    const text = FIXTURE.replaceAll('\n', ' ');
    const optional = ['summary', 'zone', 'frame', 'insets'];
    fc.assert(
      fc.property(
        fc.subarray(optional),
        fc.subarray(['role', 'party', 'home', 'initials']),
        (of, person) => {
          const file = JSON.parse(text) as Record<string, unknown> & { people: object[] };
          const sound = {
            ...Object.fromEntries(Object.entries(file).filter(([key]) => !of.includes(key))),
            people: file.people.map((one) =>
              Object.fromEntries(Object.entries(one).filter(([key]) => !person.includes(key))),
            ),
          };
          const story = storyOf(sound);
          expect(createChronology(story).moments).toHaveLength(4);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a date', () => {
  const event = { id: 'late', when: '1989-11-09T23:30', title: 'Late', text: 'At night.' };
  const startOf = (file: object) => storyOf(file).events[0]?.when.start;

  it('without a place is in the zone of the story, and without that in UTC', () => {
    expect(startOf({ ...LEAST, events: [event] })).toBe(Date.UTC(1989, 10, 9, 23, 30));
    expect(startOf({ ...LEAST, zone: 'Europe/Berlin', events: [event] })).toBe(
      Date.UTC(1989, 10, 9, 22, 30),
    );
  });

  it('at a place without a zone is in the zone of the story', () => {
    const file = {
      ...LEAST,
      zone: 'Europe/Berlin',
      places: places(place('gate')),
      events: [{ ...event, at: 'gate' }],
    };
    expect(startOf(file)).toBe(Date.UTC(1989, 10, 9, 22, 30));
    expect(storyOf(file).places[0]).toMatchObject({
      ...{ zone: 'Europe/Berlin', kind: 'site', precision: 1000, main: false },
    });
  });

  it('that depends on a zone with a fault is not judged', () => {
    const file = {
      ...LEAST,
      zone: 'Europe/Berlim',
      places: places(place('gate')),
      events: [{ ...event, at: 'gate', when: '1989-11-09T23:30+01:00' }],
    };
    expect(faultsOf(file)).toEqual([
      'zone: "Europe/Berlim" is not a time zone. Did you mean "Europe/Berlin"?',
    ]);
  });
});

describe('a person', () => {
  const withPeople = (...people: object[]) => ({
    ...LEAST,
    people,
    events: LEAST.events.map((event) => ({
      ...event,
      who: people.map((_, index) => `p${index}`),
    })),
  });

  it('may be a name only: of no party, without a home', () => {
    const [person] = storyOf(withPeople({ id: 'p0', name: 'Harald Jäger' })).people;
    expect(person).toMatchObject({
      ...{ initials: 'HJ', role: null, home: null },
      party: { hue: 'other', name: '' },
    });
  });

  it.each([
    ['Ronald Reagan', 'RR'],
    ['Kim Jong Un', 'KJU'],
    ['Moon Jae-in', 'MJI'],
    ['Ursula von der Leyen', 'UL'],
    ['김정은', '김'],
    ['Élodie Martin', 'ÉM'],
    ['José María Aznar', 'JMA'],
    ['Ангела Меркель', 'АМ'],
    ['ნინო ბერიძე', 'ნბ'],
    ['“Che” Guevara', 'CG'],
    ['pope francis', 'PF'],
    ['007', ''],
    [{ ko: '문재인', en: 'Moon Jae-in' }, 'MJI'],
  ])('whose name is %j has the initials %s', (name, initials) => {
    expect(storyOf(withPeople({ id: 'p0', name })).people[0]?.initials).toBe(initials);
  });

  it('keeps the initials that the author writes', () => {
    expect(storyOf(withPeople({ id: 'p0', name: 'Angela Merkel', initials: 'M' })).people).toEqual([
      expect.objectContaining({ initials: 'M' }),
    ]);
  });

  it('without a home does not make a route a fault, nor use a place', () => {
    const file = {
      ...LEAST,
      places: places(place('gate'), place('home')),
      people: [
        { id: 'a', name: 'A', home: 'home' },
        { id: 'b', name: 'B' },
      ],
      events: [
        {
          ...{ ...LEAST.events[0], kind: 'meeting', at: 'gate', who: ['a', 'b'] },
          via: [
            [13, 52],
            [13.4, 52.5],
          ],
        },
      ],
    };
    expect(faultsOf(file)).toEqual([]);
    expect(warningsOf(file).map(({ code }) => code)).toEqual(['unsourced']);
    const alone = {
      ...file,
      events: [{ ...file.events[0], who: ['b'] }],
      people: [file.people[1]],
    };
    expect(warningsOf(alone)).toContainEqual({
      path: 'events.0.via',
      code: 'unused',
      message:
        'is the route of nobody: nobody who comes here has a home. Remove it, or write their "home".',
    });
  });
});

describe('text of a file', () => {
  it('gives the same story as its value', () => {
    expect(parseStory(JSON.stringify(LEAST))).toEqual(parseStoryValue(LEAST));
  });
});
