import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { dateOf, drawingOf, openStory, OTHER_SITE, readDate, test } from './page.ts';

/** The element with this accessible name. */
const named = (name: string): string => `[aria-label="${name}"]`;

const SLIDER = named('Date');

test('The page opens: it answers, and shows its title, its first date and its places', async ({
  page,
}) => {
  await openStory(page);
  expect(await page.run(() => document.title)).toBe('The Korean thaw, 2017–2019');
  expect(await page.run(() => document.querySelector('h1')?.innerText)).toBe(
    'The Korean thaw, 2017–2019',
  );
  expect(await dateOf(page)).toBe('19 September 2017');
  const shown = await page.run(() =>
    [...document.querySelectorAll<HTMLElement>('[data-ground] button[data-place]')]
      .filter((place) => place.checkVisibility())
      .map(({ dataset }) => dataset['place']),
  );
  expect(shown).toEqual(expect.arrayContaining(['singapore', 'pyongyang', 'beijing', 'new-york']));
});

test('The slider changes the date and what the map draws, by key and by pointer', async ({
  page,
}) => {
  await openStory(page, '?t=2018-06-11');
  const tables = () =>
    page.run(
      () => document.querySelectorAll('[data-mark="singapore"] [data-figure="table"]').length,
    );
  expect([await dateOf(page), await tables()]).toEqual(['11 June 2018', 0]);
  await page.run((slider) => document.querySelector<HTMLElement>(slider)?.focus(), SLIDER);
  await page.press('ArrowRight');
  await expect.poll(() => dateOf(page)).toBe('12 June 2018');
  await expect.poll(tables).toBe(1);

  const { x, y, width, height } = await page.run(
    (slider) => document.querySelector(slider)?.getBoundingClientRect().toJSON() as DOMRect,
    SLIDER,
  );
  await page.move(x + width / 4, y + height / 2);
  await page.down();
  await expect.poll(tables).toBe(0);
  const [date, drawing] = [await dateOf(page), await drawingOf(page)];
  expect(date).toMatch(/ 201[78]$/);
  await page.move(x + (width * 3) / 4, y + height / 2);
  await expect.poll(() => dateOf(page), { message: 'the button is still down' }).not.toBe(date);
  await expect.poll(() => drawingOf(page)).not.toBe(drawing);
  await page.up();
});

test('Play moves the date, Pause stops it', async ({ page }) => {
  await openStory(page);
  await page.click(named('Play'));
  await expect.poll(() => dateOf(page)).not.toBe('19 September 2017');
  await page.click(named('Pause'));
  const paused = (button: string) => document.querySelector(button) !== null;
  await expect.poll(() => page.run(paused, named('Play'))).toBe(true);
  const date = await dateOf(page);
  // While the story plays, the date moves on within so many frames.
  await page.run(async () => {
    for (let frame = 0; frame < 60; frame++) await new Promise(requestAnimationFrame);
  });
  expect(await dateOf(page)).toBe(date);
});

test('A place that is clicked is selected, and its history is shown', async ({ page }) => {
  await openStory(page);
  await page.click('button[aria-label^="Singapore, 2 events"]');
  const selected = () =>
    page.run(
      () => document.querySelector('[data-place="singapore"][aria-pressed="true"]') !== null,
    );
  await expect.poll(selected).toBe(true);
  const history = () =>
    page.run(() => {
      const titleOf = (section: Element) =>
        document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.innerText;
      const section = [...document.querySelectorAll('section')].find(
        (each) => titleOf(each) === 'Singapore',
      );
      const dates = [...(section?.querySelectorAll<HTMLElement>('ol .when') ?? [])];
      return dates.map((when) => when.innerText);
    });
  await expect
    .poll(history)
    .toEqual([expect.stringMatching(/^12 June 2018/), expect.stringMatching(/^12 June 2018/)]);
});

test('An item of the list opens where it stands and goes to its event', async ({ page }) => {
  await openStory(page);
  const open = () =>
    page.run(() => document.querySelector('#event-singapore details')?.hasAttribute('open'));
  expect(await open()).toBe(false);
  await page.click('#event-singapore summary');
  await expect.poll(open).toBe(true);
  const said = () => page.run((slider) => document.querySelector(slider)?.ariaValueText, SLIDER);
  await expect.poll(said).toMatch(/^12 June 2018\. Trump and Kim meet in Singapore\./);
  expect(await dateOf(page)).toBe('12 June 2018');
});

test('On a page of another site the element shows the map, says that it is ready, and seeks', async ({
  page,
}) => {
  await page.open(await serve(HOST_PAGE));
  const ready = () =>
    page.run(() => document.querySelector('parley-map')?.getAttribute('data-heard'));
  await expect.poll(ready).toBe('ready');
  const sought = await page.run(() =>
    (
      document.querySelector('parley-map') as HTMLElement & {
        seek(to: string): Promise<{ date: string }>;
      }
    ).seek('2018-06-12'),
  );
  expect(sought.date).toBe('2018-06-12');
  expect(await page.runInFrameOf('parley-map', readDate)).toBe('12 June 2018');
  const hasRoom = () => [innerWidth > 600, innerHeight > 400];
  expect(await page.runInFrameOf('parley-map', hasRoom)).toEqual([true, true]);
});

const HOST_PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>An article</title><link rel="icon" href="data:,"></head>
<body>
<script>addEventListener('ready', ({ target }) => (target.dataset.heard = 'ready'), true)</script>
<parley-map src="${OTHER_SITE}/"><a href="${OTHER_SITE}/index.html">Open the map</a></parley-map>
<script async src="${OTHER_SITE}/parley-map.js"></script>
</body>
</html>`;

/** Serves one page from an origin of its own, as long as the test lasts. */
async function serve(html: string): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
