import { readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { answer } from '../../src/cli/preview/answer.ts';
import { startPreview, type Preview } from '../../src/cli/preview/start-preview.ts';
import { FIXTURE } from '../story/fixture.ts';
import { useFolder } from './folder.ts';
import { FRAMED, smallTemplate } from './small-template.ts';

const folder = useFolder();

const HEADERS = readFileSync(new URL('../../public/_headers', import.meta.url));

const template = smallTemplate({
  ...FRAMED,
  'assets/page.js': Buffer.from('0123456789'),
  _headers: HEADERS,
});

let previews: Preview[] = [];
let lines: string[] = [];
afterEach(async () => {
  await Promise.all(previews.map(({ close }) => close()));
  previews = [];
  lines = [];
});

async function preview(path: string, port = 0): Promise<string> {
  const started = await startPreview({
    path,
    port,
    host: '127.0.0.1',
    reading: {},
    template,
    interval: 5,
    tell: (line) => lines.push(line),
  });
  previews.push(started);
  return started.address;
}

/** The builds that an open page hears of, one after the other. */
async function* builds(address: string): AsyncGenerator<string> {
  const { body } = await fetch(`${address}parley-preview/events`);
  const decoder = new TextDecoder();
  for await (const chunk of body ?? []) {
    for (const [, build = ''] of decoder.decode(chunk).matchAll(/^data: (.+)$/gm)) yield build;
  }
}

/** A page that is open: it is told of a build when it is opened, and of each further one. */
async function openPage(address: string) {
  const told = builds(address);
  const next = async (): Promise<string> => {
    const { value } = await told.next();
    return String(value);
  };
  return { shown: await next(), next };
}

const pageOf = async (address: string, path = ''): Promise<string> =>
  await (await fetch(`${address}${path}`)).text();

const FAULTY = FIXTURE.replace('2018-03-05', 'June 2018');
const MENDED = FIXTURE.replace('A thaw', 'A second thaw');

describe('a preview', () => {
  it('shows the story with the headers of its site, and reloads from its own address alone', async () => {
    const address = await preview(folder.write('story.json', FIXTURE));
    const response = await fetch(address);
    const policy = /^ {2}Content-Security-Policy: (.*)$/m.exec(HEADERS.toString())?.[1];
    expect(response.headers.get('content-security-policy')).toBe(policy);
    const html = await response.text();
    expect(html).toContain('<title>A thaw');
    const [, script = ''] = /<script async src="([^"]+)"><\/script>\s*<\/head>/.exec(html) ?? [];
    // The policy allows scripts and connections of the own origin, and none in the page.
    expect(policy).toMatch(/script-src 'self';.*connect-src 'self'/);
    expect(script).toMatch(/^\/parley-preview\/reload\.js\?\w+$/);
    expect(html).not.toMatch(/<script(?![^>]*(?:src=|type="application))/);
    const { shown } = await openPage(address);
    expect(script).toBe(`/parley-preview/reload.js?${shown}`);
    expect(await pageOf(address, script.slice(1))).toContain('new EventSource(');
    expect(await pageOf(address, 'embed.html')).toContain(script);
    const asset = await fetch(`${address}assets/page.js`);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${address}none.js`)).status).toBe(404);
    expect((await fetch(`${address}%E0%A4%A`)).status).toBe(404);
    expect((await fetch(address, { method: 'POST' })).status).toBe(405);
  });

  it('shows the faults of a save on the page, and the story again when it is mended', async () => {
    const path = folder.write('story.json', FIXTURE);
    const address = await preview(path);
    const page = await openPage(address);
    folder.write('story.json', FAULTY);
    const faulty = await page.next();
    expect(faulty).not.toBe(page.shown);
    const response = await fetch(address);
    expect([response.status, response.headers.has('content-security-policy')]).toEqual([500, true]);
    const html = await response.text();
    expect(html).toContain('story.json:28:89 events[0].when: &quot;June 2018&quot; is not a date.');
    expect(html).toContain(`/parley-preview/reload.js?${faulty}`);
    expect(html).not.toContain('style=');
    expect(folder.linesOf(lines.join('\n'))[0]).toBe(
      'story.json:28:89 events[0].when: "June 2018" is not a date. Write 2018-06.',
    );
    folder.write('story.json', MENDED);
    expect(await page.next()).not.toBe(faulty);
    expect(await pageOf(address)).toContain('<title>A second thaw');
  });

  it('sees a save that puts another file in the place of the old one', async () => {
    const path = folder.write('story.json', FIXTURE);
    const address = await preview(path);
    const page = await openPage(address);
    renameSync(folder.write('story.json.tmp', MENDED), path);
    await page.next();
    expect(await pageOf(address)).toContain('<title>A second thaw');
  });

  it('says that a file is gone, and goes on when it is there again', async () => {
    const path = folder.write('story.json', FIXTURE);
    const address = await preview(path);
    const page = await openPage(address);
    rmSync(path);
    await page.next();
    expect(await pageOf(address)).toContain('story.json: there is no such file.');
    folder.write('story.json', MENDED);
    await page.next();
    expect(await pageOf(address)).toContain('<title>A second thaw');
  });

  it('may begin with a faulty story, and shows a spreadsheet', async () => {
    const faulty = await preview(folder.write('story.json', FAULTY));
    expect(await pageOf(faulty)).toContain('is not a date.');
    const sheet = 'date,title,place,coordinates\n2018,They meet,Singapore,"1.29, 103.85"\n';
    const address = await preview(folder.write('events.csv', sheet));
    expect(await pageOf(address)).toContain('They meet');
    const page = await openPage(address);
    folder.write('events.csv', sheet.replace('2018', 'soon'));
    await page.next();
    expect(await pageOf(address)).toContain('events.csv: events, row 2, date: ');
  });

  it('writes what a fault quotes as text', async () => {
    const text = FIXTURE.replace('2018-03-05', '<img src=x onerror=alert(1)>');
    const html = await pageOf(await preview(folder.write('story.json', text)));
    expect(html).toContain('&lt;img src=x');
    expect(html).not.toContain('<img');
  });

  it('takes the next port if one is in use', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as AddressInfo;
    const address = await preview(folder.write('story.json', FIXTURE), port);
    taken.close();
    expect(Number(new URL(address).port)).toBeGreaterThan(port);
  });

  const statusWith = (address: string, headers: Readonly<Record<string, string>>) =>
    new Promise((done, fail) => {
      ask(address, { headers }, (response) => {
        response.resume();
        done(response.statusCode);
      })
        .on('error', fail)
        .end();
    });

  it('answers to no other name, so that no page of another site can read the story', async () => {
    const address = await preview(folder.write('story.json', FIXTURE));
    const { port } = new URL(address);
    expect(await statusWith(address, { host: `evil.example:${port}` })).toBe(403);
    expect(await statusWith(address, { host: `localhost:${port}` })).toBe(200);
  });

  it('gives a page of another site nothing, though a link there may be followed', async () => {
    const address = await preview(folder.write('story.json', FIXTURE));
    for (const path of ['', 'assets/page.js', 'none.js', 'parley-preview/events']) {
      const { headers, body } = await fetch(`${address}${path}`);
      await body?.cancel();
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('cross-origin-resource-policy')).not.toBe('cross-origin');
    }
    const from = (site: string, dest: string) =>
      statusWith(address, { 'sec-fetch-site': site, 'sec-fetch-dest': dest });
    expect(await from('cross-site', 'empty')).toBe(403);
    expect(await from('cross-site', 'iframe')).toBe(403);
    expect(await from('cross-site', 'document')).toBe(200);
    expect(await from('same-site', 'iframe')).toBe(200);
    expect(await from('same-origin', 'empty')).toBe(200);
  });

  it('gives the part of a file that a player asks for', async () => {
    const address = await preview(folder.write('story.json', FIXTURE));
    const part = async (range: string) => {
      const response = await fetch(`${address}assets/page.js`, { headers: { range } });
      return [response.status, response.headers.get('content-range'), await response.text()];
    };
    expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234']);
    expect(await part('bytes=8-')).toEqual([206, 'bytes 8-9/10', '89']);
    expect(await part('bytes=8-99')).toEqual([206, 'bytes 8-9/10', '89']);
    // What is no range is ignored; a range behind the end is told (RFC 9110, 14.1.2 and 15.5.17).
    expect(await part('bytes=5-2')).toEqual([200, null, '0123456789']);
    expect(await part('lines=1-2')).toEqual([200, null, '0123456789']);
    expect(await part('bytes=10-')).toEqual([416, 'bytes */10', '']);
  });

  it.each<readonly [ending: string, type: string]>([
    ['jpg', 'image/'],
    ['svg', 'image/svg+xml'],
    ['bmp', 'image/bmp'],
    ['tif', 'image/tiff'],
    ['tiff', 'image/tiff'],
    // A name that every object of JavaScript has.
    ['constructor', 'application/octet-stream'],
    ...['mp4', 'm4v', 'webm', 'mov', 'ogv'].map((ending) => [ending, 'video/'] as const),
    ...['mp3', 'm4a', 'aac', 'ogg', 'oga', 'opus', 'wav', 'flac'].map(
      (ending) => [ending, 'audio/'] as const,
    ),
  ])('tells a player what a file is that ends in .%s', (ending, type) => {
    const files = new Map([[`media/a.${ending}`, Buffer.from('a')]]);
    const shown = { build: '1', name: 'story.json', faults: [], files };
    expect(answer(shown, `/media/a.${ending}`).headers['Content-Type']).toMatch(
      new RegExp(`^${type.replace('+', '\\+')}`),
    );
  });
});
