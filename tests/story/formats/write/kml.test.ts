import { kml } from '@tmcw/togeojson';
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportKml } from '../../../../src/story/formats/write/kml.ts';
import type { LngLat, Story } from '../../../../src/story/story.ts';
import { only, THAW } from '../../../fixtures/shipped.ts';
import { DATE_LINE, DATES, generated, HOSTILE, TWO_MEETINGS, withEvent } from './stories.ts';

/** A file as XML; any warning of the parser is a failure. */
const parse = (text: string) =>
  new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml');

/** The file as another program reads it. */
const read = (story: Story, language = 'en') =>
  kml(parse(exportKml(story, language).text)).features;

const propertiesOf = (story: Story) => only(read(story)).properties ?? {};

const htmlOf = (description: unknown): unknown =>
  typeof description === 'object' && description !== null && 'value' in description
    ? description.value
    : description;

describe('a story as KML', () => {
  it.each([
    ['shipped', THAW],
    ['across the date line', DATE_LINE],
    ['of dates', DATES],
    ['of two meetings', TWO_MEETINGS],
  ])('is read by togeojson with a feature for each event: the story %s', (_, story) => {
    expect(read(story).map(({ properties }) => properties?.['id'])).toEqual(
      story.events.map(({ id }) => id),
    );
  });

  it('is well-formed for any story', () => {
    fc.assert(
      fc.property(generated, (story) => {
        expect(read(story).length).toBe(3);
      }),
      { seed: 1953, numRuns: 50 },
    );
  });

  it('says of an event what, when, where, who and by which sources', () => {
    const talks = read(TWO_MEETINGS).find(({ properties }) => properties?.['id'] === 'talks');
    expect(talks?.geometry).toEqual({ type: 'Point', coordinates: [103.82, 1.25] });
    expect(talks?.properties).toMatchObject({
      name: 'The talks',
      timestamp: '2018-03-10',
      date: '2018-03-10',
      kind: 'meeting',
      status: 'happened',
      place: 'Hotel',
      people: 'guest\nhost\nenvoy',
      sources: 'Paper: A report',
    });
    expect(htmlOf(talks?.properties?.['description'])).toBe('<p>The talks.</p>');
  });

  it('writes what the schema of KML asks for, in its order', () => {
    const placemark = parse(exportKml(TWO_MEETINGS, 'en').text).getElementsByTagName(
      'Placemark',
    )[0];
    const names = Array.from(placemark?.childNodes ?? [], ({ nodeName }) => nodeName);
    expect(names).toEqual(['name', 'description', 'TimeSpan', 'ExtendedData', 'LineString']);
    expect(placemark?.namespaceURI).toBe('http://www.opengis.net/kml/2.2');
  });

  it('dates a day with a TimeStamp and a span with a TimeSpan, whose open end is missing', () => {
    const dates = read(DATES).map(({ properties }) => [
      properties?.['id'] as unknown,
      properties?.['timestamp'] ?? (properties?.['timespan'] as unknown),
    ]);
    expect(Object.fromEntries(dates)).toMatchObject({
      day: '2018-06-12',
      days: { begin: '2018-06-12', end: '2018-06-14' },
      minute: '2018-06-12T09:04:00-04:00',
      second: '2018-06-12T09:04:30+09:00',
      month: '2018-06',
      year: '2018',
      decade: { begin: '2010', end: '2019' },
      both: { begin: '2018', end: '2019-02-03' },
      old: '0476-09-04',
    });
    const xml = exportKml(DATES, 'en').text;
    expect(xml).toContain('<TimeSpan><begin>2018-06-12</begin></TimeSpan>');
    expect(xml).toContain('<TimeSpan><end>2018-06-12</end></TimeSpan>');
  });

  it('has no geometry for an event without a place', () => {
    expect(only(read(withEvent({ at: null }))).geometry).toBeNull();
  });

  it('draws an area with a hole, in two pieces across the date line', () => {
    const [place] = TWO_MEETINGS.places;
    if (!place) throw new Error('The story has a place');
    const ring = (size: number): LngLat[] => [
      [180 - size, -size],
      [180 + size, -size],
      [180 + size, size],
      [180 - size, size],
      [180 - size, -size],
    ];
    const at = {
      ...place,
      geometry: { type: 'Polygon', coordinates: [ring(10), ring(2)] },
    } as const;
    const { geometry } = only(read(withEvent({ at })));
    expect(geometry?.type).toBe('GeometryCollection');
    const xml = exportKml(withEvent({ at }), 'en').text;
    expect(xml.match(/<outerBoundaryIs>/g)).toHaveLength(2);
    expect(xml.match(/<innerBoundaryIs>/g)).toHaveLength(2);
  });

  it.each(HOSTILE)('gives a hostile text back, and runs nothing: $text', ({ text, sound }) => {
    const properties = propertiesOf(withEvent({ title: text, text }));
    expect(properties['name']).toBe(sound);
    // A description is HTML: what a page shows of it is the text.
    const html = parse(String(htmlOf(properties['description'])));
    expect(html.documentElement?.textContent).toBe(sound);
    expect(html.getElementsByTagName('*')).toHaveLength(1);
  });

  it('tells that it has left control characters out', () => {
    const { losses } = exportKml(withEvent({ title: 'a\u0000b\u0007' }), 'en');
    const told = losses.find(({ where }) => where === 'events, talks, title');
    expect(told?.message).toContain('2 control characters');
  });

  it('gives the same bytes for the same story', () => {
    expect(exportKml(THAW, 'ko').text).toBe(exportKml(THAW, 'ko').text);
  });
});
