import type { Frame, Page } from '@playwright/test';
import { untilReady } from '../browser/kit/page.ts';
import { EMBED, expect, keepStill, test } from './kit/host.ts';
import { frameLine, keepWords, OFTEN, readyFrame } from './kit/frames.ts';

/** Heights of the declared table, and the smallest, lowest and widest frames there may be. */
const SIZES = [
  [200, 240],
  [320, 240],
  [320, 476],
  [360, 476],
  [480, 448],
  [640, 240],
  [640, 547],
  [768, 550],
  [1200, 720],
  [1280, 240],
] as const;

/** So slowly that no story comes to its end while it is looked at. */
const SLOWLY = 'speed=0.1';

/** What is seen of a frame: its size, whether it scrolls, which of its four main parts are inside, and its map. */
const seenIn = (frame: Frame) =>
  frame.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement;
    const inside = ['.date', '[data-tool="play"]', 'input[type="range"]', '.frame-line a'].filter(
      (selector) => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return box && box.width > 0 && box.top >= 0 && box.bottom <= innerHeight + 0.5;
      },
    );
    const { clientWidth = 0, clientHeight = 0 } = document.querySelector('.world') ?? {};
    return {
      size: [innerWidth, innerHeight],
      scrolls: scrollHeight > innerHeight || scrollWidth > innerWidth,
      inside: inside.length,
      map: clientWidth >= 180 && clientHeight >= 90,
    };
  });

/** The stop of the Tab key that has the focus, once host and frame agree on whose it is: they tell each other late. */
async function stopIn(page: Page, frame: Frame): Promise<string> {
  const [outer, inner] = await Promise.all([
    page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName),
    frame.evaluate(() =>
      document.hasFocus()
        ? [...document.querySelectorAll('*')].indexOf(document.activeElement ?? document.body)
        : undefined,
    ),
  ]);
  if ((outer === 'IFRAME') !== (inner !== undefined)) return 'between';
  return inner === undefined ? `${outer}` : `frame ${inner}`;
}

test('EM-01, EM-08, EM-22, EM-27: a plain frame is one screen at any size, takes no key that is not the map’s, and stops when nobody looks', async ({
  page,
  host,
}) => {
  await page.setViewportSize({ width: 1300, height: 800 });
  await host.open(
    `<a href="#a" id="before">before</a><br>${frameLine('', SLOWLY)}<br><a href="#b" id="after">after</a>`,
  );
  const frame = await readyFrame(page);
  const element = page.locator('iframe');

  await test.step('EM-22: keys that are not the map’s stay the host’s', async () => {
    await frame.evaluate(() => {
      const kept: string[] = [];
      Object.assign(window, { kept });
      addEventListener('keydown', (event) => {
        if (event.defaultPrevented) kept.push(event.key);
      });
    });
    await frame.getByRole('slider').focus();
    for (const keys of [
      'F2',
      'Control+b',
      'Alt+j',
      'Meta+k',
      'Control+ArrowLeft',
      'Control+Home',
      'z',
    ]) {
      await page.keyboard.press(keys);
    }
    expect(await frame.evaluate(() => (window as unknown as { kept: string[] }).kept)).toEqual([]);
  });

  await test.step('EM-22: Tab leaves the frame both ways', async () => {
    const stop = () => stopIn(page, frame);
    const press = async (keys: string): Promise<string> => {
      const from = await stop();
      await page.keyboard.press(keys);
      await expect.poll(stop, OFTEN).not.toMatch(new RegExp(`^(${from}|between|BODY)$`));
      return stop();
    };
    await page.locator('#before').focus();
    await expect.poll(stop, OFTEN).toBe('before');
    let at = '';
    for (let stops = 0; stops < 20 && at !== 'after'; stops += 1) at = await press('Tab');
    expect(at).toBe('after');
    for (let stops = 0; stops < 20 && at !== 'before'; stops += 1) at = await press('Shift+Tab');
    expect(at).toBe('before');
  });

  await test.step('EM-27: it stops when nobody looks at its tab, and does not go on by itself', async () => {
    const button = frame.locator('[data-tool="play"]');
    /** As a browser tells it when the reader goes to another tab, and comes back. */
    const hide = (hidden: boolean) =>
      frame.evaluate((hidden) => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await button.click();
    await expect(button).toHaveAttribute('aria-label', 'Pause');
    await hide(true);
    await expect(button).toHaveAttribute('aria-label', 'Play');
    const moment = await frame.getByRole('slider').inputValue();
    await hide(false);
    await button.focus();
    await expect(button).toHaveAttribute('aria-label', 'Play');
    expect(await frame.getByRole('slider').inputValue()).toBe(moment);
  });

  await test.step('EM-01, EM-08: with map, date, play and slider in it, and never scrolls', async () => {
    // What comes after it would move with it.
    await page.locator('#after').evaluate((link) => link.remove());
    const line = frame.locator('.frame-line button[aria-expanded]');
    for (const [width, height] of SIZES) {
      await element.evaluate(
        (iframe, [wide, high]) => {
          iframe.setAttribute('width', String(wide));
          iframe.setAttribute('height', String(high));
        },
        [width, height],
      );
      const expected = { size: [width, height], scrolls: false, inside: 4, map: true };
      const untilSeen = (message: string) =>
        expect.poll(() => seenIn(frame), { ...OFTEN, message }).toEqual(expected);
      await untilSeen(`${width} × ${height}, closed`);
      if (!(await line.isVisible())) continue;
      await line.click();
      await untilSeen(`${width} × ${height}, read`);
      const sheetOverAll = width < 480 && height < 352;
      if (sheetOverAll) await expect(frame.locator('#reading')).toBeVisible();
      await line.click();
    }
  });
});

test('EM-01: a place that is chosen is told at once, and an event chosen there shows the map again', async ({
  page,
  host,
}) => {
  await host.open(frameLine('width="360"', `t=2018-06-12&${SLOWLY}`));
  const frame = await readyFrame(page);
  const sheet = frame.locator('#reading');
  await expect(sheet).toBeHidden();
  await frame.getByRole('button', { name: /^Singapore/ }).click();
  await expect(sheet).toBeVisible();
  await expect(sheet.locator('#place')).toBeInViewport();
  await sheet.locator('[data-go]').first().focus();
  await page.keyboard.press('Enter');
  await expect(sheet).toBeHidden();
  const line = frame.locator('.frame-line button[aria-expanded]');
  await expect(line).toBeFocused();
  for (const from of [line, sheet.locator('#all-events')]) {
    await line.click();
    await expect(sheet).toBeVisible();
    await from.evaluate((element) => element.closest<HTMLElement>('button, summary')?.focus());
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(line).toBeFocused();
  }
  await line.click();
  await page.keyboard.press('k');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  const button = frame.locator('[data-tool="play"]');
  await expect(button, 'Esc undoes one thing').toHaveAttribute('aria-label', 'Pause');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(button).toHaveAttribute('aria-label', 'Play');
});

test('EM-01: a person who is chosen on the sheet is told there, and the sheet stays as the reader has it', async ({
  page,
  host,
}) => {
  await host.open(frameLine('width="360"', `t=2018-06-12&${SLOWLY}`));
  const frame = await readyFrame(page);
  const sheet = frame.locator('#reading');
  const line = frame.locator('.frame-line button[aria-expanded]');
  await line.click();
  const name = sheet.locator('.card [data-person="donald-trump"]').first();
  await name.focus();
  await page.keyboard.press('Enter');
  await expect(sheet.locator('#place')).toHaveText('Donald Trump');
  await expect(sheet.locator('#place')).toBeInViewport();
  await expect(frame.locator('path[data-journeys]').first()).toBeAttached();
  await sheet.locator('#place-history .head button').focus();
  await page.keyboard.press('Enter');
  await expect(sheet.locator('#place')).toHaveCount(0);
  await expect(sheet).toBeVisible();
  await expect(name).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(sheet, 'Esc undoes one thing').toBeHidden();
  await expect(line).toContainText('Donald Trump');
  await page.keyboard.press('Escape');
  await expect(line).not.toContainText('Donald Trump');

  await frame.getByRole('button', { name: /^Singapore/ }).click();
  await sheet.locator('.card [data-person="kim-jong-un"]').first().click();
  await expect(sheet).toBeVisible();
  await expect(sheet.locator('#place')).toHaveText('Kim Jong Un');
});

test('EM-10, EM-16, EM-17, EM-20: a whole session without storage, cookies, referrer or another origin', async ({
  page,
  host,
}) => {
  await page.addInitScript(() => {
    if (window === window.top) return;
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Denied.', 'SecurityError');
        },
      });
    }
    Object.defineProperty(document, 'cookie', {
      get: () => {
        throw new DOMException('Denied.', 'SecurityError');
      },
    });
  });
  await host.open(
    frameLine('width="800" height="560" referrerpolicy="no-referrer"', 't=2017-11-15'),
  );
  const frame = await readyFrame(page);
  expect(await frame.evaluate(() => document.referrer)).toBe('');
  const slider = frame.getByRole('slider');
  // Between two events, where playing goes on at once; the end is minutes away.
  const begin = await slider.inputValue();
  await frame.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => slider.inputValue(), OFTEN).not.toBe(begin);
  await frame.getByRole('button', { name: 'Pause' }).click();
  await frame.getByRole('button', { name: /^Beijing/ }).click();
  await expect(frame.locator('#place')).toBeVisible();
  await frame.getByText('All events', { exact: true }).last().click();
  await frame.locator('#reading ol > li summary').first().click();
  await slider.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', /^28 February 2019/);
  await expect.poll(() => frame.evaluate(() => location.search), OFTEN).toContain('place=beijing');

  // EM-10: a link within the page is no way to another, in this window or in a new one.
  await frame.getByRole('link', { name: 'Skip the map' }).press('Enter');
  await expect(frame.locator(':focus #all-events')).toBeVisible();
  expect(await frame.evaluate(() => location.hash)).toBe('');
  expect(page.context().pages()).toHaveLength(1);
});

test('EM-23, EM-27: a map that plays by itself leaves focus, typing and scroll where they are', async ({
  page,
  host,
}) => {
  const line = frameLine('', `autoplay=1&${SLOWLY}`).replace(' src=', ' data-src=');
  await host.open(`<div style="height:300px"></div><input aria-label="Name">${line}
    <div style="height:2000px"></div>`);
  await page.evaluate(() => scrollTo(0, 120));
  const field = page.getByLabel('Name');
  await field.focus();
  // Whoever types has begun before the map does: what it takes at its start is taken from him.
  await page.locator('iframe').evaluate((iframe: HTMLIFrameElement) => {
    iframe.src = iframe.dataset['src'] ?? '';
  });
  await page.keyboard.type('Somebody who types while a map beside him comes to life');
  const frame = await readyFrame(page);
  await expect(frame.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.type('.');
  await expect(field).toHaveValue('Somebody who types while a map beside him comes to life.');
  await expect(field).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(120);

  // Out of sight it stops, and stays so.
  await page.evaluate(() => scrollTo(0, 2000));
  await expect(frame.locator('[data-tool="play"]')).toHaveAttribute('aria-label', 'Play');
});

test('EM-24, EM-27, EM-32: a frame is as light as it is told, plays for no reader who wants less motion, and offers full screen where the host allows it', async ({
  page,
  host,
}) => {
  await page.setViewportSize({ width: 800, height: 1000 });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await host.open(
    frameLine('height="300"', 'autoplay=1') +
      frameLine('height="300" allow="fullscreen"', 'theme=dark&autoplay=1&motion=full') +
      frameLine('height="300"', 'theme=auto&t=2018-06-12&lang=ko&autoplay=0&utm_source=other'),
  );
  const [plain, dark, auto] = [
    await readyFrame(page),
    await readyFrame(page, 1),
    await readyFrame(page, 2),
  ];

  await test.step('EM-24: light, whatever the reader’s system; dark and auto where it is told so', async () => {
    const paper = (frame: Frame) =>
      frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const papers = () => Promise.all([plain, dark, auto].map(paper));
    const [light, black] = ['rgb(255, 255, 255)', 'rgb(18, 18, 18)'];
    await expect.poll(papers, OFTEN).toEqual([light, black, black]);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(papers, OFTEN).toEqual([light, black, light]);
  });

  await test.step('RS-33: nothing is fetched that few addresses ask for', () => {
    expect(host.asked().filter((path) => /embed-clip/.test(path))).toEqual([]);
  });

  await test.step('EM-27: nothing starts by itself, whatever motion the article allows', async () => {
    for (const frame of [plain, dark]) {
      await expect(frame.locator('.frame-line button').first()).toBeAttached();
      // Whoever watches for being seen is told in turn, and the page's own watch began before this one.
      await frame.evaluate(
        () =>
          new Promise<void>((seen) => {
            new IntersectionObserver(() => seen()).observe(document.body);
          }),
      );
      await expect(frame.getByRole('button', { name: 'Play' })).toBeVisible();
      await expect(frame.getByRole('slider')).toHaveValue('0');
    }
  });

  await test.step('EM-32: full screen is offered where the host allows it, and nothing else is asked for', async () => {
    const full = { name: 'Full screen' };
    await expect(plain.getByRole('button', full)).toHaveCount(0);
    await expect(dark.getByRole('button', full)).toBeVisible();
    const features = await dark.evaluate(() => {
      const { featurePolicy } = document as unknown as {
        featurePolicy: { allowsFeature(name: string): boolean };
      };
      const asked = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'midi', 'fullscreen'];
      return asked.filter((name) => featurePolicy.allowsFeature(name));
    });
    expect(features).toEqual(['fullscreen']);
  });
});

test('EM-27: with `loop` it begins again where it has ended; without, it stays there', async ({
  page,
  host,
}) => {
  const end = 't=2019-02-20&speed=16';
  await host.open(frameLine('height="300"', end) + frameLine('height="300"', `${end}&loop=1`));
  const [once, again] = [await readyFrame(page), await readyFrame(page, 1)];
  const playIn = async (frame: Frame) => {
    const button = frame.locator('[data-tool="play"]');
    const words = await keepWords(frame);
    await button.click();
    return { button, said: async () => (await words()).join('\n') };
  };
  const [ended, looping] = [await playIn(once), await playIn(again)];
  await expect(ended.button).toHaveAttribute('aria-label', 'Replay');
  expect(await ended.said()).toMatch(/^28 February 2019.*Event 71[^\n]*$/m);
  await expect.poll(looping.said, OFTEN).toMatch(/^20 February 2019[^]*^19 September 2017/m);
  await expect(looping.button).toHaveAttribute('aria-label', 'Pause');
  expect(await ended.said()).not.toMatch(/2017/);
});

test('EM-28: on paper the frame’s page is the whole story: title, map, list, and no button', async ({
  page,
}) => {
  await keepStill(page);
  await page.goto(`${EMBED}/embed.html`);
  await untilReady(page);
  const titles = await page.locator('#reading ol h3').allTextContents();
  expect(titles.length).toBeGreaterThan(50);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.frame-line')).toBeHidden();
  await expect(page.getByRole('slider')).toBeHidden();
  await expect(page.locator('.still').first()).toBeVisible();
  const shown = await page
    .locator('#reading ol h3')
    .evaluateAll(
      (all) =>
        all.filter(
          (one) =>
            one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible',
        ).length,
    );
  expect(shown).toBe(titles.length);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(3000);
});
