import type { Page } from '@playwright/test';
import { EMBED, expect, HOST, mapLine, SCRIPT, test } from './host.ts';

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

/** A map that keeps what goes wrong with it; the page keeps who has said hello, and from where. */
const LISTENING = `<script>
  addEventListener('message', ({ origin, data }) => hostRecord.heard.push(origin + ' ' + data.type));
  document.querySelector('parley-map').addEventListener('error', ({ detail }) => hostRecord.heard.push(detail.code));
</script>`;

test.use({ allowedOrigins: [EMBED, ELSEWHERE] });

for (const { who, origin, meet } of [
  {
    who: 'A frame that has gone to another origin with the secret',
    origin: ELSEWHERE,
    meet: async (page: Page) => {
      await answer(page, `${EMBED}/embed.html*`, LEAVING);
      await answer(page, `${ELSEWHERE}/*`, HELLO);
    },
  },
  {
    who: 'One from the right address that has no origin',
    origin: 'null',
    meet: (page: Page) =>
      answer(page, `${EMBED}/embed.html*`, HELLO, {
        'content-security-policy': 'sandbox allow-scripts',
      }),
  },
]) {
  test(`EM-05, P1: ${who} says hello in vain, and is as nobody after eight seconds`, async ({
    page,
    host,
  }) => {
    await meet(page);
    await page.clock.install();
    await host.open(`${mapLine()}${LISTENING}${SCRIPT}`);
    const heard = () => page.evaluate(() => window.hostRecord.heard);
    await expect.poll(heard).toEqual([`${origin} hello`]);
    await page.clock.fastForward(8100);
    expect(await heard()).toEqual([`${origin} hello`, 'unreachable']);
    await expect(page.locator('iframe')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Open the map' })).toBeVisible();
  });
}

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
