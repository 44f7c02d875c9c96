import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { DOMParser } from '@xmldom/xmldom';
import Papa from 'papaparse';
import type { Exported } from '../../../../src/story/formats/format.ts';
import { hasClock, isVague } from '../../../../src/story/formats/write/dates.ts';
import { FORMATS } from '../../../../src/story/formats/write/formats.ts';
import type { Story, StoryEvent } from '../../../../src/story/story.ts';
import { THAW } from '../../../fixtures/shipped.ts';
import { changed, generated, medium, TWO_MEETINGS, withEvent } from './stories.ts';

type Name = keyof typeof FORMATS;
const NAMES = Object.keys(FORMATS) as Name[];

/** What a file says of each event, by id, as plain text. */
const PIECES: Readonly<Record<Name, (text: string) => readonly (readonly [string, string])[]>> = {
  csv: (text) =>
    (Papa.parse(text.slice(1), { header: true }).data as Record<string, string>[]).map((row) => [
      row['id'] ?? '',
      JSON.stringify(row),
    ]),
  geojson: (text) =>
    (JSON.parse(text) as { features: { id: string }[] }).features.map((feature) => [
      feature.id,
      JSON.stringify(feature),
    ]),
  kml: (text) =>
    Array.from(
      new DOMParser().parseFromString(text, 'text/xml').getElementsByTagName('Placemark'),
      (mark) => {
        const id = Array.from(mark.getElementsByTagName('Data')).find(
          (data) => data.getAttribute('name') === 'id',
        );
        return [id?.textContent ?? '', mark.textContent ?? ''] as const;
      },
    ),
  icalendar: (text) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((entry) => [
      new ICAL.Event(entry).uid.replace(/@.*/, ''),
      entry
        .getAllProperties()
        .flatMap((property) => property.getValues().map(String))
        .join('\n'),
    ]),
  timelinejs: (text) =>
    (JSON.parse(text) as { events: { unique_id: string }[] }).events.map((slide) => [
      slide.unique_id,
      JSON.stringify(slide),
    ]),
  // Events are in several places of the file, but each has words of its own.
  'linked-places': (text) => [0, 1, 2].map((index) => [`event-${index}`, text]),
};

/** What must be found of each field that an event has: by its key in the story file. */
function sayings(event: StoryEvent): Readonly<Record<string, readonly string[]>> {
  const { at, when, letter } = event;
  const ends = when.text.split('/').filter((end) => end !== '..');
  const named = (list: readonly { readonly name: unknown }[]) =>
    list.map(({ name }) => String(name));
  return {
    kind: [event.kind],
    status: event.status === 'happened' ? [] : [event.status],
    title: [String(event.title)],
    text: String(event.text).split('\n\n'),
    // Some formats write certain days in parts: then their years must be there.
    when: isVague(when) || hasClock(when) ? ends : ends.map((end) => end.slice(0, 4)),
    at: at ? [String(at.name)] : [],
    who: named(event.who),
    about: named(event.about),
    'from, to': letter ? named([letter.from, letter.to]) : [],
    via: event.via.map(([lng]) => String(lng)),
    follows: event.follows.map(({ event: id }) => id),
    sources: event.sources.map(({ title }) => title),
    claims: event.claims.flatMap(({ says, differs }) => [String(says), String(differs)]),
    commitments: event.commitments.map(({ text }) => String(text)),
    tags: named(event.tags),
    media: event.media.flatMap(({ src, alt }) => [src, String(alt)]),
  };
}

/** Fields of a story that a file neither says nor tells as lost. */
function silent(name: Name, story: Story, { text, losses }: Exported): string[] {
  const told = new Set(losses.map(({ where }) => where));
  const pieces = new Map(PIECES[name](text));
  return story.events.flatMap((event) =>
    Object.entries(sayings(event))
      .filter(([key]) => !told.has(`events, ${event.id}, ${key}`))
      .filter(([, parts]) => parts.some((part) => !pieces.get(event.id)?.includes(part)))
      .map(([key]) => `${name}: ${event.id}, ${key}`),
  );
}

describe.each(NAMES)('what is lost in %s', (name) => {
  const { write } = FORMATS[name];

  it('is told: every field of any event is in the file or named in the losses', async () => {
    await fc.assert(
      fc.asyncProperty(generated, async (story) => {
        expect(silent(name, story, await write(story, 'en'))).toEqual([]);
      }),
      { seed: 1953, numRuns: 60 },
    );
  });

  it('is told once for each place, in sentences', async () => {
    const { losses } = await write(THAW, 'en');
    const wheres = losses.map(({ where, message }) => `${where}: ${message}`);
    expect(new Set(wheres).size).toBe(wheres.length);
    for (const { message } of losses) expect(message).toMatch(/^\S.*\.$/);
  });

  it('are the parts of the story that are no events', async () => {
    const { losses } = await write(THAW, 'ko');
    const wheres = losses.map(({ where }) => where);
    expect(wheres).toEqual(
      expect.arrayContaining([
        'story, texts',
        'story, frame',
        'story, insets',
        'story, parties',
        'people, role',
        'people, home',
        'places, zone',
        'places, precision',
      ]),
    );
    const languages = losses.find(({ where }) => where === 'story, texts')?.message;
    expect(languages).toContain('en, zh-Hans');
  });

  it('is the history of commitments, what sources claim, and, but for CSV, what follows what', async () => {
    const { losses } = await write(THAW, 'en');
    const keys = new Set(losses.map(({ where }) => where.replace(/^events, [^,]+, /, '')));
    for (const key of ['commitments', 'claims']) expect(keys).toContain(key);
    expect(keys.has('follows')).toBe(name !== 'csv');
  });

  it('says nothing of fields that the story has not', async () => {
    const bare = withEvent({ who: [], at: null, status: 'happened' });
    const { losses } = await write({ ...bare, insets: [] }, 'en');
    const wheres = losses.map(({ where }) => where);
    for (const key of ['via', 'claims', 'commitments', 'tags', 'media', 'who', 'at', 'about']) {
      expect(wheres).not.toContain(`events, talks, ${key}`);
    }
    expect(wheres).not.toContain('story, insets');
    expect(wheres).not.toContain('story, texts');
  });

  it('never is the same story in other words: the same input gives the same output', async () => {
    expect(await write(THAW, 'ko')).toEqual(await write(THAW, 'ko'));
  });
});

describe('captions and the poster of a video', () => {
  it.each(NAMES)('are told as left out: %s', async (name) => {
    const captions = [{ language: 'en', src: 'a.vtt' }];
    const film = medium('https://a.example/a.mp4', 'A walk', {
      ...{ kind: 'video', captions, poster: 'a.jpg' },
    });
    const wheres = async (media: StoryEvent['media']) => {
      const story = withEvent({ media });
      return (await FORMATS[name].write(story, 'en')).losses.map(({ where }) => where);
    };
    const [told, untold] = [await wheres([film]), await wheres([])];
    for (const key of ['captions', 'poster']) {
      expect(told).toContainEqual(expect.stringMatching(`, media, ${key}$`));
      expect(untold).not.toContainEqual(expect.stringMatching(`, media, ${key}$`));
    }
  });
});

describe('media of places', () => {
  it.each(NAMES)('are told as lost in %s', async (name) => {
    const [place] = TWO_MEETINGS.places;
    if (!place) throw new Error('The story has a place');
    const story = changed({ places: [{ ...place, media: [medium('a.jpg', 'A tower')] }] });
    const wheres = (await FORMATS[name].write(story, 'en')).losses.map(({ where }) => where);
    expect(wheres).toContain('places, media');
    const before = (await FORMATS[name].write(TWO_MEETINGS, 'en')).losses;
    expect(before.map(({ where }) => where)).not.toContain('places, media');
  });
});

describe('people, places and sources', () => {
  it('are told if no event of a file leads to them', async () => {
    const [source] = TWO_MEETINGS.sources;
    if (!source) throw new Error('The story has a source');
    const story = changed({
      events: withEvent({}).events,
      sources: [source, { ...source, id: 'other' }],
    });
    const wheres = (await FORMATS.csv.write(story, 'en')).losses.map(({ where }) => where);
    expect(wheres).toEqual(
      expect.arrayContaining(['people, neighbour', 'places, south-city', 'sources, other']),
    );
    expect(wheres).not.toContain('people, guest');
    expect(wheres).not.toContain('places, hotel');
  });

  it('are not told as left out by a file that has all places, or has no places at all', async () => {
    for (const name of ['linked-places', 'timelinejs'] as const) {
      const { losses } = await FORMATS[name].write(TWO_MEETINGS, 'en');
      expect(losses.filter(({ message }) => message.startsWith('No event'))).toEqual([]);
    }
  });

  it('may have addresses that no file can hold', async () => {
    const [source] = TWO_MEETINGS.sources;
    if (!source) throw new Error('The story has a source');
    const story = withEvent({
      sources: [{ ...source, url: 'https://example.org/\u0000a\r\nb' }],
      media: [medium('a\u0007.jpg', 'A')],
    });
    for (const name of NAMES) {
      const { text } = await FORMATS[name].write(story, 'en');
      expect(text.replace(/\r\n[ ]?/g, '')).not.toMatch(/[\0\u0007]|\\u000[07]/);
    }
  });
});
