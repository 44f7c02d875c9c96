import AxeBuilder from '@axe-core/playwright';
import type { Frame, Page } from '@playwright/test';
import { test as plain, untilReady } from '../browser/kit/page.ts';
import { openStill } from '../browser/kit/story.ts';
import { frameLine, keepWords, OFTEN, painted, readyFrame } from './kit/frames.ts';
import { harmfulQuery } from './kit/harm.ts';
import { EMBED, expect, HOST, keepStill, SCRIPT, test } from './kit/host.ts';

/** The faces that things are set in. */
const facesOf = (within: Page | Frame, ...selectors: string[]) =>
  within.evaluate(
    (all) =>
      all.map((selector) => {
        const thing = document.querySelector(selector);
        return thing ? getComputedStyle(thing).fontFamily : '';
      }),
    selectors,
  );

/** Which of the scripts that few addresses need have been asked for; frames may share what one has fetched. */
const rareOf = (paths: readonly string[]) =>
  new Set(paths.flatMap((path) => /\/(clip)-/.exec(path)?.[1] ?? []));

const OWN_ACCENT = { light: 'rgb(163, 49, 28)', dark: 'rgb(240, 144, 122)' };
const GREEN = 'rgb(0, 105, 92)';

/** A part of the story: one day of it. */
const PART = 'start=singapore&end=singapore-statement';

test('EM-12: a frame plays the part that its address names, and shows the rest to who looks for it', async ({
  page,
  host,
}) => {
  await page.setViewportSize({ width: 800, height: 900 });
  await host.open(
    frameLine('height="400"', `${PART}&speed=16&t=2018-04-27`) +
      frameLine('height="400"', `${PART}&speed=8&loop=1`),
  );
  const [once, looping] = [await readyFrame(page), await readyFrame(page, 1)];
  const slider = once.getByRole('slider');
  const says = (words: RegExp) => expect(slider).toHaveAttribute('aria-valuetext', words);

  await test.step('RS-33: dates are fetched for who names some', () => {
    expect(rareOf(host.asked())).toEqual(new Set(['clip']));
  });

  await test.step('a moment in the address comes first; then it is played to the end of the part', async () => {
    await says(/^27 April 2018/);
    await once.getByRole('button', { name: 'Play' }).click();
    await expect(once.getByRole('button', { name: 'Replay' })).toBeVisible();
    await says(/^12 June 2018.*joint statement/);
    await slider.press('End');
    await says(/^28 February 2019/);
    await slider.press('Home');
    await says(/^19 September 2017/);
    await slider.press('End');
    await once.getByRole('button', { name: 'Replay' }).click();
    await says(/^12 June 2018/);
  });

  await test.step('it opens where the part begins, and in a loop it begins again there', async () => {
    const words = await keepWords(looping);
    await looping.getByRole('button', { name: 'Play' }).click();
    const begin = /^12 June 2018.*meet in Singapore/;
    const rounds = async () => {
      const told = await words();
      const begun = told.filter(
        (text, index) => begin.test(text) && !begin.test(told[index - 1] ?? ''),
      );
      return {
        starts: begin.test(told[0] ?? ''),
        again: begun.length > 2,
        ends: told.some((text) => text.includes('joint statement')),
        elsewhere: told.filter((text) => !text.startsWith('12 June 2018')),
      };
    };
    await expect
      .poll(rounds, OFTEN)
      .toEqual({ starts: true, again: true, ends: true, elsewhere: [] });
  });
});

test('EM-24, WCAG 2.2.2: without its bar a frame is map, with the way to all that is to be read; nothing starts by itself, and no key moves what no button shows', async ({
  page,
  host,
}) => {
  await page.setViewportSize({ width: 1100, height: 1000 });
  await host.open(
    frameLine('height="300"', 'controls=1&autoplay=1&speed=0.1') +
      frameLine('width="360" height="480"', 'controls=0&autoplay=1&h=6&event=hanoi&theme=dark'),
  );
  const [whole, bare] = [await readyFrame(page), await readyFrame(page, 1)];
  const element = page.locator('iframe').nth(1);
  const list = bare.locator('.frame-line button[aria-expanded]');

  await test.step('WCAG 2.2.2: nothing starts by itself, and no key moves what no button shows', async () => {
    await expect(whole.locator('[data-tool="play"]')).toHaveAttribute('aria-label', 'Pause');
    const label = bare.locator('[data-tool="play"]');
    const moment = await bare.locator('input[type="range"]').inputValue();
    await expect(label).toHaveAttribute('aria-label', 'Play');
    await list.focus();
    for (const key of ['k', 'ArrowLeft', ',', 'j', 'Home']) await page.keyboard.press(key);
    await expect(label).toHaveAttribute('aria-label', 'Play');
    await expect(bare.locator('input[type="range"]')).toHaveValue(moment);
  });

  await test.step('RS-33: no date is fetched for who names none', () => {
    expect(rareOf(host.asked())).toEqual(new Set());
  });

  await test.step('AX-33: counted from the sixth level, all headings are of that', async () => {
    const levels = await bare.evaluate(() =>
      Array.from(document.querySelectorAll('h1, h2, h3, h4'), (each) => each.ariaLevel),
    );
    expect(levels.length).toBeGreaterThan(50);
    expect(new Set(levels)).toEqual(new Set(['6']));
  });

  for (const [width, height] of [
    [360, 480],
    [800, 500],
    [1000, 300],
  ] as const) {
    await test.step(`EM-24: a frame of ${width} × ${height} is map`, async () => {
      await element.evaluate(
        (iframe, [wide, high]) => {
          iframe.setAttribute('width', String(wide));
          iframe.setAttribute('height', String(high));
        },
        [width, height],
      );
      await expect(bare.getByRole('toolbar', { name: 'Player' })).toBeHidden();
      await expect(bare.getByRole('slider')).toBeHidden();
      const room = () =>
        bare.evaluate(() => {
          const boxOf = (selector: string) =>
            document.querySelector(selector)?.getBoundingClientRect();
          const [map, line, title] = ['.map', '.frame-line', 'header'].map(boxOf);
          const { scrollHeight, scrollWidth } = document.documentElement;
          const above = Math.max(title?.bottom ?? 0, innerWidth >= 768 ? (line?.bottom ?? 0) : 0);
          const below = innerWidth >= 768 && innerHeight >= 352 ? innerHeight : (line?.top ?? 0);
          const share = (map?.width ?? 0) / innerWidth;
          return {
            size: [innerWidth, innerHeight],
            top: Math.abs((map?.top ?? -99) - (innerHeight < 352 ? 0 : above)) <= 1,
            bottom: Math.abs((map?.bottom ?? -99) - below) <= 1,
            // Beside it, where there is room for both, stands what is to be read.
            wide: share > (innerWidth === 800 ? 0.6 : 0.99),
            scrolls: scrollHeight > innerHeight || scrollWidth > innerWidth,
          };
        });
      const expected = { top: true, bottom: true, wide: true, scrolls: false };
      await expect.poll(room, OFTEN).toEqual({ ...expected, size: [width, height] });

      const isSheet = await list.isVisible();
      if (isSheet) await list.click();
      await expect(bare.getByRole('heading', { name: 'Now', exact: true })).toBeVisible();
      await expect(bare.locator('#all-events')).toBeAttached();
      const link = bare.getByRole('link', { name: 'Whole page' });
      await expect(link).toBeVisible();
      await link.focus();
      await expect(link).toHaveAttribute('href', /^index\.html\?.*theme=dark&t=2019-02-27$/);
      await expect(link).not.toHaveAttribute('href', /controls|[?&]h=/);
      if (isSheet) await list.click();
    });
  }
});

test('EM-24: an article steers the map that it has taken the bar from, and its accent is weighed anew when it changes the theme', async ({
  page,
  host,
}) => {
  await host.open(
    `${SCRIPT}<parley-map src="${EMBED}/?controls=0&accent=00695c" loading="eager"><a href="${EMBED}/">Map</a></parley-map>`,
  );
  const frame = await readyFrame(page);
  const map = page.locator('parley-map');
  await expect(frame.getByRole('slider')).toBeHidden();
  const date = await map.evaluate(async (element) => {
    const { seek } = element as unknown as { seek(to: string): Promise<{ date: string }> };
    return (await seek.call(element, 'hanoi')).date;
  });
  expect(date).toBe('2019-02-27');
  await expect(frame.locator('.date')).toHaveText('27 February 2019');

  const accent = () => expect.poll(async () => (await painted(frame, 'accent'))[0], OFTEN);
  await accent().toBe(GREEN);
  await map.evaluate((element) => element.setAttribute('theme', 'dark'));
  await accent().toBe(OWN_ACCENT.dark);
  await map.evaluate((element) => element.setAttribute('theme', 'light'));
  await accent().toBe(GREEN);
});

test('EM-24: a frame has the host’s accent where it can be seen, and is set in one of its own two faces', async ({
  page,
  host,
}) => {
  // Only what is near comes to life: all frames in sight at once.
  await page.setViewportSize({ width: 800, height: 1000 });
  const common = 'theme=auto&event=singapore&list=open';
  await host.open(
    ['', 'accent=%2300695C&font=sans&h=1', 'accent=80cbc4&font=serif&h=7']
      .map((query) => frameLine('height="300"', `${common}&${query}`))
      .join(''),
  );
  const frames = [0, 1, 2].map((index) => readyFrame(page, index));
  const [plainly, dark, bright] = (await Promise.all(frames)) as [Frame, Frame, Frame];

  await test.step('the map keeps the face that its names are measured in', async () => {
    const selectors = ['h1', '.summary', '.map', '[data-place]', '.map button'];
    const [own, sans, serif] = await Promise.all(
      [plainly, dark, bright].map((frame) => facesOf(frame, ...selectors)),
    );
    const [headline, text, map, place, label] = own ?? [];
    expect(headline).toMatch(/^Charter/);
    expect(text).toMatch(/^"Helvetica Neue"/);
    expect(sans).toEqual([text, text, map, place, label]);
    expect(serif).toEqual([headline, headline, map, place, label]);
  });

  await test.step('AX-33: from the first level, or from one that is none, no heading is counted', async () => {
    for (const frame of [dark, bright]) {
      await expect(frame.locator('[aria-level]')).toHaveCount(0);
    }
  });

  await test.step('the accent is weighed anew when the reader’s system changes; his own colours go before it', async () => {
    const accentIn = async (frame: Frame) => (await painted(frame, 'accent'))[0];
    const accents = () => Promise.all([plainly, dark, bright].map(accentIn));
    const { light: own, dark: ownInDark } = OWN_ACCENT;
    await expect.poll(accents, OFTEN).toEqual([own, GREEN, own]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(accents, OFTEN).toEqual([ownInDark, ownInDark, 'rgb(128, 203, 196)']);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await expect.poll(() => accentIn(plainly), OFTEN).not.toMatch(/163, 49, 28|240, 144, 122/);
    await expect.poll(async () => new Set(await accents()).size, OFTEN).toBe(1);
    await page.emulateMedia({ forcedColors: 'none' });
    await expect.poll(accents, OFTEN).toEqual([own, GREEN, own]);
  });
});

test.describe('AX-33: in an outline that goes on from its host’s', () => {
  // Of axe itself.
  test.use({ tolerated: ['globals'] });

  test('the frame’s headings go on from its host’s, also those that come later; a browser says so, and axe finds no fault', async ({
    page,
    host,
  }) => {
    await page.setViewportSize({ width: 800, height: 1000 });
    await host.open(
      `<main><h1>An article</h1><h2>Its map</h2>${frameLine('height="547"', 'h=3&list=open')}</main>`,
    );
    const frame = await readyFrame(page);

    await test.step('that is what a browser tells who listens to it', async () => {
      const browser = await page.context().newCDPSession(frame);
      const { nodes } = await browser.send('Accessibility.getFullAXTree');
      const headings = nodes
        .filter(({ role, ignored }) => role?.value === 'heading' && !ignored)
        .map(({ name, properties }) => [
          name?.value as unknown,
          properties?.find((each) => each.name === 'level')?.value.value as unknown,
        ]);
      expect(headings[0]).toEqual(['The Korean thaw, 2017–2019', 3]);
      expect(headings).toContainEqual(['Now', 4]);
      expect(Math.min(...headings.map(([, level]) => level as number))).toBe(3);
    });

    await test.step('also those that come later', async () => {
      const levelOf = (name: string | RegExp) =>
        expect.poll(
          () => frame.getByRole('heading', { name }).first().getAttribute('aria-level'),
          OFTEN,
        );
      await levelOf('The Korean thaw, 2017–2019').toBe('3');
      await levelOf(/^Now$/).toBe('4');
      // A card, and what a place tells: neither was there when the page opened.
      await frame.getByRole('slider').press('End');
      await expect(frame.locator('#now ~ * h3, .side h3').first()).toHaveText(/Hanoi/);
      await frame
        .getByRole('button', { name: /^DMZ, \d+ event/ })
        .first()
        .click();
      await levelOf(/^DMZ$/).toBe('4');
      const levels = await frame.evaluate(() =>
        Array.from(document.querySelectorAll('h1, h2, h3, h4, h5, h6'), (each) => [
          Number(each.tagName.slice(1)) + 2,
          Number(each.ariaLevel),
        ]),
      );
      expect(new Set(levels.map(([level]) => level))).toEqual(new Set([3, 4, 5, 6]));
      expect(levels.filter(([due, level]) => due !== level)).toEqual([]);
    });

    await test.step('axe finds no fault', async () => {
      const { violations } = await new AxeBuilder({ page })
        // All events have one form, and a few of them show it.
        .exclude(['iframe', 'ol:has(> [id^="event-"]) > li:nth-child(n + 4)'])
        // Article and map are two documents, and each has its main part.
        .options({
          preload: false,
          resultTypes: ['violations'],
          rules: { 'landmark-unique': { enabled: false } },
        })
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    });
  });
});

plain.describe('RS-14, RS-15: an address that means harm', () => {
  plain.use({ allowedOrigins: [HOST, EMBED] });

  // Each value in each parameter: `tests/ui/url/harm.test.ts`.
  plain('changes nothing, asks nobody, and is written nowhere', async ({ page }) => {
    await keepStill(page);
    for (const [first, name] of ['embed.html', 'index.html'].entries()) {
      await page.goto(`/${name}?${harmfulQuery(3 * first)}`);
      await untilReady(page);
      await expect(page.locator('h1')).toHaveText('The Korean thaw, 2017–2019');
      await expect(page.getByRole('slider')).toHaveAttribute(
        'aria-valuetext',
        /^19 September 2017/,
      );
      expect(await painted(page, 'accent')).toEqual([OWN_ACCENT.light]);
      const html = await page.evaluate(() => document.documentElement.outerHTML);
      expect(html.includes('evilmark')).toBe(false);
    }
  });
});

plain(
  'On the page of its own ground, accent, face, headings, part and bar are as in a frame',
  async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));

    await plain.step('ground, accent, face and headings', async () => {
      await openStill(page, 'basemap=none&accent=00695c&font=sans&h=2&theme=light');
      const [sea, land, accent] = await painted(page, 'sea', 'land', 'accent');
      expect([land, accent]).toEqual([sea, GREEN]);
      const [title, text] = await facesOf(page, 'h1', '.summary');
      expect(title).toBe(text);
      await expect(page.locator('h1')).toHaveAttribute('aria-level', '2');
      expect(rareOf(asked), 'RS-33: and no date is fetched').toEqual(new Set());
    });

    await plain.step(
      'a part is played, and its bar can be gone, with the key to the map in its place',
      async () => {
        await openStill(page, 'start=2018-06-12&end=2018-06&controls=0');
        await expect(page.locator('input[type="range"]')).toHaveAttribute(
          'aria-valuetext',
          /^12 June 2018.*Trump and Kim meet in Singapore/,
        );
        await expect(page.getByRole('slider')).toBeHidden();
        await expect(page.getByRole('toolbar', { name: 'Player' })).toBeHidden();
        await expect(page.getByRole('heading', { name: 'Key to the map' })).toBeVisible();
        await expect(page.getByRole('heading', { name: 'All events' })).toBeVisible();
        // On paper the map has its date.
        await page.emulateMedia({ media: 'print' });
        await expect(page.locator('.date')).toBeVisible();
        await page.emulateMedia({ media: 'screen' });
      },
    );

    await plain.step('where the part cannot be fetched, the page opens without it', async () => {
      await page.route(/\/clip-/, (route) =>
        route.fulfill({ status: 200, body: '', contentType: 'text/javascript' }),
      );
      await openStill(page, 'start=2018-06-12&h=3');
      await expect(page.getByRole('slider')).toHaveAttribute(
        'aria-valuetext',
        /^19 September 2017/,
      );
      await expect(page.locator('h1')).toHaveAttribute('aria-level', '3');
    });
  },
);
