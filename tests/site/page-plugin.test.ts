import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pagePlugin } from '../../src/site/page-plugin.ts';

const shipped = readFileSync(new URL('../../geo/stories/korea-thaw.json', import.meta.url), 'utf8');
const PAGE = '<html lang="en"><head></head><body><main id="parley"></main></body></html>';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Handler = (html: string, context: object) => Promise<string | { readonly html: string }>;

/** What a server in development makes of the page of a story, by a render that is `load`ed. */
async function serve(story: string, load: () => Promise<object>): Promise<string> {
  const file = join(folder, 'story.json');
  writeFileSync(file, story);
  const { transformIndexHtml } = pagePlugin({ story: file, entry: '', config: () => ({}) });
  const { handler } = transformIndexHtml as unknown as { readonly handler: Handler };
  const page = await handler(PAGE, { path: '/index.html', server: { ssrLoadModule: load } });
  return typeof page === 'string' ? page : page.html;
}

test('a page says which language it is in, and which way that runs; so does its main part, whatever a translator makes of the page', async () => {
  const korean = shipped.replace('"language": "en"', '"language": "ko"');
  const body = '<h1>한반도 해빙</h1>';
  const renderPage = async () =>
    Promise.resolve({
      ...{ head: '', body, spoken: 'ko', language: 'ko-KR', direction: 'rtl' },
      ...{ unready: '준비되지 않음', momentNotShown: '' },
    });
  const html = await serve(korean, async () => Promise.resolve({ renderPage }));
  expect(html).toContain('<html lang="ko-KR" dir="rtl">');
  expect(html).toContain(`<main id="parley" data-language="ko">${body}</main>`);
  expect(html).toContain('<p class="unready" lang="ko-KR" dir="rtl">준비되지 않음');
});

test('the render of a faulty story is not asked for: nobody would catch its fall', async () => {
  const faulty = shipped.replace('"zone": "Asia/Seoul"', '"zone": "Asia/Nowhere"');
  const load = () => Promise.reject(new Error('The server stops.'));
  expect(await serve(faulty, load)).toBe(PAGE);
});
