import { readFileSync } from 'node:fs';
import { EMBED, expect, mapLine, ROOM, SCRIPT, test } from './kit/host.ts';

const PARIS = readFileSync(new URL('../fixtures/paris.json', import.meta.url), 'utf8');

test.use({ allowed: [/Failed to load resource| warning: /] });

test('The element shows the story that its attribute names, and the other one when that changes; without a story the frame says why, its reader can try again, and the page is told', async ({
  page,
  host,
}) => {
  await page.route(/\/desk\/paris\.json/, (route) =>
    route.fulfill({ status: 200, contentType: 'application/json', body: PARIS }),
  );
  let isLost = true;
  await page.route(/\/desk\/lost\.json/, (route) =>
    isLost
      ? route.fulfill({ status: 404, body: '' })
      : route.fulfill({ status: 200, contentType: 'application/json', body: PARIS }),
  );
  await host.open(mapLine('story="desk/paris.json" loading="eager" lang="en" state="t=1999"'), {
    head: SCRIPT + ROOM,
  });
  const map = page.locator('parley-map');
  const titleOf = () =>
    map.evaluate((element) => element.shadowRoot?.querySelector('iframe')?.title);
  await expect.poll(titleOf).toBe('The road to Paris');
  await map.evaluate((element) => element.removeAttribute('story'));
  await expect.poll(titleOf).toBe('The Korean thaw, 2017–2019');
  const failed = map.evaluate(
    (element) =>
      new Promise((resolve) =>
        element.addEventListener('error', (event) => {
          const { code, message } = (event as CustomEvent<{ code: string; message: string }>)
            .detail;
          resolve({ code, message });
        }),
      ),
  );
  await map.evaluate((element) => Object.assign(element, { story: 'desk/lost.json' }));
  expect(await failed).toEqual({
    code: 'story',
    message: expect.stringContaining('the server answered 404') as unknown,
  });
  const again = page.frameLocator('parley-map iframe').getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  expect(await titleOf()).toContain('the server answered 404');
  isLost = false;
  await again.click();
  await expect.poll(titleOf).toBe('The road to Paris');
  await map.evaluate((element) => element.removeAttribute('story'));
  await expect.poll(titleOf).toBe('The Korean thaw, 2017–2019');
  await map.evaluate((element) => Object.assign(element, { story: 'desk/paris.json' }));
  await expect.poll(titleOf).toBe('The road to Paris');
  expect(
    await map.evaluate((element) => element.shadowRoot?.querySelector('iframe')?.src),
  ).toContain(`${EMBED}/embed.html?`);
});
