import { describe, expect, it } from 'vitest';
import { packStory } from '../../src/site/pack.ts';
import { readDate } from '../../src/story/packed-date.ts';
import { unpackStory } from '../../src/story/packed.ts';
import type { Story } from '../../src/story/story.ts';
import { parseInterval } from '../../src/time/parse-interval.ts';
import { THAW } from '../fixtures/shipped.ts';
import { twoMeetings } from '../fixtures/two-meetings.ts';

/** A story packed, sent and unpacked again. */
function sent(story: Story): Story {
  const { packed, texts } = packStory(story);
  const received = JSON.parse(JSON.stringify(packed)) as typeof packed;
  return unpackStory(
    received,
    texts.map(({ text }) => text),
    story.language,
    story.language,
  );
}

/** People, sources and commitments by number: their ids are the author's, and not sent. */
function numbered(story: Story): Story {
  const renamed = new Map<object, object>(
    [story.people, story.sources, story.events.flatMap(({ commitments }) => commitments)].flatMap(
      (list) => list.map((each, id) => [each, { ...each, id: `${id}` }] as const),
    ),
  );
  const numberOf = <T extends object>(each: T): T => (renamed.get(each) ?? each) as T;
  const events = story.events.map((event) => ({
    ...event,
    who: event.who.map(numberOf),
    letter: event.letter && { from: numberOf(event.letter.from), to: numberOf(event.letter.to) },
    sources: event.sources.map(numberOf),
    claims: event.claims.map((claim) => ({ ...claim, source: numberOf(claim.source) })),
    commitments: event.commitments.map(numberOf),
  }));
  return {
    ...story,
    people: story.people.map(numberOf),
    sources: story.sources.map(numberOf),
    events,
  };
}

describe('a story that is packed', () => {
  it.each([
    ['the shipped story', THAW],
    ['a small one', twoMeetings().story],
  ])('is %s again, to the last date, when it is unpacked', (_name, story) => {
    expect(sent(story)).toEqual(numbered(story));
  });

  it('refers to the same objects in all places', () => {
    const story = sent(THAW);
    for (const { at, who } of story.events) {
      if (at) expect(story.places).toContain(at);
      for (const person of who) expect(story.people).toContain(person);
    }
    for (const place of story.places) expect(place.mark.mark).toBe(place.mark);
  });

  it('sends each text once, and knows where the author wrote it', () => {
    const { texts } = packStory(THAW);
    const keys = texts.map(({ text, fact, address }) => JSON.stringify([text, fact, address]));
    expect(new Set(keys).size).toBe(keys.length);
    expect(texts.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['title', 'summary', 'events[0].title', 'sources[0].publisher']),
    );
  });
});

describe('a date that is packed', () => {
  it.each([
    '2018-06-12',
    '2018-06-12T09:04',
    '2019-02-20~/2019-02-28~',
    '2018-02-10?',
    '2018-06-12T13:40/..',
    '../2018-06-12~',
  ])('%s is told by its writing and the clocks’ offset', (text) => {
    const when = parseInterval(text, 'Asia/Seoul');
    expect(readDate([text, 540])).toEqual(when);
  });
});
