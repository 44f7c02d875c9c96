import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStory, parseStoryValue } from '../../../src/story/parse/parse.ts';
import type { Story } from '../../../src/story/story.ts';
import { FIXTURE, mutate } from '../fixture.ts';

function story(text = FIXTURE): Story {
  const parsed = parseStory(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.story;
}

const eventOf = (id: string, text = FIXTURE) => {
  const event = story(text).events.find((one) => one.id === id);
  if (event === undefined) throw new Error(`no event ${id}`);
  return event;
};

describe('a story', () => {
  it('holds the things themselves where the file holds ids', () => {
    const { who, at, sources } = eventOf('pact');
    expect(who.map(({ name }) => name)).toEqual(['Kim Jong Un', 'Moon Jae-in']);
    expect(who[0]?.home?.zone).toBe('Asia/Pyongyang');
    expect(at).toMatchObject({ id: 'blue-house', mark: { id: 'seoul' } });
    expect(sources[0]?.publisher).toBe('Yonhap');
  });

  it('reads a date on the clock of its place, and without a place on the clock of the story', () => {
    expect(new Date(eventOf('talks').when.start).toISOString()).toBe('2018-03-04T15:30:00.000Z');
    expect(new Date(eventOf('visit').when.start).toISOString()).toBe('2018-11-30T15:00:00.000Z');
  });

  it('says that an event happened unless the file says otherwise', () => {
    expect([eventOf('talks').status, eventOf('visit').status]).toEqual(['happened', 'planned']);
  });

  it('knows who writes to whom', () => {
    expect(eventOf('letter').letter).toMatchObject({ from: { id: 'kim' }, to: { id: 'moon' } });
    expect(eventOf('talks').letter).toBeNull();
  });

  it('begins the history of a commitment with its promise', () => {
    const [commitment] = eventOf('pact').commitments;
    expect(commitment?.history.map(({ state, when }) => [state, when.text])).toEqual([
      ['promised', '2018-04-27T17:58'],
      ['begun', '2018-11-20'],
    ]);
  });

  it('leaves the promise out where the author gives a state for the day of signing', () => {
    const text = mutate('"when": "2018-11-20", "state"', '"when": "2018-04-27", "state"');
    const [commitment] = eventOf('pact', text).commitments;
    expect(commitment?.history.map(({ state }) => state)).toEqual(['begun']);
  });

  it('takes an inset into the degrees of its frame, where a Pacific frame runs on past 180', () => {
    const text = mutate('[121, 37, 131.5, 42.6]', '[-78, 38, -76, 40]');
    expect(story(text).insets[0]?.bounds).toEqual([282, 38, 284, 40]);
  });

  it('may leave a place to be nothing but a home, or what was spoken about, or where a site lies', () => {
    const text = mutate('"about": ["pyongyang"], ', '').replace(
      '"at": "seoul", "from"',
      '"at": "blue-house", "from"',
    );
    expect(story(text).places.map(({ id }) => id)).toEqual(['pyongyang', 'seoul', 'blue-house']);
  });

  it('draws a real line where only those travel it who are not there already', () => {
    const line = '"who": ["kim", "moon"], "via": [[1, 1], [2, 2]]';
    const text = mutate('"who": ["kim", "moon"]', line)
      .replace('"who": ["kim"]', '"who": ["moon"]')
      .replace('"at": "pyongyang"', '"at": "seoul"');
    expect(eventOf('pact', text).via).toHaveLength(2);
  });

  it('is read past a byte order mark', () => {
    expect(story(`\uFEFF${FIXTURE}`).id).toBe('thaw');
  });

  it('writes −0 as 0', () => {
    const text = mutate('[125.75, 39.03]', '[-0, 39.03]');
    expect(Object.is(story(text).places[0]?.point[0], 0)).toBe(true);
  });

  it('lets an event follow another of the same day', () => {
    expect(eventOf('pact', mutate('"2018-03-05"', '"2018-04-27"')).follows).toHaveLength(1);
  });

  it('labels an area at a point inside it, even where its middle lies outside', () => {
    const ring = '[[0,0],[10,0],[10,10],[8,10],[8,2],[0,2],[0,0]]';
    const area = `{ "type": "Polygon", "coordinates": [${ring}] }`;
    const text = mutate('{ "type": "Point", "coordinates": [125.75, 39.03] }', area);
    expect(story(text).places[0]?.point).toEqual([9, 5]);
  });

  it('labels a line half way along it', () => {
    const line = '{ "type": "LineString", "coordinates": [[0, 0], [10, 0], [10, 2]] }';
    const text = mutate('{ "type": "Point", "coordinates": [125.75, 39.03] }', line);
    expect(story(text).places[0]?.point).toEqual([6, 0]);
  });
});

describe('a hostile file', () => {
  it('pollutes no prototype', () => {
    parseStory(mutate('"id": "thaw"', '"id": "thaw", "__proto__": { "polluted": 1 }'));
    parseStory(mutate('"title": "A thaw"', '"title": { "__proto__": "x" }'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('may nest as deep as it likes: it is refused beyond 32', () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(parseStory(deep)).toMatchObject({ ok: false, faults: [{ code: 'too-deep' }] });
  });

  it('is refused over 20 MiB before it is read', () => {
    expect(parseStory(' '.repeat(20 * 1024 * 1024 + 1))).toMatchObject({
      faults: [{ code: 'too-large' }],
    });
  });

  it('is refused with more than 100,000 events', () => {
    const events = new Array(100_001).fill(0);
    const parsed = parseStoryValue({ ...(JSON.parse(FIXTURE) as object), events });
    expect(parsed.ok ? [] : parsed.faults.map(({ code }) => code)).toContain('too-large');
  });

  it('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseStory(text).ok).toBe(false);
      }),
      { seed: 1953, numRuns: 500 },
    );
  });

  it('never throws, whatever the value', () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true });
    fc.assert(
      fc.property(anything, (value) => {
        expect(parseStoryValue(value).ok).toBe(false);
      }),
      { seed: 1953, numRuns: 500 },
    );
  });

  it('never throws when any one value of a sound story is replaced by another', () => {
    const sound = JSON.parse(FIXTURE) as unknown;
    const paths: (string | number)[][] = [];
    const visit = (value: unknown, path: (string | number)[]) => {
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) {
        paths.push([...path, key]);
        visit((value as Record<string, unknown>)[key], [...path, key]);
      }
    };
    visit(sound, []);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const copy = structuredClone(sound) as Record<string, unknown>;
        let parent = copy;
        for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
        parent[String(path.at(-1))] = value;
        const parsed = parseStoryValue(copy);
        expect(parsed.ok || parsed.faults.length > 0).toBe(true);
      }),
      { seed: 1953, numRuns: 1000 },
    );
  });
});
