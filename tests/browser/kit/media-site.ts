import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { headersOf, parseHeaders } from '../../../src/site/headers.ts';
import { drawHarbour, recordSilence, TOWER } from '../../fixtures/pictures.ts';
import { FILE } from '../../fixtures/two-meetings.ts';
import { expect, test as base } from './page.ts';

export { expect };

/** Where the site is served; and another site, which its story names. */
export const SITE = 'http://media.test';
export const OTHER = 'https://archive.example';

/** The media of one event of the story. */
const MEDIA = [
  {
    image: 'pictures/harbour.png',
    alt: 'A ship with one sail in the harbour of the island',
    caption: 'The guest arrives *by ship*. See the [log](https://log.example/1).',
    credit: 'Drawn by a program',
  },
  { image: 'pictures/tower.svg', alt: 'A tower with two windows', caption: 'Where they met.' },
  { image: `${OTHER}/table.jpg`, alt: 'A table with two chairs' },
  { video: `${OTHER}/watch?v=1`, alt: 'The arrival' },
  {
    video: 'walk.mp4',
    alt: 'They walk through the garden',
    caption: 'A walk.',
    poster: 'pictures/gate.png',
    captions: { en: 'walk.vtt', ko: 'ko/walk.vtt' },
  },
  { audio: 'speech.wav', alt: 'The host speaks' },
];

const STORY = {
  ...FILE,
  summary: 'They meet **twice**, and [write](https://letters.example/) in between.',
  events: FILE.events.map((event) =>
    event.id === 'talks'
      ? {
          ...event,
          text: 'Talks *without* notes.\n\nSee [them](https://a.example/).',
          media: MEDIA,
        }
      : event,
  ),
  places: {
    ...FILE.places,
    features: FILE.places.features.map((place) =>
      place.id === 'hotel'
        ? {
            ...place,
            properties: {
              ...place.properties,
              media: [{ image: 'pictures/tower.svg', alt: 'The tower of the hotel' }],
            },
          }
        : place,
    ),
  },
};

/** A WebVTT file with one line. */
const captionsOf = (line: string): string => `WEBVTT\n\n00:00.000 --> 00:01.000\n${line}\n`;

/** Writes the story and its files into a folder, and builds it as a newsroom does. */
async function buildSite(folder: string): Promise<string> {
  mkdirSync(join(folder, 'story/pictures'), { recursive: true });
  const story = join(folder, 'story/story.json');
  writeFileSync(story, JSON.stringify(STORY));
  writeFileSync(join(folder, 'story/pictures/harbour.png'), drawHarbour(900, 600));
  writeFileSync(join(folder, 'story/pictures/tower.svg'), TOWER);
  writeFileSync(join(folder, 'story/walk.mp4'), 'not played in any test');
  writeFileSync(join(folder, 'story/speech.wav'), recordSilence());
  writeFileSync(join(folder, 'story/pictures/gate.png'), drawHarbour(640, 360));
  mkdirSync(join(folder, 'story/ko'));
  writeFileSync(join(folder, 'story/walk.vtt'), captionsOf('Host: This way.'));
  writeFileSync(join(folder, 'story/ko/walk.vtt'), captionsOf('주인: 이쪽입니다.'));
  const site = join(folder, 'site');
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const build = ['dist/cli/parley-map.js', 'build', story, '--out', site];
  await promisify(execFile)(process.execPath, build, { cwd: root });
  return site;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wav': 'audio/wav',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt',
};

/** Playwright's test on a site whose story has media, with its own headers. Nothing else answers. */
export const test = base.extend<{ served: readonly string[] }, { site: string }>({
  site: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'parley-media-'));
      await use(await buildSite(folder));
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  allowedOrigins: [SITE],
  served: [
    async ({ context, site }, use) => {
      const rules = parseHeaders(readFileSync(join(site, '_headers'), 'utf8'));
      const asked: string[] = [];
      await context.route('**/*', async (route) => {
        const { origin, pathname } = new URL(route.request().url());
        asked.push(`${origin === SITE ? '' : origin}${pathname}`);
        if (origin !== SITE) return route.abort();
        try {
          const body = readFileSync(join(site, pathname));
          const contentType = TYPES[extname(pathname)] ?? 'application/octet-stream';
          const headers = Object.fromEntries(headersOf(rules, pathname));
          await route.fulfill({ body, contentType, headers });
        } catch {
          await route.fulfill({ status: 404 });
        }
      });
      await use(asked);
    },
    { auto: true },
  ],
});
