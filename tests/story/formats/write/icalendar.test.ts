import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it, vi } from 'vitest';
import { exportICalendar } from '../../../../src/story/formats/write/icalendar.ts';
import type { Story } from '../../../../src/story/story.ts';
import { ENGLISH } from '../../../../src/ui/words/en.ts';
import { only, THAW } from '../../../fixtures/shipped.ts';
import {
  changed,
  DATE_LINE,
  DATES,
  generated,
  HOSTILE,
  TWO_MEETINGS,
  withEvent,
  medium,
} from './stories.ts';

type Component = InstanceType<typeof ICAL.Component>;

/** The calendar as another program reads it. */
const read = (story: Story, language = 'en') =>
  new ICAL.Component(ICAL.parse(exportICalendar(story, language, ENGLISH.dates).text));

const entriesOf = (story: Story) => read(story).getAllSubcomponents('vevent');
const entryOf = (story: Story) => only(entriesOf(story));
const valueOf = (entry: Component, name: string): unknown => entry.getFirstPropertyValue(name);

/** ical.js drops the zeros in front of a year. */
const dateOf = (entry: Component, name: string): string =>
  String(valueOf(entry, name) ?? '').replace(/^\d+/, (year) => year.padStart(4, '0'));

const datesOf = (entry: Component): string =>
  ['dtstart', 'dtend']
    .map((name) => dateOf(entry, name))
    .join(' ')
    .trim();

describe('a story as iCalendar', () => {
  it.each([
    ['shipped', THAW],
    ['across the date line', DATE_LINE],
    ['of dates', DATES],
    ['of two meetings', TWO_MEETINGS],
  ])('is read by ical.js with an entry for each event: the story %s', (_, story) => {
    const entries = entriesOf(story);
    expect(entries.map((entry) => valueOf(entry, 'uid'))).toEqual(
      story.events.map(({ id }) => `${id}@${story.id}`),
    );
    for (const entry of entries) expect(valueOf(entry, 'dtstamp')).toBeTruthy();
  });

  it('is read for any story', () => {
    fc.assert(
      fc.property(generated, (story) => {
        expect(entriesOf(story).length).toBe(3);
      }),
      { seed: 1953, numRuns: 50 },
    );
  });

  it('has lines of at most 75 bytes that end in CRLF', () => {
    const lines = exportICalendar(THAW, 'ko').text.split('\r\n');
    expect(lines.pop()).toBe('');
    for (const line of lines) {
      expect(line).not.toMatch(/[\r\n]/);
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    }
  });

  it('says of an event what, where, who, and by which sources', () => {
    const [source] = TWO_MEETINGS.sources;
    if (!source) throw new Error('The story has a source');
    const url = 'https://example.org/a,b;c?d=1';
    const entry = entryOf(
      withEvent({
        sources: [{ ...source, url }],
        status: 'reported',
        tags: [{ id: 'x', name: 'War, peace' }],
        media: [medium('https://example.org/a,b.jpg', 'A table', { caption: '*Here*.\n\nNow.' })],
      }),
    );
    const event = new ICAL.Event(entry);
    expect(event.summary).toBe('The talks');
    expect(event.location).toBe('Hotel');
    expect(event.description).toBe(
      `The talks.\n\nguest\nhost\nenvoy\n\nPaper: A report ${url}\n\nA table · Here. Now. · https://example.org/a,b.jpg`,
    );
    expect(valueOf(entry, 'geo')).toEqual([1.25, 103.82]);
    // Signs that an address may also have as codes.
    expect(decodeURIComponent(String(valueOf(entry, 'url')))).toBe(url);
    expect(entry.getFirstProperty('categories')?.getValues()).toEqual(['meeting', 'War, peace']);
    expect(valueOf(entry, 'attach')).toBe('https://example.org/a%2Cb.jpg');
    expect(valueOf(entry, 'status')).toBe('TENTATIVE');
    expect(valueOf(entry, 'x-parley-status')).toBe('reported');
  });

  it('writes days as days, the last one included, and clock times as instants', () => {
    const dates = entriesOf(DATES).map((entry) => [
      String(valueOf(entry, 'uid')).replace(/@.*/, ''),
      datesOf(entry),
    ]);
    expect(Object.fromEntries(dates)).toEqual({
      day: '2018-06-12 2018-06-13',
      days: '2018-06-12 2018-06-15',
      minute: '2018-06-12T13:04:00Z',
      second: '2018-06-12T00:04:30Z',
      minutes: '2018-06-12T14:30:00Z 2018-06-12T15:30:00Z',
      evening: '2018-06-12T11:00:00Z 2018-06-13T15:00:00Z',
      month: '2018-06-01 2018-07-01',
      year: '2018-01-01 2019-01-01',
      decade: '2010-01-01 2020-01-01',
      about: '2018-06-12 2018-06-13',
      perhaps: '2018-06-01 2018-07-01',
      both: '2018-01-01 2019-02-04',
      since: '2018-06-12 2018-06-13',
      'since-morning': '2018-06-12T00:04:00Z',
      until: '2018-06-12 2018-06-13',
      old: '0476-09-04 0476-09-05',
      // The day after is in a year of five digits.
      last: '9999-12-31',
    });
  });

  it('says a vague date in words, and tells that the calendar cannot', () => {
    const words = entriesOf(DATES).map((entry) => [
      String(valueOf(entry, 'uid')).replace(/@.*/, ''),
      String(valueOf(entry, 'description')).split('\n')[0],
    ]);
    expect(Object.fromEntries(words)).toMatchObject({
      day: 'day',
      month: 'June 2018',
      decade: '2010s',
      about: 'about 12 June 2018',
      perhaps: 'June 2018 (uncertain)',
      since: 'since 12 June 2018',
      'since-morning': 'since 12 June 2018, 09:04',
      until: 'until 12 June 2018',
    });
    const told = exportICalendar(DATES, 'en').losses.map(({ where }) => where);
    expect(told).toContain('events, about, when');
    expect(told).not.toContain('events, day, when');
  });

  it('says a vague date with signs where it gets no words', () => {
    expect(exportICalendar(DATES, 'en').text).toContain('DESCRIPTION:≈ 12 June 2018');
  });

  it('keeps a place on the equator or the meridian of Greenwich', () => {
    const [place] = TWO_MEETINGS.places;
    if (!place) throw new Error('The story has a place');
    const entry = entryOf(withEvent({ at: { ...place, point: [0, 51.5] } }));
    expect(valueOf(entry, 'geo')).toEqual([51.5, expect.closeTo(0, 5)]);
  });

  it('has no place for an event without one', () => {
    const entry = entryOf(withEvent({ at: null }));
    expect(entry.hasProperty('location')).toBe(false);
    expect(entry.hasProperty('geo')).toBe(false);
  });

  it('is stamped with the day of the last change, whatever the day of the export', () => {
    const stamped = (story: Story) =>
      entriesOf(story).map((entry) => String(valueOf(entry, 'dtstamp')));
    vi.useFakeTimers({ now: Date.UTC(2031, 5, 1) });
    const later = exportICalendar(THAW, 'en').text;
    vi.useRealTimers();
    expect(exportICalendar(THAW, 'en').text).toBe(later);
    const published = changed({ published: '2018-05-01' });
    expect(new Set(stamped(published))).toEqual(new Set(['2018-05-01T00:00:00Z']));
    const modified = changed({ published: '2018-05-01', modified: '2018-06-02' });
    expect(new Set(stamped(modified))).toEqual(new Set(['2018-06-02T00:00:00Z']));
    expect(stamped(withEvent({}))).toEqual(['2018-03-10T00:00:00Z']);
  });

  it.each(HOSTILE)(
    'gives a hostile text back, and no entry of its own: $text',
    ({ text, sound }) => {
      const calendar = read({ ...withEvent({ title: text, text }), title: text, summary: text });
      expect(calendar.getAllSubcomponents()).toHaveLength(1);
      const event = new ICAL.Event(only(calendar.getAllSubcomponents('vevent')));
      expect(event.summary).toBe(sound);
      expect(event.description.split('\n\n')[0]).toBe(sound);
      expect(event.component.getAllSubcomponents()).toHaveLength(0);
    },
  );
});
