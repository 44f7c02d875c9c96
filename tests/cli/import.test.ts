import { existsSync, symlinkSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { useFolder } from './folder.ts';
import { outcomeOf } from './outcome.ts';
import { runWith } from './run.ts';

const folder = useFolder();

const CSV = `date,title,text,place,latitude,longitude,source
2018-04-27,They sign,They sign at the border.,Panmunjom,37.956,126.677,Yonhap
2018-06-12,They meet,They meet in Singapore.,Singapore,1.29,103.85,Yonhap
`;

const run = async (...args: readonly string[]) => {
  const { status, stdout, stderr } = await outcomeOf(...args);
  return { status, stdout: folder.linesOf(stdout), stderr: folder.linesOf(stderr) };
};

const importInto = (name: string, content: string | Uint8Array, ...options: readonly string[]) =>
  run('import', folder.write(name, content), '--out', folder.at('story.json'), ...options);

const storyOf = () =>
  JSON.parse(folder.read('story.json')) as {
    readonly language: string;
    readonly zone: string;
    readonly events: readonly Readonly<Record<string, unknown>>[];
  };

/** A map with a picture in a balloon, as Google Earth saves one. */
const kmz = (
  files: Readonly<Record<string, Uint8Array>> = { 'files/port.jpg': new Uint8Array(9) },
) =>
  zipSync({
    'doc.kml': strToU8(`<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
      <name>Ports</name><Placemark><name>Busan</name>
      <description><![CDATA[A port. <img src="files/port.jpg" alt="The port">]]></description>
      <TimeStamp><when>2018-06-12</when></TimeStamp>
      <Point><coordinates>129.04,35.1</coordinates></Point></Placemark></Document></kml>`),
    ...files,
  });

/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A row of a spreadsheet that names a picture beside it. */
const PICTURED = `date,title,source,image,alt\n2018-04-27,They sign,Yonhap,pictures/port.png,The port\n`;

describe('import', () => {
  it('writes the story of a spreadsheet as prettier would, and tells what it lacks', async () => {
    const { status, stdout, stderr } = await importInto('events.csv', CSV);
    expect([status, stdout]).toEqual([0, ['story.json: 2 events, 2 places']]);
    expect(stderr).toEqual([
      expect.stringMatching(/^events\.csv: the file: has no title of the story\. /),
      expect.stringMatching(/^events\.csv: the file: has no summary of the story\. /),
    ]);
    expect(storyOf().events.map(({ when, title }) => [when, title])).toEqual([
      ['2018-04-27', 'They sign'],
      ['2018-06-12', 'They meet'],
    ]);
    const text = folder.read('story.json');
    expect(await format(text, { parser: 'json' })).toBe(text);
  });

  it('writes what is lost into a report instead, all of it', async () => {
    const { stderr } = await importInto('events.csv', CSV, '--report', folder.at('report.txt'));
    expect(stderr).toEqual([]);
    expect(folder.linesOf(folder.read('report.txt'))).toHaveLength(2);
  });

  it('reads a date as its author says, and asks where it may be two', async () => {
    const text = CSV.replace('2018-06-12', '06/12/2018').replace('2018-04-27', '04/05/2018');
    const asked = await importInto('events.csv', text);
    expect(asked.status).toBe(1);
    expect(asked.stderr[0]).toMatch(/^events\.csv: events, row 2, date: /);
    expect(existsSync(folder.at('story.json'))).toBe(false);
    for (const [option, day] of [
      ['--day-first', '2018-05-04'],
      ['--month-first', '2018-04-05'],
    ] as const) {
      await importInto('events.csv', text, option, '--force');
      expect(storyOf().events.map(({ when }) => when)[0]).toBe(day);
    }
  });

  it('takes language and zone, and leaves out what has no date if that is wanted', async () => {
    await importInto('events.csv', CSV, '--language', 'DE', '--zone', 'Asia/Seoul');
    expect(storyOf()).toMatchObject({ language: 'de', zone: 'Asia/Seoul' });
    const slides = ['12 June 2018', 'No date'].map((headline) => ({
      text: { headline },
      location: { lat: 1, lon: 2 },
    }));
    const map = JSON.stringify({ storymap: { slides } });
    expect(await importInto('map.json', map, '--force')).toMatchObject({
      status: 1,
      stderr: [
        expect.stringMatching(/^map\.json: slide 2: /),
        'Add --skip-undated to leave out what has no date.',
      ],
    });
    expect(await importInto('map.json', map, '--force', '--skip-undated')).toMatchObject({
      status: 0,
    });
    expect(storyOf().events).toHaveLength(1);
  });

  it('overwrites nothing, neither story nor report, unless that is wanted', async () => {
    folder.write('story.json', 'mine');
    const { status, stderr } = await importInto('events.csv', CSV);
    expect([status, ...stderr]).toEqual([
      2,
      'error: story.json is there already. Name another file, or add --force to overwrite it.',
    ]);
    expect(folder.read('story.json')).toBe('mine');
    const report = folder.write('report.txt', 'mine');
    expect(
      await run(
        'import',
        folder.at('events.csv'),
        '--out',
        folder.at('new.json'),
        '--report',
        report,
      ),
    ).toMatchObject({ status: 2 });
    expect(existsSync(folder.at('new.json'))).toBe(false);
  });

  it('writes no two files into one, and none into the file that it reads', async () => {
    const path = folder.write('events.csv', CSV);
    const out = folder.at('story.json');
    symlinkSync(path, folder.at('link.csv'));
    for (const [args, message] of [
      [['--out', out, '--report', folder.at('./a/../story.json')], 'is both --out and --report'],
      [['--out', path], 'is both --out and the file to read'],
      [['--out', folder.at('link.csv')], 'is both --out and the file to read'],
      [['--out', out, '--report', path], 'is both --report and the file to read'],
    ] as const) {
      const { status, stderr } = await run('import', path, ...args, '--force');
      expect([status, stderr]).toEqual([2, [expect.stringContaining(message)]]);
    }
    expect([folder.read('events.csv'), existsSync(out)]).toEqual([CSV, false]);
  });

  it('writes the media of an archive beside the story', async () => {
    await importInto('ports.kmz', kmz());
    expect(folder.read('files/port.jpg')).toBe('\0'.repeat(9));
    // Again: the same file may stay, another one not.
    expect(await importInto('ports.kmz', kmz(), '--force')).toBeDefined();
    folder.write('files/port.jpg', 'mine');
    const again = await run('import', folder.at('ports.kmz'), '--out', folder.at('b.json'));
    expect([again.status, again.stderr[0]]).toEqual([
      2,
      'error: files/port.jpg is there already. Name another file, or add --force to overwrite it.',
    ]);
    expect(folder.read('files/port.jpg')).toBe('mine');
  });

  it('finds the media that it has written, so that a story without faults ends with 0', async () => {
    const { status, stdout, stderr } = await importInto(
      'ports.kmz',
      kmz({ 'files/port.jpg': PNG }),
    );
    expect([status, stdout]).toEqual([0, ['story.json: 1 events, 1 places, 1 media']]);
    expect(stderr.filter((line) => line.includes('is not there'))).toEqual([]);
  });

  it.each(['events.csv', 'sheets/events.csv'])(
    'finds the media beside the file, and copies them beside the story: %s',
    async (name) => {
      folder.write(name.replace('events.csv', 'pictures/port.png'), PNG);
      expect(await importInto(name, PICTURED)).toMatchObject({ status: 0 });
      expect(folder.read('pictures/port.png')).toBe(PNG.toString());
      expect(await run('check', folder.at('story.json'))).toMatchObject({ status: 0 });
    },
  );

  it('copies no file over another, and tells what is nowhere', async () => {
    folder.write('sheets/pictures/port.png', PNG);
    folder.write('pictures/port.png', 'mine');
    expect(await importInto('sheets/events.csv', PICTURED)).toMatchObject({ status: 2 });
    expect(folder.read('pictures/port.png')).toBe('mine');
    const { status, stderr } = await importInto('other/events.csv', PICTURED.replace('port', 'no'));
    expect([status, stderr.join()]).toEqual([1, expect.stringContaining('is not there')]);
  });

  it('finds them beside the file for standard output too', async () => {
    folder.write('sheets/pictures/port.png', PNG);
    const path = folder.write('sheets/events.csv', PICTURED);
    expect(await run('import', path, '--out', '-')).toMatchObject({ status: 0 });
  });

  it.each(['../port.jpg', '/port.jpg', 'a/../../port.jpg', 'C:/port.jpg'])(
    'refuses an archive with a path that leaves the folder: %s',
    async (path) => {
      const { status, stderr } = await importInto('ports.kmz', kmz({ [path]: new Uint8Array(1) }));
      expect(status).toBe(1);
      expect(stderr[0]).toContain('has a file whose path leaves the archive');
      expect(existsSync(folder.at('story.json'))).toBe(false);
    },
  );

  it('writes through no link to a file, and makes no folder behind a link, with --force too', async () => {
    folder.write('elsewhere/note.jpg', 'mine');
    folder.write('desk/files/note.txt', '');
    symlinkSync(folder.at('elsewhere/note.jpg'), folder.at('desk/files/port.jpg'));
    const path = folder.write('ports.kmz', kmz());
    const out = folder.at('desk/story.json');
    const { status, stderr } = await run('import', path, '--out', out, '--force');
    expect([status, stderr[0]]).toEqual([
      2,
      'error: desk/files/port.jpg is a link. Remove it, or name another folder.',
    ]);
    expect(folder.read('elsewhere/note.jpg')).toBe('mine');
    folder.write('bench/note.txt', '');
    symlinkSync(folder.at('elsewhere'), folder.at('bench/a'));
    const deep = kmz({ 'a/b/port.jpg': new Uint8Array(9) });
    const text = strFromU8(unzipSync(deep)['doc.kml'] ?? new Uint8Array());
    const linked = zipSync({
      ...unzipSync(deep),
      'doc.kml': strToU8(text.replace('files/port.jpg', 'a/b/port.jpg')),
    });
    const bench = folder.at('bench/story.json');
    await run('import', folder.write('deep.kmz', linked), '--out', bench, '--force');
    expect(existsSync(folder.at('elsewhere/b'))).toBe(false);
  });

  it('follows no link out of the folder', async () => {
    folder.write('elsewhere/note.txt', '');
    folder.write('desk/note.txt', '');
    symlinkSync(folder.at('elsewhere'), folder.at('desk/files'));
    const path = folder.write('ports.kmz', kmz());
    const { status, stderr } = await run('import', path, '--out', folder.at('desk/story.json'));
    expect([status, stderr[0]]).toEqual([
      2,
      'error: desk/files is a link. Remove it, or name another folder.',
    ]);
    expect(existsSync(folder.at('elsewhere/port.jpg'))).toBe(false);
  });

  it('names a folder that is not there', async () => {
    for (const [name, content] of [
      ['ports.kmz', kmz()],
      ['events.csv', CSV],
    ] as const) {
      const path = folder.write(name, content);
      const { status, stderr } = await run('import', path, '--out', folder.at('none/story.json'));
      expect([status, stderr[0]]).toEqual([
        2,
        expect.stringMatching(/^error: .*none.*\. Make (?:it|the folder) first\.$/),
      ]);
    }
  });

  it('refuses a story, what is no file, and a format that is not known', async () => {
    const story = folder.write('a.json', '{"version": 1, "events": []}');
    expect(await run('import', story, '--out', '-')).toMatchObject({
      status: 1,
      stderr: ['a.json: the file: is a story already.'],
    });
    expect(await run('import', folder.at('none.csv'), '--out', '-')).toMatchObject({
      status: 2,
      stderr: ['error: none.csv: there is no such file.'],
    });
    for (const name of ['word', 'constructor', '']) {
      const { status, stderr } = await importInto('events.csv', CSV, '--format', name);
      expect([status, stderr[0]]).toEqual([2, expect.stringContaining(`${name} is not known.`)]);
    }
  });

  it('reads standard input and writes standard output', () => {
    const { status, stdout, stderr } = runWith(CSV, folder.at('.'), 'import', '-', '--out', '-');
    expect(status).toBe(0);
    expect(stderr).toMatch(/^standard input: the file: has no title/);
    expect(JSON.parse(stdout)).toMatchObject({ events: [{}, {}] });
  });
});

describe('A file of another format', () => {
  it('without a title gets that of its name, and no summary', async () => {
    await importInto('Three_summits.csv', CSV);
    expect(storyOf()).toMatchObject({ id: 'three-summits', title: 'Three summits' });
    expect(storyOf()).not.toHaveProperty('summary');
    expect(await run('check', folder.at('story.json'))).toMatchObject({ status: 0 });
    await importInto('Two ports.kmz', kmz(), '--force');
    expect(storyOf()).toMatchObject({ title: 'Ports' });
    const places = '{"type":"FeatureCollection","features":[]}'.replace(
      '[]',
      '[{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"name":"A","date":"2018"}}]',
    );
    await importInto(`${'Lakes '.repeat(30)}.geojson`, places, '--force');
    expect(storyOf()).toMatchObject({ title: 'Lakes '.repeat(17).slice(0, 100).trim() });
  });

  it('is checked as what it will become', async () => {
    const path = folder.write('events.csv', CSV);
    const { status, stdout } = await run('check', path);
    expect([status, stdout]).toEqual([0, ['events.csv: 2 events, 2 places, no fault, 2 warnings']]);
    const json = await outcomeOf('check', '--json', path);
    expect(JSON.parse(json.stdout)).toMatchObject([
      { faults: [], warnings: [{ code: 'import', path: '' }, { code: 'import' }] },
    ]);
  });

  it('has its faults told in its own words', async () => {
    const path = folder.write('events.csv', CSV.replace('2018-06-12', 'soon'));
    const { status, stderr } = await run('check', path);
    expect(status).toBe(1);
    expect(stderr[0]).toMatch(/^events\.csv: events, row 3, date: /);
    // A warning of the story, by the title of the event and the name of the place.
    const swapped = folder.write('swapped.csv', CSV.replace('1.29,103.85', '0,0'));
    expect((await run('check', swapped)).stderr.at(-1)).toMatch(
      /^swapped\.csv: warning: the place "Singapore", coordinates: are \[0, 0\]/,
    );
  });

  it('that is JSON of another tool is known by what it holds, and a story with faults stays a story', async () => {
    const line = JSON.stringify({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [1, 2] },
      properties: { name: 'A', date: '2018' },
    });
    expect(await run('check', folder.write('places.json', line))).toMatchObject({ status: 0 });
    for (const text of ['{ "version": 1, ', '{}', '[]', '', 'version: 1\nid: a', '<html></html>']) {
      const { status, stderr } = await run('check', folder.write('story.json', text));
      expect([text, status]).toEqual([text, 1]);
      expect(stderr[0]).toMatch(/^story\.json(?::1:\d+)? /);
    }
  });
});
