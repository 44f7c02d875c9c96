import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../../src/site/build-site.ts';
import { storyPlugin } from '../../../src/site/vite/story-plugin.ts';

const shipped = readFileSync(
  new URL('../../../geo/stories/korea-thaw.json', import.meta.url),
  'utf8',
);
/** A page as Vite's server gives it, without a style sheet. */
const PAGE =
  '<html lang="en"><head><title></title></head><body><main id="parley"></main></body></html>';

let file: string;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-dev-'));
  file = join(folder, 'korea-thaw.json');
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Hooks {
  readonly transformIndexHtml: {
    handler(html: string, context: object): Promise<string>;
  };
}

/** What a server in development makes of the page of a story, and what it prints. */
async function serve(story: string) {
  writeFileSync(file, story);
  const printed: string[] = [];
  const server = {
    ssrLoadModule: () => Promise.resolve({ buildSite }),
    config: { logger: { warn: (line: string) => printed.push(line) } },
  };
  const { transformIndexHtml } = storyPlugin(file) as unknown as Hooks;
  const html = await transformIndexHtml.handler(PAGE, { path: '/index.html', server });
  return { html, printed };
}

test('in development a page has its story, as the builder of sites writes it', async () => {
  const { html, printed } = await serve(shipped);
  expect(html.includes('<main id="parley" data-language="en"><')).toBe(true);
  expect(html.includes('"en":"./assets/story-korea-thaw-en-')).toBe(true);
  expect(printed).toEqual([]);
});

test('in development warnings are printed, and faults are shown with file, line and column', async () => {
  const unused = '"sources": [{ "id": "npr", "publisher": "NPR", "title": "Another" },';
  const { printed } = await serve(shipped.replace('"sources": [', unused));
  expect(printed).toEqual([
    expect.stringMatching(/^korea-thaw\.json:\d+:\d+ warning: sources\[0\]\.id: "npr" is not used/),
  ]);
  await expect(serve(shipped.replace('"at": "capella"', '"at": "capela"'))).rejects.toThrow(
    /^korea-thaw\.json:\d+:\d+ events\[\d+\]\.at: .*capella/,
  );
});
