import type { Request } from '@playwright/test';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { expect, openStory, SMALL, test, untilLive, untilReady } from '../browser/kit/page.ts';
import { FILE, fileIn } from '../browser/kit/story.ts';
import { assets, budgets, DIST, matching, pages, referencesIn, textOf } from './dist.ts';

test.use({ viewport: SMALL });

test('The app page and the framed page are built', () => {
  expect(pages).toEqual(expect.arrayContaining(['index.html', 'embed.html']));
});

test('Every page refers to its parts by a relative address', () => {
  const references = pages.flatMap((page) => referencesIn(textOf(page)));
  expect(references.length).toBeGreaterThan(0);
  expect(references.filter((to) => !/^(\.\/|data:|#)/.test(to))).toEqual([]);
});

test('Every source is linked by its whole address', () => {
  const addresses = FILE.sources.flatMap(({ url }) => url ?? []);
  const html = textOf('index.html');
  expect(addresses.length).toBeGreaterThan(50);
  expect(
    addresses.filter((url) => !html.includes(` href="${url.replaceAll('&', '&amp;')}"`)),
  ).toEqual([]);
});

const workers = assets.filter((name) => /^maplibre.*worker.*\.js$/.test(name));

test('One MapLibre worker is built, and it stands alone', () => {
  expect(workers).toHaveLength(1);
  expect(textOf(`assets/${workers[0] ?? ''}`)).not.toMatch(
    /\bimport\s*["'`{*]|\bfrom\s*["'`]\.|importScripts/,
  );
});

test('The built folder works from any folder of a server', async ({ page }) => {
  const folder = '/news/2018/korea/';
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.context().route(`**${folder}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(folder.length);
    return route.fulfill({ path: `${DIST}${name}` });
  });
  await page.goto(`${folder}index.html`);
  await untilReady(page);
  await untilLive(page);
  expect(asked.filter((path) => path.startsWith('/') && !path.startsWith(folder))).toEqual([]);
});

for (const { name, path } of budgets) {
  test(`The budget “${name}” counts files by every one of its patterns`, () => {
    const empty = path.filter((glob) => !glob.startsWith('!') && matching([glob]).length === 0);
    expect(empty).toEqual([]);
  });
}

test('The page is given the worker, links all scripts that it needs at the start, the budgets count them, and one file brings the story in the page’s language', async ({
  page,
  baseURL,
}) => {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  await openStory(page);
  await untilLive(page);

  const asked = requests.map((request) => request.url());
  const answers = (await Promise.all(requests.map((request) => request.response()))).filter(
    (answer) => answer !== null,
  );
  const given = answers.filter((answer) => answer.url().endsWith(workers[0] ?? '?'));
  expect([...new Set(given.map((answer) => answer.status()))]).toEqual([200]);

  const files = asked
    .filter((url) => url.startsWith(`${baseURL}/`))
    .map((url) => `dist${new URL(url).pathname}`);
  const first = files.findIndex((file) => file.includes('/maplibre-'));
  expect(first, 'MapLibre is asked for, and not at once').toBeGreaterThan(0);
  const beyond = files.filter((file) => !file.includes('/maplibre-'));
  // What asks for MapLibre, and the live map's ground, come in the same breath.
  const late = /\/(maplibre-map|live-grounds|ground)-/;
  const before = files.slice(0, first).filter((file) => !late.test(file));
  expect(uncounted('page with words and first picture', before)).toEqual([]);
  expect(uncounted('whole page beyond MapLibre', beyond)).toEqual([]);
  const code = before.filter((file) => /\.(js|css)$/.test(file) && !file.includes('/story-'));
  expect(uncounted('code of a usable page', code)).toEqual([]);
  const linked = referencesIn(textOf('index.html')).map((to) => to.replace('./', 'dist/'));
  const needed = before.filter((file) => /\.(js|json)$/.test(file));
  expect(
    asked.filter((url) => url.includes('/story-')),
    'the story is fetched once',
  ).toHaveLength(1);
  expect(needed.filter((file) => !linked.includes(file))).toEqual([]);

  const scripts = answers.filter((answer) => /\.(js|json)$/.test(answer.url()));
  const words = (await Promise.all(scripts.map((script) => script.text()))).join('\n');
  expect(scripts.length).toBeGreaterThan(4);

  const found = (file: typeof FILE) =>
    textsIn(file).filter((text) => words.includes(plainest(text)));
  expect(found(FILE)).toEqual(textsIn(FILE));
  expect([...found(fileIn('ko')), ...found(fileIn('zh-Hans'))]).toEqual([]);
});

test('A page asks for its script and for the story in its own language at once', () => {
  const preloads = referencesIn(textOf('index.html'));
  const stories = preloads.filter((to) => to.includes('/story-'));
  expect(stories).toEqual([expect.stringMatching(/story-korea-thaw-en-[\w-]{8}\.json$/)]);
  expect(preloads.some((to) => /\/page-[\w-]{8}\.js$/.test(to))).toBe(true);
});

test('The page’s script asks to be compiled while it arrives, and its source map leads to the sources all the same', () => {
  const [name = ''] = assets.filter((asset) => /^page-.*\.js$/.test(asset));
  const lines = textOf(`assets/${name}`).split('\n');
  expect(lines[0]).toBe('//# allFunctionsCalledOnLoad');
  const map = new SourceMap(JSON.parse(textOf(`assets/${name}.map`)) as SourceMapPayload);
  const line = lines.findIndex((text) => text.includes('cancelAnimationFrame'));
  const column = lines[line]?.indexOf('cancelAnimationFrame') ?? -1;
  expect(map.findEntry(line, column)).toMatchObject({
    originalSource: expect.stringMatching(/src\/player\/clock\.ts$/),
  });
});

const textsIn = ({ title, summary, events }: typeof FILE): string[] => [
  ...[title, summary],
  ...events.flatMap((event) => [event.title, event.text]),
];

/** The longest part of a text that a script writes as it is. */
const plainest = (text: string): string =>
  text.split(/["'`\\$]/).sort((a, b) => b.length - a.length)[0] ?? text;

/** Files that a budget ought to count and does not. */
function uncounted(name: string, files: readonly string[]): string[] {
  const counted = budgets.find((budget) => budget.name === name)?.files ?? [];
  return files.filter((file) => !counted.includes(file));
}
