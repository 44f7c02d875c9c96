import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { unguardCell } from '../../../../src/story/formats/cell-guard.ts';
import { exportCsv } from '../../../../src/story/formats/write/csv.ts';
import type { Story } from '../../../../src/story/story.ts';
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

/** RFC 4180, by hand: rows end in CRLF, a cell in quotes may hold everything, two quotes in it are one. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows;
}

type Row = Readonly<Record<string, string>>;

function rowsOf(story: Story, language = 'en'): Row[] {
  const { text } = exportCsv(story, language);
  expect(text[0]).toBe('\uFEFF');
  const [header = [], ...rows] = readCsv(text.slice(1));
  return rows.map((row) =>
    Object.fromEntries(row.map((cell, index) => [header[index] ?? '', unguardCell(cell)])),
  );
}

const rowOf = (story: Story, language = 'en'): Row => only(rowsOf(story, language));

describe('a story as CSV', () => {
  it.each([
    ['shipped', THAW],
    ['across the date line', DATE_LINE],
    ['of dates', DATES],
  ])('is read alike by Papa Parse and by RFC 4180: the story %s', (_, story) => {
    const text = exportCsv(story, 'ko').text.slice(1);
    const { data, errors } = Papa.parse<string[]>(text);
    expect(errors).toEqual([]);
    expect(readCsv(text)).toEqual(data);
    expect(data.length).toBe(story.events.length + 1);
  });

  it('has the columns that Parley reads back', () => {
    const [header] = readCsv(exportCsv(TWO_MEETINGS, 'en').text.slice(1));
    expect(header?.join()).toBe(
      'id,date,end,title,text,place,latitude,longitude,kind,status,people,sender,recipient,tags,source,link,image,alt,caption,credit,comes out of,supersedes',
    );
  });

  it('has a column for each way in which an event follows, and for what it is about, where an event has it', () => {
    const [first, second, third] = TWO_MEETINGS.events;
    if (!first?.at || !second || !third) throw new Error('The story has three events.');
    const follows = [
      { event: first.id, verb: 'led-to' as const },
      { event: second.id, verb: 'follows' as const },
    ];
    const elsewhere = { ...first.at, id: 'elsewhere', name: 'Elsewhere' };
    const about = [first.at, elsewhere];
    const story = { ...TWO_MEETINGS, events: [first, second, { ...third, follows, about }] };
    const [header] = readCsv(exportCsv(story, 'en').text.slice(1));
    expect(header?.slice(20)).toEqual(['about', 'follows', 'comes out of']);
    expect(rowsOf(story)[2]).toMatchObject({
      about: first.at.name,
      'comes out of': first.id,
      follows: second.id,
    });
    const { losses } = exportCsv(story, 'en');
    expect(losses.find(({ where }) => where.endsWith(', about'))?.message).toContain('Elsewhere');
  });

  it('writes each event in a row, in the order of the story', () => {
    expect(rowsOf(TWO_MEETINGS)[2]).toEqual({
      id: 'talks',
      date: '2018-03-10',
      end: '',
      title: 'The talks',
      text: 'The talks.',
      place: 'Hotel',
      latitude: '1.25',
      longitude: '103.82',
      kind: 'meeting',
      status: 'happened',
      people: 'guest; host; envoy',
      sender: '',
      recipient: '',
      tags: '',
      source: 'Paper: A report',
      link: '',
      image: '',
      alt: '',
      caption: '',
      credit: '',
      'comes out of': 'invitation',
      supersedes: '',
    });
  });

  it('writes dates as EDTF, two of them in two columns unless one is open', () => {
    const dates = rowsOf(DATES).map(({ id, date, end }) => `${id} ${date} ${end}`.trim());
    expect(dates).toContain('days 2018-06-12 2018-06-14');
    expect(dates).toContain('both 2018% 2019-02-03');
    expect(dates).toContain('since 2018-06-12/..');
    expect(dates).toContain('until ../2018-06-12');
    expect(dates).toContain('decade 201X');
    expect(dates).toContain('second 2018-06-12T09:04:30');
  });

  it('writes the third link for the third source, and longitudes up to 180', () => {
    const [source] = TWO_MEETINGS.sources;
    const [place] = TWO_MEETINGS.places;
    if (!source || !place) throw new Error('The story has a source and a place');
    const sources = [
      { ...source, title: 'On paper' },
      { ...source, title: 'Online', url: 'https://example.org/a' },
    ];
    const at = { ...place, point: [181.5, -10] as const };
    expect(rowOf(withEvent({ sources, at }))).toMatchObject({
      source: 'Paper: Online; Paper: On paper',
      link: 'https://example.org/a',
      longitude: '-178.5',
      latitude: '-10',
    });
  });

  it('writes tags and the first picture, and tells of what has no room', () => {
    const story = withEvent({
      tags: [
        { id: 'a', name: 'War; peace' },
        { id: 'b', name: 'Talks' },
      ],
      media: [
        medium('https://example.org/film', 'A film', { kind: 'video' }),
        medium('a.jpg', 'A table', { caption: 'At the *table*', credit: 'Reuters' }),
      ],
    });
    expect(rowOf(story)).toMatchObject({
      tags: 'War, peace; Talks',
      image: 'a.jpg',
      alt: 'A table',
      // As it is written, so that a sheet that is read again has it too.
      caption: 'At the *table*',
      credit: 'Reuters',
    });
    const { losses } = exportCsv(story, 'en');
    expect(losses.map(({ where }) => where)).toEqual(
      expect.arrayContaining(['events, talks, media', 'events, talks, tags']),
    );
  });

  it.each(HOSTILE)('gives a hostile text back: $text', ({ text, sound }) => {
    const row = rowOf(withEvent({ title: text, text }));
    expect(row).toMatchObject({ title: sound, text: sound });
  });

  it('has no cell that a spreadsheet runs', () => {
    for (const { text } of HOSTILE) {
      const csv = exportCsv(withEvent({ title: text, text: ` ${text}` }), 'en').text;
      for (const cell of readCsv(csv.slice(1)).flat()) {
        expect(cell).not.toMatch(/^\s*(?!-\d+(\.\d+)?$)[=+\-@]/);
      }
    }
  });

  it('is read alike by both readers for any story', () => {
    fc.assert(
      fc.property(generated, (story) => {
        const text = exportCsv(story, 'en').text.slice(1);
        expect(readCsv(text)).toEqual(Papa.parse(text).data);
      }),
      { seed: 1953, numRuns: 50 },
    );
  });

  it('writes texts in the wanted language, else in that of the story', () => {
    const title = { en: 'Talks', ko: '회담' };
    expect(rowOf(withEvent({ title }), 'ko')['title']).toBe('회담');
    expect(rowOf(withEvent({ title }), 'fr')['title']).toBe('Talks');
  });
});
