import type { Page } from '@playwright/test';
import { bundlePage } from '../../api/fixture.ts';
import { FILE as TWO_MEETINGS } from '../../fixtures/two-meetings.ts';
import { expect, test, untilReady } from '../kit/page.ts';
import { goToDay, holdMapLibre } from '../kit/story.ts';
import { expectSameWords, translate, WAYS } from './translator.ts';
import { OFTEN } from '../kit/waits.ts';

type Act = (page: Page) => Promise<unknown>;
type Step = readonly [when: string, act: Act];

/** Presses what is found by its attributes: its words may have been translated. */
const press =
  (selector: string): Act =>
  (page) =>
    page
      .locator(selector)
      .first()
      .evaluate((element: HTMLElement) => element.click());

const atDay =
  (day: string): Act =>
  (page) =>
    goToDay(page, day);

/** Does it and waits until the page is at rest: cards and list have followed, and the address after them. */
const resting =
  (...acts: readonly Act[]): Act =>
  async (page) => {
    const before = page.url();
    for (const act of acts) await act(page);
    await expect
      .poll(() => page.url(), { message: 'the address follows', ...OFTEN })
      .not.toBe(before);
  };

const waitFor =
  (selector: string, state: 'attached' | 'detached'): Act =>
  (page) =>
    page.locator(selector).first().waitFor({ state });

const inTurn =
  (...acts: readonly Act[]): Act =>
  async (page) => {
    for (const act of acts) await act(page);
  };

/** Goes the same way through a page that is translated and one that is not. */
async function walk(page: Page, untouched: Page, steps: readonly Step[]): Promise<void> {
  for (const [when, act] of steps) {
    await test.step(when, async () => {
      await Promise.all([act(untouched), act(page)]);
      await expectSameWords(page, untouched, when);
    });
  }
}

/** A page that will be translated, and another like it. */
async function openTwo(page: Page, address: string, ready: Act = untilReady) {
  const untouched = await page.context().newPage();
  const size = page.viewportSize();
  if (size) await untouched.setViewportSize(size);
  for (const each of [untouched, page]) {
    await holdMapLibre(each);
    await each.goto(address);
    await ready(each);
  }
  return untouched;
}

const PLACES: readonly Step[] = [
  ['after a place is selected', resting(press('[data-place="pyongyang"]'))],
  ['after another place is selected', resting(press('[data-place="dmz"]'))],
];

const DIALOGS: readonly Step[] = [
  ['with the help open', press('[data-tool="help"]')],
  ['with the help closed', press('#help > button')],
  ['with the key open', press('[data-tool="legend"]')],
  ['with the key closed', press('[data-tool="legend"]')],
];

const SHARE: readonly Step[] = [
  [
    'with the share dialog open',
    inTurn(press('[data-tool="share"]'), waitFor('#share[open]', 'attached')),
  ],
  ['translated as well', (page) => page.evaluate(() => window.translateNow?.())],
  ['after a line has been copied', press('#share .line button')],
  [
    'with the share dialog closed',
    inTurn(press('#share > header button'), waitFor('#share', 'detached')),
  ],
];

test('A page that has been translated tells what an untouched one tells', async ({ page }) => {
  const untouched = await openTwo(page, '/index.html');
  await translate(page, { way: 'in one step' });
  await walk(page, untouched, [
    ['before anything is done', () => Promise.resolve()],
    ['at another day', resting(atDay('2018-06-12'))],
    ['at the next event', resting(press('[data-tool="next"]'))],
    ...PLACES,
  ]);
  await test.step('in the page’s own language where it has changed', async () => {
    await expect(page.locator('.date')).toHaveText('19 June 2018');
    await expect(page.locator('#place')).toHaveText('DMZ');
    await expect(page.locator('h1')).toContainText('⁅');
  });
  await page.evaluate(() => window.translateNow());
  await walk(page, untouched, [
    ['where promises are kept', resting(atDay('2018-11-20'))],
    ['where nothing happens', resting(atDay('2018-08-01'))],
    ['at the end', resting(atDay('2019-02-28'))],
    ['after an item of the list is opened', resting(press('#event-cma summary'))],
    ['after a link in it is followed', resting(press('#event-cma [data-go]'))],
    ['with the list closed', press('details:has(> summary #all-events) > summary')],
    ['with the list open', press('details:has(> summary #all-events) > summary')],
    ['after the place is closed', resting(press('#place-history button'))],
    ...DIALOGS,
    ...SHARE,
  ]);
});

test('Whichever way its texts are replaced, nothing stays behind, doubled or left over', async ({
  page,
}) => {
  const untouched = await openTwo(page, '/index.html');
  const days = ['2018-06-12', '2018-09-19', '2018-11-20', '2018-04-27'] as const;
  const places = ['pyongyang', 'dmz', 'singapore'] as const;
  for (const [index, way] of WAYS.entries()) {
    const day = days[index % days.length] ?? days[0];
    const place = places[index % places.length] ?? places[0];
    await translate(page, { way });
    await walk(page, untouched, [
      [
        `replaced ${way}, then at ${day} and the event after, with ${place}`,
        resting(atDay(day), press('[data-tool="next"]'), press(`[data-place="${place}"]`)),
      ],
    ]);
  }
});

test.describe('On a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('a page is translated again whenever it has changed', async ({ page }) => {
    const untouched = await openTwo(page, '/index.html');
    await translate(page, { way: 'before it goes', watching: true });
    await walk(page, untouched, [
      ['at another day', resting(atDay('2018-06-12'))],
      ...PLACES,
      ['where promises are kept', resting(atDay('2018-11-20'))],
      ['at the next event', resting(press('[data-tool="next"]'))],
      ...DIALOGS,
      ...SHARE,
      ['after the place is closed', resting(press('#place-history button'))],
    ]);
    await expect(page.locator('.date')).toHaveText('⁅30 November 2018');
  });

  test('the button that leads to a place names the place that is selected', async ({ page }) => {
    const untouched = await openTwo(page, '/index.html');
    await press('[data-place="pyongyang"]')(page);
    await press('[data-place="pyongyang"]')(untouched);
    await translate(page, { way: 'in one step' });
    await walk(page, untouched, [
      ['after another place is selected', resting(press('[data-place="dmz"]'))],
    ]);
    await expect(page.locator('.of-selection b')).toHaveText(/^DMZ$/);
  });
});

test.describe('In a frame', () => {
  test.use({ viewport: { width: 640, height: 476 } });

  test('the last line and the sheet follow', async ({ page }) => {
    const line = '.frame-line button:not(.full)';
    const untouched = await openTwo(
      page,
      '/embed.html',
      inTurn(untilReady, waitFor(`#parley ${line}`, 'attached')),
    );
    await translate(page, { way: 'in one step' });
    await walk(page, untouched, [
      ['at another day', resting(atDay('2018-06-12'))],
      ['after a place is selected', resting(press('[data-place="pyongyang"]'))],
      ['with the sheet closed', press(line)],
      ['after another place is selected', resting(press('[data-place="dmz"]'))],
      ['with the sheet closed again', press(line)],
      ['with the sheet open', press(line)],
      ['after the place is closed', resting(press('#place-history button'))],
      ['with the sheet closed at last', press(line)],
      ...DIALOGS,
      ...SHARE,
      // The key has opened it.
      ['with the sheet closed once more', press(line)],
    ]);
    await expect(untouched.locator(line)).not.toHaveText('Close');
    await test.step('in the very task in which it is translated as well', async () => {
      await untouched.evaluate(() => document.querySelector<HTMLElement>('.skip')?.click());
      await page.evaluate(() => {
        window.translateNow();
        document.querySelector<HTMLElement>('.skip')?.click();
      });
      await expectSameWords(page, untouched, 'after the link to the list');
      await expect(page.locator(line)).toHaveText('Close');
    });
    await test.step('and before Svelte’s own turn comes', async () => {
      const leap = (translated: boolean) => {
        const slider = document.querySelector<HTMLInputElement>('[type="range"]');
        if (slider) slider.value = '7';
        slider?.dispatchEvent(new Event('input', { bubbles: true }));
        if (translated) window.translateNow();
      };
      await untouched.evaluate(leap, false);
      await page.evaluate(leap, true);
      await expectSameWords(page, untouched, 'at a day that was reached meanwhile');
      await expect(page.locator('.date')).toHaveText('26 September 2017');
    });
  });
});

test.describe('Where the translator is faster than the page’s script', () => {
  // Svelte says that what it took over was not as it was written, and makes that anew.
  test.use({ allowed: [/hydration_mismatch/] });

  test('A page that is translated while its scripts are under way comes to life as it was written', async ({
    page,
  }) => {
    let release = (): void => undefined;
    const held = new Promise<void>((done) => (release = done));
    await page.route(/\/assets\/page-[^/]*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    const untouched = await page.context().newPage();
    for (const each of [untouched, page]) {
      await holdMapLibre(each);
      await each.goto('/index.html', { waitUntil: 'commit' });
    }
    // The last that the server has written.
    await expect(page.locator('footer')).toBeVisible();
    await translate(page, { way: 'in one step' });
    release();
    await untilReady(untouched);
    await untilReady(page);
    // Made anew in the browser, the page has nothing for readers without scripts.
    for (const each of [untouched, page]) {
      await each
        .locator('noscript')
        .evaluateAll((all) => all.forEach((element) => element.remove()));
    }
    await walk(page, untouched, [
      ['when it answers', () => Promise.resolve()],
      ['at another day', resting(atDay('2018-06-12'))],
      ...PLACES,
    ]);
  });
});

test('A map that the library shows follows in its shadow root', async ({ page }, info) => {
  const folder = `${info.project.outputDir}/translated-library-${info.workerIndex}`;
  await bundlePage(folder);
  await page.context().route('**/newsroom/**', (route) => {
    const name = new URL(route.request().url()).pathname.replace('/newsroom/', '');
    if (name === 'story.json') return route.fulfill({ json: TWO_MEETINGS });
    return route.fulfill({ path: `${folder}/${name}` });
  });
  const untouched = await openTwo(
    page,
    '/newsroom/index.html',
    waitFor('#second .side h2', 'attached'),
  );
  const inFirst =
    (selector: string): Act =>
    (each) =>
      press(`#first ${selector}`)(each);
  const atStep =
    (step: number, card: string): Act =>
    async (each) => {
      await each.locator('#first').getByRole('slider').fill(String(step));
      await waitFor(`#first [data-event="${card}"]`, 'attached')(each);
    };
  await translate(page, { way: 'in one step' });
  await walk(page, untouched, [
    ['at another day', atStep(9, 'pact')],
    ['at the next event', inFirst('[data-tool="next"]')],
    ['after a place is selected', inFirst('[data-place="island"]')],
    ['after another place is selected', inFirst('[data-place="border"]')],
  ]);
  await page.evaluate(() => window.translateNow());
  await walk(page, untouched, [
    ['where a promise is kept', atStep(19, 'posts-gone')],
    ['with the help open', inFirst('[data-tool="help"]')],
    ['with the help closed', inFirst('#help > button')],
    ['after the place is closed', inFirst('#place-history button')],
  ]);
  await expect(page.locator('#first .date')).toHaveText('20 March 2018');
});
