import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildScript } from '../../../src/site/vite/script-plugin.ts';
import { playFrame } from '../kit/double.ts';
import { OFTEN } from '../kit/frames.ts';
import { EMBED, expect, HOST, mapLine, test } from '../kit/host.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Addresses that optimisers give to a copy of the script. */
const COPIES = {
  'a file of the host page': () => `${HOST}/wp-content/cache/min.js`,
  'an address with the script in it': (source: string) =>
    `data:text/javascript;base64,${Buffer.from(source).toString('base64')}`,
};

/** Opens a host page with a copy of the script, and maps at some addresses. */
async function openCopy(
  page: Page,
  open: (body: string) => Promise<void>,
  source: string,
  address: string,
  maps: string,
): Promise<void> {
  await playFrame(page);
  await page.route(`${HOST}/wp-content/**`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: source }),
  );
  await open(
    `${maps}<script>
      for (const map of document.querySelectorAll('parley-map'))
        map.addEventListener('error', ({ detail }) => hostRecord.heard.push(detail.code, detail.message));
    </script><script src="${address}"></script>`,
  );
}

const heardIn = (page: Page) => page.evaluate(() => window.hostRecord.heard);

for (const [name, addressOf] of Object.entries(COPIES)) {
  test(`A copy of the script that does not know its deployment names both origins and the remedy: ${name}`, async ({
    page,
    host,
  }) => {
    const source = readFileSync(at('dist/parley-map.js'), 'utf8');
    const address = addressOf(source);
    await openCopy(page, host.open, source, address, mapLine('loading="eager"'));
    await expect.poll(() => heardIn(page).then(({ length }) => length), OFTEN).toBe(2);
    const [code, message] = await heardIn(page);
    expect(code).toBe('src');
    expect(message).toContain(EMBED);
    expect(message).toContain(new URL(address).origin);
    expect(message).toMatch(/parley-map\.js.*PARLEY_URL/);
    const rejected = await page
      .locator('parley-map')
      .evaluate((map) =>
        (map as unknown as { play(): Promise<unknown> })
          .play()
          .catch((error: Error) => error.message),
      );
    expect(rejected).toBe(message);
    await expect(page.getByRole('link', { name: 'Open the map' })).toBeVisible();
  });

  test(`A copy of a script that was built for its deployment shows the maps of that and no other: ${name}`, async ({
    page,
    host,
  }) => {
    const source = await buildScript(at('src/parley-map.ts'), EMBED);
    const stranger = '<parley-map src="https://elsewhere.example/" loading="eager"></parley-map>';
    const maps = mapLine('loading="eager"') + stranger;
    await openCopy(page, host.open, source, addressOf(source), maps);
    await expect(page.locator('iframe')).toHaveCount(1);
    await expect(page.locator('iframe')).toBeVisible();
    await expect
      .poll(() => heardIn(page), OFTEN)
      .toEqual(['src', expect.stringContaining('https://elsewhere.example')]);
  });
}

test('A map without an address, or with one that is none, says so', async ({ page, host }) => {
  const source = readFileSync(at('dist/parley-map.js'), 'utf8');
  const maps =
    '<parley-map loading="eager"></parley-map><parley-map src="ftp://a.example/" loading="eager"></parley-map>';
  await openCopy(page, host.open, source, `${EMBED}/parley-map.js`, maps);
  const message = 'src is missing, or is no http address.';
  await expect.poll(() => heardIn(page), OFTEN).toEqual(['src', message, 'src', message]);
});
