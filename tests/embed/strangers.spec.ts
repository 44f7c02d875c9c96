import type { Page } from '@playwright/test';
import { OFTEN } from './kit/frames.ts';
import { EMBED, expect, HOST, mapLine, SCRIPT, test } from './kit/host.ts';

const ELSEWHERE = 'http://stranger.test';

/** Says the right words with the right secret. */
const HELLO = `<!doctype html><html lang="en"><title>Stranger</title><script>
  const id = location.hash.slice('#parley='.length);
  parent.postMessage({ parley: 1, type: 'hello', id, versions: [1] }, '*');
</script></html>`;

/** Goes to another origin by itself, and takes the secret along. */
const LEAVING = `<!doctype html><html lang="en"><title>Leaving</title><script>
  location.replace('${ELSEWHERE}/' + location.hash);
</script></html>`;

const answer = (page: Page, address: string, body: string, headers: Record<string, string> = {}) =>
  page.route(address, (route) =>
    route.fulfill({ body, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } }),
  );

/** Maps that keep what goes wrong with them; the page keeps who has said hello, and from where. */
const LISTENING = `<script>
  addEventListener('message', ({ origin, data }) => hostRecord.heard.push(origin + ' ' + data.type));
  for (const map of document.querySelectorAll('parley-map'))
    map.addEventListener('error', ({ detail }) => hostRecord.heard.push(map.lang + ' ' + detail.code));
</script>`;

test.use({ allowedOrigins: [EMBED, ELSEWHERE] });

test('EM-05, P1: a frame that has gone to another origin with the secret, and one from the right address that has no origin, say hello in vain, and are as nobody after eight seconds', async ({
  page,
  host,
}) => {
  await answer(page, `${EMBED}/embed.html*lang=en*`, LEAVING);
  await answer(page, `${ELSEWHERE}/*`, HELLO);
  await answer(page, `${EMBED}/embed.html*lang=ko*`, HELLO, {
    'content-security-policy': 'sandbox allow-scripts',
  });
  await page.clock.install();
  const maps = mapLine('lang="en" loading="eager"') + mapLine('lang="ko" loading="eager"');
  await host.open(`${maps}${LISTENING}${SCRIPT}`);
  const heard = () => page.evaluate(() => window.hostRecord.heard.toSorted());
  const hellos = [`${ELSEWHERE} hello`, 'null hello'];
  await expect.poll(heard, OFTEN).toEqual(hellos);
  await page.clock.fastForward(8100);
  expect(await heard()).toEqual(['en unreachable', ...hellos, 'ko unreachable'].sort());
  await expect(page.locator('iframe')).toHaveCount(0);
  for (const index of [0, 1])
    await expect(page.getByRole('link', { name: 'Open the map' }).nth(index)).toBeVisible();
});

test('P1: a map’s frame is never without an origin: from elsewhere it keeps it in its sandbox, from the page’s own it has no sandbox', async ({
  page,
  host,
}) => {
  await answer(page, `${HOST}/embed.html*`, '<!doctype html><title>A frame</title>');
  await answer(page, `${EMBED}/embed.html*`, '<!doctype html><title>A frame</title>');
  const sandbox = async (from: string) => {
    await host.open(
      `<parley-map src="${from}/"></parley-map><script async src="${from}/parley-map.js"></script>`,
    );
    await expect(page.locator('iframe')).toHaveAttribute('src', new RegExp(`^${from}/`));
    return page.locator('iframe').getAttribute('sandbox');
  };
  expect((await sandbox(EMBED))?.split(' ')).toContain('allow-same-origin');
  expect(await sandbox(HOST)).toBeNull();
});
