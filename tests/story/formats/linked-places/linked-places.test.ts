import { expect, it } from 'vitest';
import { importText } from '../complete.ts';
import { LINKED_PLACES, LP_TSV } from '../fixtures/files.ts';

it('Linked Places become events at their places, one for each timespan', async () => {
  const { story, events, places } = await importText(JSON.stringify(LINKED_PLACES));
  expect(events).toMatchObject([
    {
      title: 'Singapore',
      text: 'A city and a state',
      when: '2018-06-12?',
      tags: ['city', 'a-thaw'],
      media: [{ image: 'https://example.org/s.jpg', caption: 'The bay', credit: 'CC BY' }],
      sources: ['example-org', 'en-wikipedia-org'],
    },
    { title: 'A road', when: '1850~' },
    { title: 'A road', when: '1900' },
    { title: 'A road', when: '1910/1914' },
  ]);
  expect(places.map(({ geometry }) => geometry)).toMatchObject([
    { coordinates: [103.83, 1.25] },
    { coordinates: [1, 2] },
    { coordinates: [3, 4] },
  ]);
  expect(story['sources']).toMatchObject([
    { url: 'https://example.org/places/singapore' },
    { publisher: 'en.wikipedia.org' },
  ]);
});

it('Relations, certainty and other names of Linked Places are told', async () => {
  const { losses } = await importText(JSON.stringify(LINKED_PLACES));
  expect(losses).toEqual(
    expect.arrayContaining([
      'feature 1: relations[0].relationTo is not carried over ("https://example.org/asia").',
      'feature 1: certainty "less-certain" is carried over as the "?" of the date only.',
      'feature 1: names[1].toponym is not carried over ("Singapore").',
      'feature 1: geometry.geowkt is not carried over ("POINT(103.83 1.25)").',
    ]),
  );
});

it('LP-TSV has rows without quotes: what looks like one is a letter', async () => {
  const { events, losses } = await importText(LP_TSV);
  expect(events).toMatchObject([
    { title: 'Singapore', when: '1819/1963', tags: ['city', 'port'], sources: ['example-org'] },
    { title: 'Atlantis', when: '1200' },
  ]);
  expect(losses.join('\n')).toContain('row 3: title_source is not carried over');
});
