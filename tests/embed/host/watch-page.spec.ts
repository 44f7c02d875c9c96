import type { Page } from '@playwright/test';
import { playFrame } from '../kit/double.ts';
import { OFTEN } from '../kit/frames.ts';
import { EMBED, expect, SCRIPT, test } from '../kit/host.ts';

// The page makes room only when a map comes.
test.use({ tolerated: ['shifts'] });

const ARTICLE = `<script async src="${EMBED}/parley-article.js"></script>`;
/** Every text is as high as the window, so one of them is on the middle line. */
const HEAD = `<style>body{margin:0}section{height:100vh}</style>`;

const form = (attributes = '') =>
  `<div class="parley-map" data-src="${EMBED}/" data-date="2018-02-09" ${attributes}><p>The map</p></div>`;
const ELEMENT = `<parley-map src="${EMBED}/" date="2018-02-09"></parley-map>`;
const texts = (...dates: string[]) =>
  `<div data-parley-scroll>${dates.map((date) => `<section data-parley-date="${date}">${date}</section>`).join('')}</div>`;

const datesIn = (page: Page) =>
  page
    .locator('parley-map')
    .evaluateAll((maps) => maps.map((map) => map.getAttribute('date')).join());

const expectDates = (page: Page, dates: string) =>
  expect.poll(() => datesIn(page), OFTEN).toBe(dates);

const append = (page: Page, html: string) =>
  page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', text), html);

/** Two frames of the screen: by then every observer of the page has reported. */
const untilObserved = (page: Page) =>
  page.evaluate(async () => {
    for (let count = 0; count < 3; count += 1) await new Promise(requestAnimationFrame);
  });

test.beforeEach(({ page }) => playFrame(page));

for (const [name, map] of [
  ['form', form()],
  ['element', ELEMENT],
] as const) {
  test(`A text steers, and a map is steered, that comes long after the article’s script: ${name}`, async ({
    page,
    host,
  }) => {
    await host.open(`<main></main>${SCRIPT}${ARTICLE}`, { head: HEAD });

    await test.step('the text before its map', async () => {
      await append(page, texts('2018-06-12'));
      await untilObserved(page);
      await append(page, map);
      await expectDates(page, '2018-06-12');
    });

    await test.step('another map in place of the first', async () => {
      await page.evaluate(() =>
        document.querySelector('body > :is(parley-map,.parley-map)')?.remove(),
      );
      await append(page, map);
      await expectDates(page, '2018-06-12');
    });

    await test.step('a new body, as Turbo and htmx put it', async () => {
      await page.evaluate(
        (html) => {
          const body = document.createElement('body');
          body.innerHTML = html;
          document.body = body;
        },
        map + texts('2018-09-19', '2019-02-28'),
      );
      await page.locator('section').first().scrollIntoViewIfNeeded();
      await page.evaluate(() => document.querySelector('section')?.scrollIntoView());
      await expectDates(page, '2018-09-19');
      await page.evaluate(() => document.querySelectorAll('section')[1]?.scrollIntoView());
      await expectDates(page, '2019-02-28');
    });

    await test.step('a new root element', async () => {
      await page.evaluate(
        (html) => {
          const root = document.createElement('html');
          root.innerHTML = `<head><style>section{height:100vh}</style></head><body>${html}</body>`;
          document.documentElement.replaceWith(root);
          scrollTo(0, 0);
        },
        texts('2018-04-27') + map,
      );
      await expectDates(page, '2018-04-27');
    });

    await test.step('texts in a fragment, deep inside', async () => {
      await page.evaluate((html) => {
        document.querySelector('[data-parley-scroll]')?.remove();
        const article = document.createElement('article');
        article.innerHTML = `<div><div>${html}</div></div>`;
        const fragment = document.createDocumentFragment();
        fragment.append('Text', article);
        document.body.prepend(fragment);
      }, texts('2017-11-29'));
      await expectDates(page, '2017-11-29');
    });
  });
}

test('What is gone from the page steers no more; what comes back does', async ({ page, host }) => {
  await host.open(
    `<div id="texts" data-parley-scroll><section data-parley-date="2018-06-12"></section></div>${form()}${SCRIPT}${ARTICLE}`,
    { head: HEAD },
  );
  await expectDates(page, '2018-06-12');
  const write = (date: string) =>
    page.locator('parley-map').evaluate((map, value) => map.setAttribute('date', value), date);

  await test.step('a text that has been taken away', async () => {
    await page.evaluate(() => {
      const text = document.querySelector('section');
      text?.remove();
      Object.assign(window.hostRecord, { text });
    });
    await write('2018-01-01');
    await append(page, '<p>Another change</p>');
    await untilObserved(page);
    expect(await datesIn(page)).toBe('2018-01-01');
    await page.evaluate(() =>
      document.querySelector('#texts')?.append(Reflect.get(window.hostRecord, 'text') as Node),
    );
    await expectDates(page, '2018-06-12');
  });

  await test.step('a text whose box no longer steers, and does again', async () => {
    await page.evaluate(() =>
      document.querySelector('#texts')?.removeAttribute('data-parley-scroll'),
    );
    await write('2018-01-01');
    await append(page, '<p>Another change</p>');
    await untilObserved(page);
    expect(await datesIn(page)).toBe('2018-01-01');
    await page.evaluate(() =>
      document.querySelector('#texts')?.setAttribute('data-parley-scroll', ''),
    );
    await expectDates(page, '2018-06-12');
  });

  await test.step('a text that is given another date, as Vue and Alpine do', async () => {
    await page.evaluate(() =>
      document.querySelector('section')?.setAttribute('data-parley-date', '2018-09-19'),
    );
    await expectDates(page, '2018-09-19');
  });

  await test.step('a form that is none any more shows its content; then it is one again', async () => {
    const div = page.locator('#texts + div');
    await div.evaluate((element) => element.setAttribute('class', 'other'));
    await expect(page.locator('iframe')).toHaveCount(0);
    await expect(page.getByText('The map')).toBeVisible();
    await div.evaluate((element) => element.setAttribute('class', 'wide parley-map'));
    await expect(page.locator('iframe')).toHaveCount(1);
  });
});

test('A text that is there when its map comes does not replace the state that the map was given', async ({
  page,
  host,
}) => {
  await host.open(`<main></main>${SCRIPT}${ARTICLE}`, { head: HEAD });
  await append(
    page,
    `${texts('2018-06-12', '2018-09-19')}<parley-map src="${EMBED}/" state="t=2018-04-27"></parley-map>`,
  );
  await untilObserved(page);
  expect(await datesIn(page)).toBe('');
  await page.evaluate(() => document.querySelectorAll('section')[1]?.scrollIntoView());
  await expectDates(page, '2018-09-19');
});

test('A map in the shadow root of a component of the page is the component’s own, whatever changes on its element', async ({
  page,
  host,
}) => {
  await host.open(`<news-card></news-card><div class="card"></div>${SCRIPT}${ARTICLE}${form()}`);
  await page.evaluate((html) => {
    for (const element of document.querySelectorAll('news-card, .card'))
      element.attachShadow({ mode: 'open' }).innerHTML = html;
  }, ELEMENT);
  const maps = page.locator('parley-map[src]');
  await expect(maps).toHaveCount(3);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('news-card, .card')) {
      element.setAttribute('class', 'wide');
      element.setAttribute('title', 'A card');
      element.setAttribute('data-date', '2018-06-12');
    }
  });
  await untilObserved(page);
  await expect(maps).toHaveCount(3);
  await expect(page.locator('parley-map[title]')).toHaveCount(0);
  expect(await datesIn(page)).toBe('2018-02-09,2018-02-09,2018-02-09');
});
