import { describe, expect, it } from 'vitest';
import { readStoryMap } from '../../../../src/story/formats/storymapjs/import-storymapjs.ts';
import type { OtherOptions } from '../../../../src/story/formats/carry/item.ts';
import { faultsOf, importText, listIn } from '../complete.ts';
import { STORYMAP } from '../fixtures/files.ts';

const mapOf = (...slides: object[]) => ({ storymap: { slides } });
const slideOf = (headline: string, more: object = {}) => ({
  location: { lat: 1, lon: 2 },
  text: { headline },
  ...more,
});

/** The dates of slides that have nothing but a headline. */
async function datesOf(headlines: readonly string[], options: OtherOptions = {}) {
  const { events } = await importText(
    JSON.stringify(mapOf(...headlines.map((one) => slideOf(one)))),
    options,
  );
  return events.map(({ when }) => when);
}

describe('A StoryMap', () => {
  it('becomes a story: the overview its title, each slide an event at its place', async () => {
    const { story, events, places } = await importText(JSON.stringify(STORYMAP));
    expect(story).toMatchObject({
      title: 'The long walk',
      summary: 'How a delegation went north.',
      language: 'en',
    });
    expect(events).toMatchObject([
      {
        title: 'They meet',
        text: 'At the [hotel](https://example.org/hotel) they *shake* **hands**.\n\nThen they talk.',
        when: '2018-06-12',
        media: [
          {
            image: 'https://example.org/a.jpg',
            alt: 'The lawn',
            caption: 'The *lawn*',
            credit: 'B. Photographer',
          },
        ],
      },
      {
        text: 'No HTML & no fuss',
        when: '2018-07-02',
        media: [{ video: 'https://www.youtube.com/watch?v=abc' }],
      },
    ]);
    expect(places[0]).toMatchObject({
      id: events[0]?.['at'],
      geometry: { type: 'Point', coordinates: [103.8303, 1.2494] },
      properties: { name: 'They meet', zone: 'Asia/Singapore' },
    });
  });

  it('tells what it has and a story has not, each with its slide', async () => {
    const { losses } = await importText(JSON.stringify(STORYMAP));
    expect(losses).toEqual(
      expect.arrayContaining([
        'the file: calculate_zoom is not carried over (true).',
        'the file: storymap.call_to_action is not carried over (true).',
        'slide 2: location.zoom is not carried over (9).',
        'slide 2: location.line is not carried over (true).',
        'slide 2: location.icon is not carried over ("https://example.org/pin.png").',
        'slide 2: background.color is not carried over ("#fff").',
        'slide 2: the text: <script> is not carried over.',
        'slide 3: The slide has the date 2018-07-02 from its headline. Check it.',
      ]),
    );
  });

  it('has one place for slides of one name and position', async () => {
    const { places, events } = await importText(
      JSON.stringify(
        mapOf(
          slideOf('A', { date: '2018' }),
          slideOf('A', { date: '2019' }),
          slideOf('B', { date: '2019' }),
        ),
      ),
    );
    expect(places).toHaveLength(2);
    expect(events[0]?.['at']).toBe(events[1]?.['at']);
  });
});

describe('The date of a slide', () => {
  it('is the one in its headline, if there is one', async () => {
    const dated = {
      'June 12, 2018: They meet': '2018-06-12',
      'They meet on the 12th of June 2018': '2018-06-12',
      'Talks, 12–14 June 2018': '2018-06-12/2018-06-14',
      'A thaw (June 2018)': '2018-06',
      'Sept. 2018 and after': '2018-09',
      '1954: Brown v. Board': '1954',
      'Born in 1954': '1954',
      'The war (1950–1953)': '1950/1953',
      '25/12/2018 Christmas': '2018-12-25',
      'On 2018-06-12': '2018-06-12',
    };
    expect(await datesOf(Object.keys(dated))).toEqual(Object.values(dated));
  });

  it('is not invented: a headline without one date is a fault with its remedy', () => {
    const undated = [
      'They meet',
      '2000 people march',
      'Route 1954',
      'June 12, 2018 or June 13, 2018',
      'Met on 3/4/2018',
      'May I come in',
      'February 30, 2018',
    ];
    const faults = faultsOf(readStoryMap(mapOf(...undated.map((one) => slideOf(one))), {}));
    expect(faults).toHaveLength(undated.length);
    expect(faults[0]).toBe('slide 1: no date. Add "date": "2018-06-12" to the slide.');
    expect(faults[4]).toContain('two readings');
  });

  it('that has two readings is read as the options say', async () => {
    expect(await datesOf(['3/4/2018'], { dayOrder: 'day-first' })).toEqual(['2018-04-03']);
    expect(await datesOf(['3/4/2018'], { dayOrder: 'month-first' })).toEqual(['2018-03-04']);
  });

  it('may be missing if such slides are skipped; the losses name them', async () => {
    const text = JSON.stringify(mapOf(slideOf('A', { date: '2018' }), slideOf('B')));
    const { events, losses } = await importText(text, { undated: 'skip' });
    expect(events).toHaveLength(1);
    expect(losses).toContain(
      'slide 2: is left out: no date. Add "date": "2018-06-12" to the slide.',
    );
  });

  it('has the name of its location as the name of its place, if it has a position', async () => {
    const { places, losses } = await importText(
      JSON.stringify(
        mapOf(
          slideOf('Talks', { date: '2018', location: { lat: 37.5, lon: 127, name: 'Seoul' } }),
          slideOf('B', { date: '2018', location: { name: 'Nowhere' } }),
        ),
      ),
    );
    expect(places).toMatchObject([{ id: 'seoul', properties: { name: 'Seoul' } }]);
    expect(losses.join()).not.toContain('Seoul');
    expect(losses).toContain('slide 2: location.name is not carried over ("Nowhere").');
  });

  it('is none where its `date` has a part that is not understood', () => {
    const undated = ['15 March 1200 BC', '12 June 2018 or later in the week'];
    const faults = faultsOf(
      readStoryMap(mapOf(...undated.map((date) => slideOf('A', { date }))), {}),
    );
    expect(faults).toHaveLength(undated.length);
  });

  it('is approximate where its words say so', async () => {
    const { events } = await importText(
      JSON.stringify(mapOf(slideOf('A', { date: 'about June 2018' }))),
    );
    expect(events[0]?.['when']).toBe('2018-06~');
  });
});

describe('Media', () => {
  it.each([
    ['https://example.org/a.PNG?x=1', { image: 'https://example.org/a.PNG?x=1' }],
    ['http://example.org/a.jpg', { image: 'https://example.org/a.jpg' }],
    ['//example.org/a.mp4', { video: 'https://example.org/a.mp4' }],
    ['_images/a.jpg', { image: '_images/a.jpg' }],
    ['_images/a b.jpg', { image: '_images/a b.jpg' }],
    ['https://example.org/a.mp3', { audio: 'https://example.org/a.mp3' }],
  ])('%s is carried over', async (url, medium) => {
    const { events } = await importText(
      JSON.stringify(mapOf(slideOf('A', { date: '2018', media: { url } }))),
    );
    expect(listIn(events[0] ?? {}, 'media')).toEqual([{ ...medium, alt: 'A' }]);
  });

  it.each([
    'javascript:alert(1)',
    'data:image/png;base64,AA',
    '../a.jpg',
    '/a.jpg',
    'https://user:secret@example.org/a.jpg',
    'a sentence, not a file',
  ])('%s is not, and is told', async (url) => {
    const { events, losses } = await importText(
      JSON.stringify(mapOf(slideOf('A', { date: '2018', media: { url, caption: 'A caption' } }))),
    );
    expect(events[0]).not.toHaveProperty('media');
    expect(losses.join('\n')).toContain('its address'.replace('its', 'Its'));
    expect(losses.join('\n')).toContain('A caption');
  });
});
