import type { Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { headersOf, parseHeaders } from '../../geo/build/headers.ts';
import { heightAt } from '../../src/embed/protocol.ts';
import { expect, test } from '../browser/page.ts';
import { keepStill } from './frames.ts';

/** Where the folder is told that it will be published, and the site whose editor pastes that address. */
const MAPS = 'https://news.example';
const ADDRESS = `${MAPS}/korea/`;
const PAPER = 'https://paper.example';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the pages as README tells an owner to, but for names that are left long, which takes half the time. */
function buildInto(folder: string): Promise<number | null> {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const to = ['--outDir', folder, '--emptyOutDir', '--minify', 'false', '--logLevel', 'error'];
  const child = spawn(process.execPath, [vite, 'build', ...to], {
    ...{ cwd: ROOT, stdio: 'inherit' },
    env: { ...process.env, PARLEY_URL: ADDRESS },
  });
  return new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
}

/** Publishes a built folder at the address, with the headers that are in it. */
async function publish(page: Page, folder: string): Promise<void> {
  const rules = parseHeaders(await readFile(join(folder, '_headers'), 'utf8'));
  await page.route(`${ADDRESS}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice('/korea/'.length);
    const headers = Object.fromEntries(headersOf(rules, `/${name}`));
    return route.fulfill({ path: join(folder, name || 'index.html'), headers });
  });
  await page.route(`${PAPER}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: '<!doctype html><title>An article</title><link rel="icon" href="data:,"><main></main>',
    }),
  );
  await keepStill(page);
}

/** What a page's head says, by the name or the property of each tag; and where it says to ask. */
const headOf = (page: Page) =>
  page.evaluate(() => ({
    said: Object.fromEntries(
      [...document.querySelectorAll<HTMLMetaElement>('head meta[content]')].map(
        (meta) => [meta.name || (meta.getAttribute('property') ?? ''), meta.content] as const,
      ),
    ),
    asked: [...document.querySelectorAll<HTMLLinkElement>('head link[type$="+oembed"]')].map(
      ({ rel, type, href, title }) => ({ rel, type, href, title }),
    ),
  }));

/** The elements of an XML, by name. Null where it is none. */
const elementsOf = (page: Page, xml: string) =>
  page.evaluate((text) => {
    const { documentElement } = new DOMParser().parseFromString(text, 'text/xml');
    if (documentElement.tagName !== 'oembed') return null;
    return [...documentElement.children].map(({ tagName, textContent }) => [tagName, textContent]);
  }, xml);

test.use({ allowedOrigins: [MAPS, PAPER] });

test('EM-29: built for an address, every page says where to ask, both answers are the same plain frame, and it shows the map', async ({
  page,
}) => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), 'parley-published-'));
  try {
    expect(await buildInto(folder)).toBe(0);
    await publish(page, folder);
    const fileAt = (address: string) => readFile(join(folder, address.slice(ADDRESS.length)));
    const textAt = async (address: string) => (await fileAt(address)).toString();

    const found: Awaited<ReturnType<typeof headOf>>[] = [];
    for (const name of ['', 'embed.html']) {
      await page.goto(`${ADDRESS}${name}`);
      found.push(await headOf(page));
    }
    const [whole, framed] = found;
    const title = 'The Korean thaw, 2017–2019';
    const asked = ['json', 'xml'].map((form) => ({
      ...{ rel: 'alternate', type: `${form === 'xml' ? 'text' : 'application'}/${form}+oembed` },
      ...{ href: `${ADDRESS}oembed.${form}`, title },
    }));
    expect(whole?.asked).toEqual(asked);
    expect(framed?.asked).toEqual(asked);

    const json = await textAt(`${ADDRESS}oembed.json`);
    const answer = JSON.parse(json) as Record<string, string | number>;
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', title, provider_url: ADDRESS });
    expect(answer).toMatchObject({ width: 640, height: heightAt(640) });

    await test.step('social networks are told the same', async () => {
      for (const { said } of found) {
        expect(said).toMatchObject({
          ...{ 'og:type': 'article', 'og:title': title, 'og:url': ADDRESS },
          ...{ 'og:image': answer['thumbnail_url'], 'twitter:card': 'player' },
          ...{ 'twitter:player': `${ADDRESS}embed.html`, 'twitter:player:width': '640' },
          'twitter:player:height': String(answer['height']),
        });
      }
    });

    await page.goto(`${PAPER}/article`);
    const xml = await elementsOf(page, await textAt(`${ADDRESS}oembed.xml`));
    expect(xml).toEqual(Object.entries(answer).map(([name, value]) => [name, String(value)]));

    await test.step('what is to be pasted is one frame and no script, and there is a map in it', async () => {
      const pasted = await page.evaluate((html) => {
        const main = document.querySelector('main');
        if (main) main.innerHTML = String(html);
        return [...(main?.querySelectorAll('*') ?? [])].map(({ tagName }) => tagName);
      }, answer['html']);
      expect(pasted).toEqual(['IFRAME']);
      const frame = page.locator('iframe');
      await expect(frame).toHaveAttribute('src', `${ADDRESS}embed.html`);
      await expect(frame).toHaveAttribute('title', `Map: ${title}`);
      const inside = frame.contentFrame();
      await expect(inside.locator('html')).toHaveAttribute('data-parley', 'ready');
      await expect(inside.getByRole('slider')).toBeVisible();
      expect(await frame.boundingBox()).toMatchObject({ width: 640, height: answer['height'] });
    });

    await test.step('and the picture is there, as large as it says', async () => {
      const size = await page.evaluate(async (src) => {
        const picture = new Image();
        picture.src = String(src);
        await picture.decode();
        return [picture.naturalWidth, picture.naturalHeight];
      }, answer['thumbnail_url']);
      expect(size).toEqual([answer['thumbnail_width'], answer['thumbnail_height']]);
    });
  } finally {
    // Nothing is asked of the folder any more when it goes.
    await page.goto('about:blank');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await rm(folder, { recursive: true, force: true });
  }
});
