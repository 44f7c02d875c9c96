import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { dateOf, drawingOf, named, openStory, OTHER_SITE, test } from './page.ts';

const SLIDER = named('Date');

test('The page opens: it answers, and shows its title, its first date and its places', async ({
  page,
}) => {
  await openStory(page);
  expect(await page.title()).toBe('The Korean thaw, 2017–2019');
  expect(await page.$eval('h1', (title) => title.innerText)).toBe('The Korean thaw, 2017–2019');
  expect(await dateOf(page)).toBe('19 September 2017');
  const shown = await page.$$eval('[data-ground] button[data-place]', (places) =>
    places.filter((place) => place.checkVisibility()).map(({ dataset }) => dataset['place']),
  );
  expect(shown).toEqual(expect.arrayContaining(['singapore', 'pyongyang', 'beijing', 'new-york']));
});

test('The slider changes the date and what the map draws, by key and by pointer', async ({
  page,
}) => {
  await openStory(page, '?t=2018-06-11');
  const tables = () =>
    page.$$eval('[data-mark="singapore"] [data-figure="table"]', ({ length }) => length);
  expect([await dateOf(page), await tables()]).toEqual(['11 June 2018', 0]);
  await page.focus(SLIDER);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => dateOf(page)).toBe('12 June 2018');
  await expect.poll(tables).toBe(1);

  const { x, y, width, height } = await page.$eval(SLIDER, (slider) =>
    slider.getBoundingClientRect().toJSON(),
  );
  await page.mouse.move(x + width / 4, y + height / 2);
  await page.mouse.down();
  await expect.poll(tables).toBe(0);
  const [date, drawing] = [await dateOf(page), await drawingOf(page)];
  expect(date).toMatch(/ 201[78]$/);
  await page.mouse.move(x + (width * 3) / 4, y + height / 2, { steps: 5 });
  await expect.poll(() => dateOf(page), { message: 'the button is still down' }).not.toBe(date);
  await expect.poll(() => drawingOf(page)).not.toBe(drawing);
  await page.mouse.up();
});

test('Play moves the date, Pause stops it', async ({ page }) => {
  await openStory(page);
  await page.locator(named('Play')).click();
  await expect.poll(() => dateOf(page)).not.toBe('19 September 2017');
  await page.locator(named('Pause')).click();
  await page.waitForSelector(named('Play'));
  const date = await dateOf(page);
  // While the story plays, the date moves on within so many frames.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 60; frame++) await new Promise(requestAnimationFrame);
  });
  expect(await dateOf(page)).toBe(date);
});

test('A place that is clicked is selected, and its history is shown', async ({ page }) => {
  await openStory(page);
  await page.locator('button[aria-label^="Singapore, 2 events"]').click();
  await page.waitForSelector('[data-place="singapore"][aria-pressed="true"]');
  const history = () =>
    page.$$eval('section', (sections) => {
      const titleOf = (section: Element) =>
        document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.innerText;
      const section = sections.find((each) => titleOf(each) === 'Singapore');
      return [...(section?.querySelectorAll('ol .when') ?? [])].map((when) => when.textContent);
    });
  await expect
    .poll(history)
    .toEqual([expect.stringMatching(/^12 June 2018/), expect.stringMatching(/^12 June 2018/)]);
});

test('An item of the list opens where it stands and goes to its event', async ({ page }) => {
  await openStory(page);
  const open = () => page.$eval('#event-singapore details', (item) => item.hasAttribute('open'));
  expect(await open()).toBe(false);
  await page.locator('#event-singapore summary').click();
  await expect.poll(open).toBe(true);
  const said = () => page.$eval(SLIDER, (slider) => slider.ariaValueText);
  await expect.poll(said).toMatch(/^12 June 2018\. Trump and Kim meet in Singapore\./);
  expect(await dateOf(page)).toBe('12 June 2018');
});

test('On a page of another site the element shows the map, says that it is ready, and seeks', async ({
  page,
}) => {
  await page.goto(await serve(HOST_PAGE));
  const ready = () => page.$eval('parley-map', (map) => map.getAttribute('data-heard'));
  await expect.poll(ready).toBe('ready');
  const sought = await page.$eval('parley-map', (map) =>
    (map as HTMLElement & { seek(to: string): Promise<{ date: string }> }).seek('2018-06-12'),
  );
  expect(sought.date).toBe('2018-06-12');
  const frame = page.frames().find((each) => each.url().startsWith(OTHER_SITE));
  if (!frame) throw new Error('The element has no frame.');
  expect(await dateOf(frame)).toBe('12 June 2018');
  expect(await frame.evaluate(() => [innerWidth > 600, innerHeight > 400])).toEqual([true, true]);
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
