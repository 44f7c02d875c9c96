import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportTimelineJs } from '../../../../src/story/formats/write/timeline-js.ts';
import type { Story } from '../../../../src/story/story.ts';
import { ENGLISH } from '../../../../src/ui/words/en.ts';
import { only, THAW } from '../../../fixtures/shipped.ts';
import {
  DATE_LINE,
  DATES,
  generated,
  HOSTILE,
  medium,
  TWO_MEETINGS,
  withEvent,
} from './stories.ts';
import { loadTimelineConfig, type Slide } from './timeline-config.ts';

const parse = await loadTimelineConfig();

interface Written extends Omit<Slide, 'start_date' | 'end_date'> {
  readonly start_date: Readonly<Record<string, number>>;
  readonly end_date?: Readonly<Record<string, number>>;
}

/** The file as it is written. */
const write = (story: Story) =>
  JSON.parse(exportTimelineJs(story, 'en', ENGLISH.dates).text) as {
    readonly title: Written;
    readonly events: readonly Written[];
  };

/** The file as TimelineJS reads it; its complaints are failures. */
function read(story: Story): readonly Slide[] {
  const config = parse(write(story));
  config.validate();
  expect(config.getErrors()).toEqual([]);
  return config.events;
}

const slideOf = (story: Story): Written => only(write(story).events);

/** HTML of ours is XML too: its text, and the elements and attributes in it. */
function readHtml(html: string) {
  const body = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
    `<body>${html}</body>`,
    'text/xml',
  );
  const elements = Array.from(body.getElementsByTagName('*')).slice(1);
  return {
    text: body.documentElement?.textContent,
    elements: elements.map(({ nodeName }) => nodeName),
    links: elements.flatMap((element) => element.getAttribute('href') ?? []),
  };
}

describe('a story for TimelineJS', () => {
  it.each([
    ['shipped', THAW],
    ['across the date line', DATE_LINE],
    ['of dates', DATES],
    ['of two meetings', TWO_MEETINGS],
  ])('is read by its own parser with a slide for each event: the story %s', (_, story) => {
    const ids = (list: readonly { readonly unique_id?: string; readonly id?: string }[]) =>
      list.map(({ unique_id, id }) => unique_id ?? id).toSorted();
    expect(ids(read(story))).toEqual(ids(story.events));
  });

  it('is read for any story', () => {
    fc.assert(
      fc.property(generated, (story) => {
        expect(read(story).length).toBe(3);
      }),
      { seed: 1953, numRuns: 50 },
    );
  });

  it('has the story as its title slide', () => {
    expect(write(TWO_MEETINGS).title).toEqual({
      text: { headline: 'Two meetings', text: '<p>They meet twice.</p>' },
    });
  });

  it('says of an event what, when, and by which sources', () => {
    const [source] = TWO_MEETINGS.sources;
    if (!source) throw new Error('The story has a source');
    const sources = [
      { ...source, url: 'https://example.org/?a=1&b="2"' },
      { ...source, url: 'javascript:alert(1)' },
      source,
    ];
    const slide = slideOf(withEvent({ sources, text: 'One.\n\nTwo.' }));
    expect(slide).toMatchObject({
      unique_id: 'talks',
      start_date: { year: 2018, month: 3, day: 10 },
      group: 'meeting',
      text: { headline: 'The talks' },
    });
    expect(slide).not.toHaveProperty('end_date');
    expect(slide).not.toHaveProperty('display_date');
    expect(slide.text.text.startsWith('<p>One.</p><p>Two.</p><p><a href="')).toBe(true);
    expect(readHtml(slide.text.text)).toEqual({
      text: `One.Two.${'Paper: A report'.repeat(3)}`,
      elements: ['p', 'p', 'p', 'a', 'p', 'p'],
      links: ['https://example.org/?a=1&b="2"'],
    });
  });

  it('writes dates in parts, in the time of the place, and says vague ones in words', () => {
    const dates = write(DATES).events.map(({ unique_id, start_date, end_date, display_date }) => {
      const parts = [start_date, end_date].map((date) => date && Object.values(date).join('-'));
      return [unique_id, [...parts, display_date].filter(Boolean).join(' | ')];
    });
    expect(Object.fromEntries(dates)).toEqual({
      day: '2018-6-12',
      days: '2018-6-12 | 2018-6-14',
      minute: '2018-6-12-9-4',
      second: '2018-6-12-9-4-30',
      minutes: '2018-6-12-23-30 | 2018-6-13-0-30',
      evening: '2018-6-12-20-0 | 2018-6-13',
      month: '2018-6 | June 2018',
      year: '2018 | 2018',
      decade: '2010 | 2019 | 2010s',
      about: '2018-6-12 | about 12 June 2018',
      perhaps: '2018-6 | June 2018 (uncertain)',
      both: '2018 | 2019-2-3 | about 2018 – 3 February 2019 (uncertain)',
      since: '2018-6-12 | since 12 June 2018',
      'since-morning': '2018-6-12-9-4 | since 12 June 2018, 09:04',
      until: '2018-6-12 | until 12 June 2018',
      old: '476-9-4',
      last: '9999-12-31',
    });
  });

  it('is dated by TimelineJS as it is written', () => {
    const slides = read(DATES);
    const day = slides.find(({ unique_id }) => unique_id === 'day')?.start_date.data.date_obj;
    expect([day?.getFullYear(), day?.getMonth(), day?.getDate()]).toEqual([2018, 5, 12]);
  });

  it('groups slides by their first tag, and tells of the others and of the kind', () => {
    const story = withEvent({
      tags: [
        { id: 'a', name: 'War & peace' },
        { id: 'b', name: 'Talks' },
      ],
      media: [medium('a.jpg', 'A "table"', { caption: '<b> *there*', credit: 'R & B' })],
    });
    expect(only(read(story)).group).toBe('War & peace');
    expect(slideOf(story).media).toEqual({
      url: 'a.jpg',
      alt: 'A "table"',
      caption: '&lt;b&gt; <em>there</em>',
      credit: 'R &amp; B',
    });
    const told = exportTimelineJs(story, 'en').losses.map(({ where }) => where);
    expect(told).toEqual(
      expect.arrayContaining([
        'events, talks, tags',
        'events, talks, kind',
        'events, talks, media',
      ]),
    );
  });

  it.each(HOSTILE)('gives a hostile text back, and runs nothing: $text', ({ text, sound }) => {
    const story = withEvent({ title: text, text, tags: [{ id: 'a', name: text }] });
    const slide = slideOf(story);
    expect(readHtml(slide.text.headline)).toMatchObject({ text: sound, elements: [] });
    expect(readHtml(slide.text.text)).toMatchObject({ elements: ['p', 'p'], links: [] });
    expect(readHtml(slide.text.text).text).toBe(`${sound}Paper: A report`);
    expect(only(read(story)).group).toBe(sound);
    expect(exportTimelineJs(story, 'en').text).not.toContain('<');
  });
});
