import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { datesOf } from '../../../src/site/metadata/linked-data.ts';
import { formatLinkedData, formatMetadata } from '../../../src/site/metadata/metadata.ts';
import {
  readAddress,
  readStoryOrigins,
  type Publication,
} from '../../../src/site/metadata/publication.ts';
import { isFlaw } from '../../../src/time/flaw.ts';
import { parseInterval } from '../../../src/time/parse-interval.ts';
import { textIn } from '../../../src/story/text.ts';
import type { Text } from '../../../src/story/story.ts';
import { THAW } from '../../fixtures/shipped.ts';
import { findFlaws } from './schema-org.ts';

const inEnglish = (text: Text): string => textIn(text, 'en', 'en').text;

const PUBLICATION: Publication = {
  address: 'https://news.example/korea/',
  language: 'en',
  others: ['ko', 'zh'],
  picture: 'A map of the Pacific',
  framed: false,
};
const head = (changes: Partial<Publication> = {}, story = THAW): string =>
  formatMetadata(story, { ...PUBLICATION, ...changes });
const data = (changes: Partial<Publication> = {}, story = THAW): string =>
  formatLinkedData(story, { ...PUBLICATION, ...changes });

/** What a tag that names something says: `contentOf(html, 'og:url')`. */
const contentOf = (html: string, name: string): string | undefined =>
  new RegExp(`(?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];

function linkedIn(html: string): unknown {
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json);
}

describe('A page says what it is', () => {
  test('by the story’s title and summary', () => {
    expect(head()).toContain('<title>The Korean thaw, 2017–2019</title>');
    expect(contentOf(head(), 'description')).toBe(inEnglish(THAW.summary ?? ''));
    expect(contentOf(head(), 'og:title')).toBe(inEnglish(THAW.title));
    expect(contentOf(head(), 'og:description')).toBe(inEnglish(THAW.summary ?? ''));
  });

  test('without a description where the story has no summary', () => {
    const story = { ...THAW, summary: null };
    const page = formatMetadata(story, PUBLICATION);
    expect(page).toContain('<title>The Korean thaw, 2017–2019</title>');
    expect(page).not.toContain('description"');
    expect(linkedIn(formatLinkedData(story, PUBLICATION))).not.toHaveProperty('description');
  });

  test('by whole addresses where it is known where the page is published', () => {
    const html = head();
    expect(html).toContain('<link rel="canonical" href="https://news.example/korea/" />');
    expect(contentOf(html, 'og:url')).toBe('https://news.example/korea/');
    expect(contentOf(html, 'og:image')).toBe('https://news.example/korea/card.png');
    expect(contentOf(html, 'og:image:alt')).toBe('A map of the Pacific');
  });

  test('with its publisher and dates, where the story names them', () => {
    const named = { publisher: 'The Gazette', published: '2019-03-01', modified: '2019-03-05' };
    const html = head({}, { ...THAW, ...named });
    expect(contentOf(html, 'og:site_name')).toBe('The Gazette');
    expect(contentOf(html, 'article:published_time')).toBe('2019-03-01');
    expect(contentOf(html, 'article:modified_time')).toBe('2019-03-05');
    expect(linkedIn(data({}, { ...THAW, ...named }))).toMatchObject({
      url: 'https://news.example/korea/',
      publisher: { '@type': 'Organization', name: 'The Gazette' },
      datePublished: '2019-03-01',
      dateModified: '2019-03-05',
    });
    const nameless = { ...THAW, publisher: null, published: null, modified: null };
    expect(head({}, nameless)).not.toMatch(/site_name|_time/);
    expect(data({}, nameless)).not.toMatch(/dateModified|The Gazette/);
  });

  test('by relative ones where it is not', () => {
    const html = head({ address: null });
    expect(html).toContain('<link rel="canonical" href="./" />');
    expect(contentOf(html, 'og:image')).toBe('./card.png');
  });

  test('with an address for each language', () => {
    const alternates = [...head().matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)];
    expect(alternates.map(([, tag, href]) => [tag, href])).toEqual([
      ['x-default', 'https://news.example/korea/'],
      ['en', 'https://news.example/korea/'],
      ['ko', 'https://news.example/korea/?lang=ko'],
      ['zh', 'https://news.example/korea/?lang=zh'],
    ]);
    expect(head({ others: [] })).not.toContain('hreflang');
  });

  test('with the territory of a language, where it has one', () => {
    const html = head({ language: 'en', others: ['ko', 'zh-Hant', 'tlh', 'art-lojban'] });
    const locales = [...html.matchAll(/og:locale[^"]*" content="([^"]*)"/g)];
    expect(locales.map(([, locale]) => locale)).toEqual(['en_GB', 'ko_KR', 'zh_TW']);
  });

  test('in a frame by pointing to the page itself', () => {
    const html = head({ framed: true });
    expect(html).toContain('<link rel="canonical" href="https://news.example/korea/" />');
    expect(data({ framed: true })).toBe('');
    expect(html).not.toContain('hreflang');
  });

  test('in no more than two kilobytes', () => {
    expect(gzipSync(head() + data(), { level: 9 }).length).toBeLessThan(2000);
  });

  test('the same each time', () => {
    expect(head()).toBe(head());
    expect(data()).toBe(data());
  });
});

describe('No text of a story can break out of the metadata', () => {
  const nasty = '</script><script>alert(1)</script><!-- " & \u2028';
  const story = { ...THAW, title: nasty, summary: nasty };

  test('neither from a tag nor from the data', () => {
    const html = head({}, story) + data({}, story);
    expect(html.match(/<\/?script/g)).toEqual(['<script', '</script']);
    expect(html).not.toContain('<!--');
    expect(contentOf(html, 'description')).toBe(
      '&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- &quot; &amp; \u2028',
    );
  });

  test('and machines read it as it was written', () => {
    expect(linkedIn(data({}, story))).toMatchObject({ headline: nasty, description: nasty });
  });
});

describe('The address of a deployment', () => {
  test.each([
    [undefined, null],
    ['  ', null],
    ['https://news.example', 'https://news.example/'],
    ['https://news.example/korea', 'https://news.example/korea/'],
    ['https://news.example/korea/', 'https://news.example/korea/'],
    ['http://news.example:8080/korea/index.html', 'http://news.example:8080/korea/'],
  ])('%s is %s', (written, address) => expect(readAddress(written)).toBe(address));

  test.each([
    ...['news.example/korea', 'javascript:alert(1)', 'https://', 'file:///srv'],
    // `new URL` reads these too, and others than were meant.
    ...['http:news', 'https:/news.example', 'https://news.example/?x', 'https://news.example/#y'],
    // The host comes into the policies of the pages (`nameOrigin`).
    ...['https://a;b.example/x', 'https://*.example/', "https://a'b.example/"],
  ])('%s is refused', (written) => expect(() => readAddress(written)).toThrow(written));

  test('has no user name and no password, which no message shows', () => {
    expect(() => readAddress('https://me:secret@news.example/')).toThrow(
      /^(?!.*secret).*user name/,
    );
  });
});

describe('The origins of further stories', () => {
  test('are written as browsers write them, each once', () => {
    expect(
      readStoryOrigins([
        'https://Data.example/',
        ' https://data.example:443',
        'http://localhost:8080',
      ]),
    ).toEqual(['https://data.example', 'http://localhost:8080']);
    expect(readStoryOrigins()).toEqual([]);
  });

  test.each([
    '',
    '*',
    'data.example',
    '//data.example',
    'https://',
    'https://*.example',
    'https://data.example/stories',
    'https://data.example?x',
    'https://data.example#x',
    'https://u:p@data.example',
    "https://data.example; script-src 'unsafe-inline'",
    'https://data.example https://other.example',
    'https://data.example,https://other.example',
    'data:application/json,{}',
    'blob:https://data.example/1',
    'javascript:alert(1)',
    'file:///tmp',
    'null',
  ])('are nothing else: %j', (written) =>
    expect(() => readStoryOrigins([written])).toThrow('is no origin for stories'),
  );
});

describe('What machines read of the story', () => {
  test('obeys the rules of schema.org', () => {
    expect(findFlaws(linkedIn(data()))).toEqual([]);
    expect(findFlaws(linkedIn(data({ address: null })))).toEqual([]);
  });

  test('names each meeting and agreement that happened, with its place and its dates', () => {
    const { about } = linkedIn(data()) as { about: Record<string, unknown>[] };
    const held = THAW.events.filter(
      ({ kind, status }) => status === 'happened' && ['meeting', 'agreement'].includes(kind),
    );
    expect(about.map(({ name }) => name)).toEqual(held.map(({ title }) => inEnglish(title)));
    expect(about.find(({ name }) => name === 'Trump and Kim meet in Singapore')).toEqual({
      '@type': 'Event',
      name: 'Trump and Kim meet in Singapore',
      startDate: '2018-06-12T09:04+08:00',
      location: {
        '@type': 'Place',
        name: 'Capella hotel, Sentosa, Singapore',
        geo: { '@type': 'GeoCoordinates', latitude: 1.24944, longitude: 103.82444 },
      },
    });
  });

  test('cites the two articles', () => {
    const { citation } = linkedIn(data()) as { citation: { publisher: { name: string } }[] };
    expect(citation.map(({ publisher }) => publisher.name)).toEqual([
      'Euronews',
      'The Independent',
    ]);
  });

  test.each([
    ['2019-01-18', '2019-01-18'],
    ['2019-01-18?', '2019-01-18'],
    ['2019-01~', '2019-01'],
    ['2019%', '2019'],
    ['2019-01-18T23:30:00-05:00', '2019-01-18'],
    ['2019-01-18/2019-01-20', '2019-01-18'],
    ['2019-01/..', '2019-01'],
    ['../2019', undefined],
    ['201X', undefined],
    ['201X~/2021', undefined],
  ])('dates a source of %s as schema.org does, or not at all', (date, published) => {
    const { events, sources } = THAW;
    const dated = new Map(sources.map((source) => [source, { ...source, date }]));
    const story = {
      ...THAW,
      sources: sources.map((source) => dated.get(source) ?? source),
      events: events.map((event) => ({
        ...event,
        claims: event.claims.map((claim) => ({
          ...claim,
          source: dated.get(claim.source) ?? claim.source,
        })),
      })),
    };
    const linked = linkedIn(data({}, story)) as { citation: { datePublished?: string }[] };
    expect(findFlaws(linked)).toEqual([]);
    expect(linked.citation.map(({ datePublished }) => datePublished)).toEqual([
      published,
      published,
    ]);
  });

  test.each<[string, string, string | undefined, string | undefined]>([
    ['2018', 'Asia/Seoul', '2018', undefined],
    ['2018-06', 'Asia/Seoul', '2018-06', undefined],
    ['2018-06-12', 'Asia/Singapore', '2018-06-12', undefined],
    ['2018-06-12T09:04', 'Asia/Singapore', '2018-06-12T09:04+08:00', undefined],
    ['2018-04-27T09:00', 'Asia/Pyongyang', '2018-04-27T09:00+08:30', undefined],
    ['2018-09-24T14:45', 'America/New_York', '2018-09-24T14:45-04:00', undefined],
    ['2018-03-25/2018-03-28', 'Asia/Shanghai', '2018-03-25', '2018-03-28'],
    ['2018-09/2018-10-02', 'America/New_York', '2018-09', '2018-10-02'],
    ['2018-06-12/..', 'Asia/Seoul', '2018-06-12', undefined],
    ['../2018-06-12', 'Asia/Seoul', undefined, '2018-06-12'],
    ['2019-02-20~', 'Asia/Seoul', '2019-02-20', undefined],
    ['201X', 'Asia/Seoul', '2010', undefined],
  ])('gives %s in %s as finely as it is known', (when, zone, startDate, endDate) => {
    const interval = parseInterval(when, zone);
    if (isFlaw(interval)) throw new Error(interval.message);
    const { start, end } = datesOf(interval);
    expect([start, end]).toEqual([startDate, endDate]);
  });
});
