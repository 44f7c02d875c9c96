import { check } from '@placemarkio/check-geojson';
// @ts-expect-error The package has no types.
import edtfUntyped from 'edtf';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unzip } from '../../../src/story/formats/carry/unzip.ts';
import { readOtherFormat } from '../../../src/story/formats/read-other-format.ts';
import { bytesOf, faultsOf, importText, listIn, parserFaults } from './complete.ts';
import * as files from './fixtures/files.ts';

const FILES = Object.entries(files).map(
  ([name, file]) => [name, typeof file === 'string' ? file : JSON.stringify(file)] as const,
);
const edtf = edtfUntyped as (text: string) => unknown;
const OPTIONS = { dayOrder: 'month-first' } as const;
const storymap = strToU8(JSON.stringify(files.STORYMAP));

describe.each(FILES)('%s', (_name, text) => {
  it('becomes a story in which the parser finds no fault', async () => {
    const { story } = await importText(text, OPTIONS);
    expect(parserFaults(story)).toEqual([]);
  });

  it('has places that are valid GeoJSON, and dates that are EDTF', async () => {
    const { story, events } = await importText(text, OPTIONS);
    expect(() => check(JSON.stringify(story['places']))).not.toThrow();
    for (const { when } of events) {
      // Our format lets a time be approximate too, which EDTF does not.
      const date = String(when).replace(/(T[\d:]+)[~?]/g, '$1');
      expect(() => edtf(date)).not.toThrow();
    }
  });

  it('has an alternative text for every picture, video and sound', async () => {
    const { events } = await importText(text, OPTIONS);
    for (const medium of events.flatMap((event) => listIn(event, 'media'))) {
      expect(medium).toEqual(
        expect.objectContaining({ alt: expect.stringMatching(/./) as string }),
      );
      expect(['image', 'video', 'audio'].filter((key) => key in medium)).toHaveLength(1);
    }
  });

  it('gives a story without faults, or faults, wherever it is damaged', async () => {
    const damage = fc.record({
      at: fc.nat(text.length),
      size: fc.nat(12),
      by: fc.oneof(
        fc.string({ maxLength: 8 }),
        fc.constantFrom(
          '\0',
          '<',
          '"',
          '}',
          '\u202E',
          '\uD800',
          '<!--',
          '&#0;',
          '9999',
          '-1',
          'null',
          '[',
          '2018-13-45',
        ),
      ),
    });
    let stories = 0;
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, size, by }) => {
        const damaged = text.slice(0, at) + by + text.slice(at + size);
        const imported = await readOtherFormat(bytesOf(damaged), { undated: 'skip' });
        if (!imported.ok) {
          expect(imported.faults.length).toBeGreaterThan(0);
          expect(faultsOf(imported).join()).not.toContain('cannot be read');
          return;
        }
        stories += 1;
        expect(parserFaults(imported.story), damaged.slice(at - 60, at + 60)).toEqual([]);
      }),
      { seed: 1953, numRuns: 120 },
    );
    expect(stories).toBeGreaterThan(5);
  });
});

describe('The format of a file', () => {
  it('is known by its content, whatever its name is', async () => {
    const image = await readOtherFormat(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]));
    expect(faultsOf(image)[0]).toContain('looks like a picture');
    expect((await readOtherFormat(storymap)).ok).toBe(true);
  });

  it.each([
    ['an empty file', '', 'is empty'],
    ['an empty object', '{}', 'JSON of no known format'],
    ['a story', '{"version":1,"events":[]}', 'is a story already'],
    ['a page', '<html></html>', 'looks like an HTML page'],
    ['a feed', '<rss></rss>', 'neither KML nor GPX'],
    ['a table', 'a,b\n1,2', 'date'],
    ['half a file', '{"storymap":', 'is no JSON'],
    ['deep lists', '['.repeat(100_000), 'nested more than 32 deep'],
  ])('is not known of %s', async (_what, text, why) => {
    expect(faultsOf(await readOtherFormat(bytesOf(text)))[0]).toContain(why);
  });

  it('may be anything: no bytes make the reader throw', async () => {
    const start = fc.constantFrom(
      '',
      'PK\x03\x04',
      '{"storymap":',
      '<kml>',
      '<gpx ',
      'id\ttitle\ttitle_source\n',
      'Year,Headline\n',
      '\uFEFF{',
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), async (head, tail) => {
        const bytes = new Uint8Array([...bytesOf(head), ...tail]);
        const imported = await readOtherFormat(bytes);
        if (!imported.ok) expect(imported.faults.length).toBeGreaterThan(0);
      }),
      { seed: 1953, numRuns: 500 },
    );
  });
});

describe('An archive', () => {
  it('gives the StoryMap in it, and names its pictures', async () => {
    const zip = zipSync({ 'map/storymap.json': storymap, 'map/_images/a.jpg': new Uint8Array(9) });
    const imported = await readOtherFormat(zip);
    expect(imported.ok && imported.losses.at(-1)?.message).toContain('map/_images/a.jpg');
  });

  it('that is a KMZ gives its doc.kml', async () => {
    const zip = zipSync({ 'a.kml': strToU8('<kml/>'), 'doc.kml': strToU8(files.KML) });
    const imported = await readOtherFormat(zip);
    expect(imported.ok && imported.story['title']).toBe('Crossings');
    expect(imported.ok && imported.losses.at(-1)?.message).toContain('a.kml');
  });

  it.each(['../doc.kml', '/doc.kml', 'a/../../doc.kml', 'C:\\doc.kml', '..\\doc.kml'])(
    'with the path %s is refused',
    async (path) => {
      const zip = zipSync({ [path]: strToU8(files.KML) });
      expect(faultsOf(await readOtherFormat(zip))[0]).toContain('leaves the archive');
    },
  );

  /** An archive whose directory names another size of its file than it has. */
  function zipOf(size: number, named: number): Uint8Array {
    const zip = zipSync({ 'doc.kml': new Uint8Array(size) });
    const view = new DataView(zip.buffer);
    for (let at = 0; at < zip.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, named, true);
    }
    return zip;
  }

  it('that unpacks to more than 64 MiB is refused', async () => {
    const imported = await readOtherFormat(zipOf(9, 65 * 1024 * 1024));
    expect(faultsOf(imported)[0]).toContain('64 MiB');
  });

  it('that names a smaller size than it has unpacks to no more than that', () => {
    const archive = unzip(zipOf(4 * 1024 * 1024, 10), () => true);
    const size = 'fault' in archive ? 0 : archive.files.get('doc.kml')?.length;
    expect(size).toBeLessThanOrEqual(10);
  });

  it('with more than 10,000 files is refused', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, at) => [`${at}`, new Uint8Array()]),
    );
    expect(faultsOf(await readOtherFormat(zipSync(many)))[0]).toContain('10000 files');
  });
});

describe('A hostile file', () => {
  const kml = (inner: string) =>
    `<kml><Placemark><name>A</name><TimeStamp><when>2018</when></TimeStamp>${inner}</Placemark></kml>`;
  const MANY = 50_000;
  // With quadratic work each of these would take minutes.
  it.each([
    [
      'billion laughs',
      '<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><kml>&b;</kml>',
      'document type',
    ],
    ['an external entity', '<!DOCTYPE kml SYSTEM "file:///etc/passwd"><kml/>', 'document type'],
    ['an entity that is not defined', kml('<description>&b;</description>'), 'entity not found'],
    [
      'deep elements',
      '<kml>' + '<Folder>'.repeat(MANY) + '</Folder>'.repeat(MANY) + '</kml>',
      'more than 64 deep',
    ],
    [
      'depth behind quotes',
      `<kml>${'<a b="/>">'.repeat(MANY)}${'</a>'.repeat(MANY)}</kml>`,
      'more than 64 deep',
    ],
    [
      'many namespaces, copied for each element',
      `<kml ${Array.from({ length: MANY }, (_, at) => `xmlns:a${at}=u`).join(' ')}>${'<a xmlns:z="z"/>'.repeat(MANY)}</kml>`,
      'more than 200 attributes',
    ],
    ['tags that never end', kml('<x '.repeat(MANY)), 'no well-formed XML'],
    ['comments that never end', kml('<!--'.repeat(MANY)), 'no well-formed XML'],
  ])('with %s has a fault that says so', async (_what, text, why) => {
    expect(faultsOf(await readOtherFormat(bytesOf(text)))).toEqual([expect.stringContaining(why)]);
  });

  it.each([
    ['<', '<'],
    ['open tags', '<a '],
    ['open quotes', '<a href="'],
    ['comments', '<!--'],
    ['scripts', '<script>'],
    ['entities', '&#1'],
    ['bold', '<b>x'],
    ['links', '<a href=x>'],
    ['line breaks', '\n \n'],
    ['spaces', ' '],
    ['brackets', ']('],
  ])('with a text of nothing but %s is read at once', async (_what, piece) => {
    const slide = {
      date: '2018',
      text: { headline: piece.repeat(MANY), text: piece.repeat(MANY) },
    };
    const imported = await readOtherFormat(
      bytesOf(JSON.stringify({ storymap: { slides: [slide] } })),
    );
    expect(imported.ok && parserFaults(imported.story)).toEqual([]);
  });

  it.each([
    '😀'.repeat(300),
    '👩‍👩‍👧‍👦'.repeat(90),
    'e\u0301'.repeat(300),
    '\uD800',
    '\u202Ex',
    '中'.repeat(3000),
    '\u2067x',
    ' \u200B ',
  ])('with an odd text gives a sound story: %#', async (words) => {
    const slide = {
      date: '2018',
      location: { lat: 1, lon: 1 },
      text: { headline: words, text: words },
      media: { url: 'a.jpg', caption: words, credit: words, alt: words },
    };
    const track = {
      type: 'Feature',
      geometry: {
        type: 'LineString',
        coordinates: [
          [1, 1],
          [2, 2],
        ],
      },
      properties: { name: words, times: ['2018', '2019'], tags: [words] },
    };
    for (const file of [{ storymap: { slides: [slide] } }, track]) {
      const imported = await readOtherFormat(bytesOf(JSON.stringify(file)));
      expect(imported.ok && parserFaults(imported.story)).toEqual([]);
    }
  });

  it('with many entries of one name is read at once', async () => {
    const slides = Array.from({ length: 20_000 }, () => ({
      date: '2018',
      text: { headline: 'Same' },
    }));
    const imported = await readOtherFormat(bytesOf(JSON.stringify({ storymap: { slides } })));
    expect(imported.ok && new Set(listIn(imported.story, 'events').map(({ id }) => id)).size).toBe(
      20_000,
    );
  });
});

describe('A file that is not UTF-8', () => {
  const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

  it('is XML in the encoding that it names', async () => {
    const gpx =
      '<gpx><wpt lat="48.8" lon="2.3"><name>Café</name><time>2018-06-12T09:00:00Z</time></wpt></gpx>';
    const imported = await readOtherFormat(
      latin(`<?xml version="1.0" encoding="ISO-8859-1"?>\n${gpx}`),
    );
    if (!imported.ok) throw new Error(JSON.stringify(imported.faults));
    expect(listIn(imported.story, 'events')).toMatchObject([{ title: 'Café' }]);
    expect(faultsOf(await readOtherFormat(latin(gpx)))).toEqual([
      expect.stringContaining('is not UTF-8'),
    ]);
  });

  it('is no JSON, and asks for UTF-8', async () => {
    const json = '{"type":"Feature","geometry":null,"properties":{"name":"Café","date":"2018"}}';
    expect(faultsOf(await readOtherFormat(latin(json)))).toEqual([
      'the file: is not UTF-8. Save the file with the encoding UTF-8.',
    ]);
  });

  it('is a TimelineJS sheet as other tables are, and is told', async () => {
    const imported = await readOtherFormat(latin('Year,Headline,Text,Type\n2018,Café,Words,era\n'));
    if (!imported.ok) throw new Error(JSON.stringify(imported.faults));
    expect(listIn(imported.story, 'events')).toMatchObject([
      { kind: 'state', title: 'Café', text: 'Words' },
    ]);
    expect(imported.losses.map(({ message }) => message).join()).toContain('windows-1252');
  });
});
