import { describe, expect, it } from 'vitest';
import { readOtherFormat } from '../../../../src/story/formats/read-other-format.ts';
import { bytesOf, faultsOf, importText } from '../complete.ts';
import { TIMELINE, TIMELINE_CSV, TIMELINE_CSV_V1 } from '../fixtures/files.ts';

const eventsOf = (...events: object[]) => JSON.stringify({ events });
const faults = async (text: string) => faultsOf(await readOtherFormat(bytesOf(text)));

describe('A timeline as JSON', () => {
  it('becomes a story without places: groups are tags, eras are states', async () => {
    const { story, events, places } = await importText(JSON.stringify(TIMELINE));
    expect(story).toMatchObject({
      title: 'Years of talks',
      summary: 'A summary.',
      tags: [{ id: 'summits', name: 'Summits' }],
    });
    expect(places).toEqual([]);
    expect(events).toMatchObject([
      {
        title: 'Geneva',
        when: '1985-11-19/1985-11-21',
        tags: ['summits'],
        media: [{ audio: 'https://example.org/g.mp3', alt: 'A recording' }],
      },
      { title: 'A draft', when: '1987~' },
      { title: 'Signed', when: '1987-12-08T13:45' },
      { title: 'The end of the Cold War', when: '1985/1991', kind: 'state' },
    ]);
  });

  it('keeps “about 1987” as an approximate date, and tells it', async () => {
    const { losses } = await importText(JSON.stringify(TIMELINE));
    expect(losses).toContain(
      'event 2: display_date “about 1987” is not carried over. The date is marked as approximate.',
    );
  });

  it.each([
    [{ year: -44 }, 'the year -44 is not from 1 to 9999'],
    [{ year: 2018, month: 13 }, '2018-13 does not exist'],
    [{ year: 2018, day: 3 }, 'there is no month'],
    [{ year: 'soon' }, '"soon" is no year'],
    [{}, 'no year'],
  ])('with the date %j has a fault', async (start_date, why) => {
    const [fault] = await faults(eventsOf({ start_date, text: { headline: 'A' } }));
    expect(fault).toContain('event 1: start_date');
    expect(fault).toContain(why);
  });

  it('takes the address out of a frame, and a quotation into the text', async () => {
    const start_date = { year: 2018 };
    const { events } = await importText(
      eventsOf(
        {
          start_date,
          text: { headline: 'A', text: 'x' },
          media: { url: '<iframe src="https://example.org/v.mp4"></iframe>' },
        },
        {
          start_date,
          text: { headline: 'B', text: 'x' },
          media: { url: '<blockquote>So be it</blockquote>' },
        },
      ),
    );
    expect(events).toMatchObject([
      { media: [{ video: 'https://example.org/v.mp4' }] },
      { text: 'x\n\nSo be it' },
    ]);
  });
});

describe('A timeline as CSV', () => {
  it('is read by the header of version 3', async () => {
    const { story, events } = await importText(TIMELINE_CSV);
    expect(story).toMatchObject({ title: 'A short story', summary: 'What it is about' });
    expect(events).toMatchObject([
      {
        title: 'Geneva',
        text: 'They met, and "talked"',
        when: '1985-11-19/1985-11-21',
        tags: ['summits'],
        media: [{ alt: 'A house' }],
      },
      { title: 'Signed', when: '1987-12-08T13:45~' },
      { title: 'An era', when: '1985/1991', kind: 'state' },
    ]);
  });

  it('is read by the header of version 1, with the order of day and month that the options say', async () => {
    const { events } = await importText(TIMELINE_CSV_V1);
    expect(events).toMatchObject([
      { when: '2012-01-26/2012-01-28', tags: ['tagged'] },
      { when: '2013' },
    ]);
    const unsure = 'Start Date,Headline\n3/4/2018,A\n';
    expect(await faults(unsure)).toEqual([expect.stringContaining('row 2: start_date')]);
    expect((await importText(unsure, { dayOrder: 'day-first' })).events[0]?.['when']).toBe(
      '2018-04-03',
    );
  });

  it('has a fault for a date of version 1 with a part that is not understood', async () => {
    for (const date of ['2018-06-12T13:00 KST', 'before 12 June 2018', '12–14 June 2018']) {
      expect(await faults(`Start Date,Headline\n"${date}",A\n`), date).toEqual([
        expect.stringContaining('row 2: start_date'),
      ]);
    }
  });

  it('has a fault for a time without a day', async () => {
    expect(await faults('Year,Time,Headline\n2018,10:30,A\n')).toEqual([
      expect.stringContaining('there is no month'),
    ]);
  });
});
