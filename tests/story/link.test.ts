import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linkStory } from '../../src/story/link.ts';
import { readStory } from '../../src/story/load.ts';
import { localizeData } from '../../src/story/localize-data.ts';
import { parseStory } from '../../src/story/parse/parse.ts';
import type { StoryData } from '../../src/story/story-data.ts';
import { createStoryFile } from '../../src/story/story-file.ts';
import { dataOf, THAW_DATA } from '../fixtures/data.ts';
import { THAW } from '../fixtures/shipped.ts';
import { FILE, twoMeetings } from '../fixtures/two-meetings.ts';
import { FIXTURE } from './fixture.ts';

/** Data as the browser gets it. */
const sent = (data: StoryData) => JSON.parse(JSON.stringify(data)) as StoryData;

const text = fc.oneof(
  fc.constant('Talks'),
  fc.record({ en: fc.constant('Talks'), ko: fc.constant('회담') }, { requiredKeys: ['en'] }),
);

/** An event before all others, for them to follow. */
const OLD = {
  id: 'old',
  kind: 'report',
  title: 'Before',
  text: 'Before.',
  when: '2017-01-02',
  at: 'island',
  sources: ['paper'],
};

/** One more event of the made-up story. */
const event = fc.record(
  {
    kind: fc.constantFrom('measure', 'report', 'state', 'test'),
    status: fc.constantFrom('happened', 'reported'),
    title: text,
    text,
    when: fc.constantFrom(
      '2018-03-04',
      '2018-03-05T13:40',
      '2018-03-05T13:40/..',
      '../2018-03-12~',
      '2018-03?',
      '2018-02-20~/2018-03-28%',
      '2018',
    ),
    at: fc.constantFrom('west-city', 'hotel', 'border', 'north-city'),
    who: fc.subarray(['guest', 'host', 'envoy', 'neighbour']),
    about: fc.subarray(['island', 'border', 'south-city']),
    sources: fc.constant(['paper']),
    claims: fc.array(
      fc.record(
        { source: fc.constant('paper'), says: text, differs: text },
        { requiredKeys: ['source', 'says'] },
      ),
      { maxLength: 2 },
    ),
    follows: fc.constantFrom([], [{ event: 'old' }], [{ event: 'old', verb: 'answers' }]),
  },
  { requiredKeys: ['kind', 'title', 'text', 'when', 'at', 'sources'] },
);

const file = fc
  .record({
    title: text,
    credits: fc.option(text, { nil: undefined }),
    more: fc.array(event, { maxLength: 6 }),
  })
  .map(({ more, ...header }) => ({
    ...FILE,
    ...header,
    events: [...FILE.events, OLD, ...more.map((one, index) => ({ ...one, id: `more-${index}` }))],
  }));

describe('a story that is sent as data', () => {
  it.each([
    ['the shipped story', THAW_DATA, THAW],
    ['a made-up one', dataOf(FILE), twoMeetings().story],
  ])('is the story that the parser gives: %s', (_name, data, story) => {
    expect(linkStory(sent(data))).toEqual(story);
  });

  it('is the story that the parser gives, whatever its events', () => {
    fc.assert(
      fc.property(file, (written) => {
        const parsed = parseStory(JSON.stringify(written));
        expect(parsed).toEqual({ ok: true, story: linkStory(sent(dataOf(written))), warnings: [] });
      }),
      { seed: 1953, numRuns: 100 },
    );
  });

  it('loses nothing in JSON', () => {
    expect(sent(THAW_DATA)).toEqual(THAW_DATA);
  });

  it('names everything by the ids of its author', () => {
    const data = dataOf(FIXTURE);
    expect(data.people.map(({ id, party, home }) => [id, party, home])).toEqual([
      ['kim', 'north', 'pyongyang'],
      ['moon', 'north', 'seoul'],
    ]);
    expect(data.places.map(({ within }) => within)).toEqual([null, null, 'seoul']);
    expect(data.events[1]).toMatchObject({ at: 'blue-house', who: ['kim', 'moon'] });
    expect(data.events[2]).toMatchObject({ letter: { from: 'kim', to: 'moon' } });
    const story = linkStory(data);
    expect(story.sources.map(({ id }) => id)).toEqual(['yonhap']);
    expect(story.events[1]?.commitments.map(({ id }) => id)).toEqual(['posts']);
  });
});

describe('a linked story', () => {
  it('refers to the same objects in all places', () => {
    const story = linkStory(sent(THAW_DATA));
    const commitments = story.events.flatMap((one) => one.commitments);
    for (const { at, who, about, sources, claims } of story.events) {
      for (const place of at ? [at, ...about] : about) expect(story.places).toContain(place);
      for (const person of who) expect(story.people).toContain(person);
      for (const source of sources) expect(story.sources).toContain(source);
      for (const { source } of claims) expect(story.sources).toContain(source);
    }
    for (const { by, binds } of commitments) {
      for (const party of by) expect(story.parties).toContain(party);
      expect(story.places).toContain(binds);
    }
    for (const { party, home } of story.people) {
      expect(story.parties).toContain(party);
      expect(story.places).toContain(home);
    }
    for (const place of story.places) expect(place.mark.mark).toBe(place.mark);
  });

  it('is the same whether a page reads it at run time or gets it from its build', async () => {
    const bytes = readFileSync(new URL('../../geo/stories/korea-thaw.json', import.meta.url));
    const read = await readStory(bytes);
    const built = createStoryFile({ language: 'en', files: { en: './en.json' } }, () =>
      Promise.resolve(sent(localizeData(THAW_DATA, 'en'))),
    );
    // A build sends one language of each text. Localizing what was read gives the same.
    expect(read).toEqual({ ok: true, story: linkStory(THAW_DATA), warnings: [] });
    expect(await built.read('en')).toEqual(linkStory(localizeData(THAW_DATA, 'en')));
  });
});
