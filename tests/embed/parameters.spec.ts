import AxeBuilder from '@axe-core/playwright';
import type { Frame, Page } from '@playwright/test';
import { openStory, test as plain, untilReady } from '../browser/page.ts';
import { openStill } from '../browser/story.ts';
import { frameLine, keepStill, mapIn, readyFrame, untilLiveIn } from './frames.ts';
import { EMBED, expect, HOST, SCRIPT, test } from './host.ts';

/** What the theme's tokens stand for in a page or a frame now, as a browser paints it. */
const painted = (within: Page | Frame, ...names: string[]) =>
  within.evaluate((tokens) => {
    const probe = document.body.appendChild(document.createElement('i'));
    const colours = tokens.map((token) => {
      probe.style.color = `var(--${token})`;
      return getComputedStyle(probe).color;
    });
    probe.remove();
    return colours;
  }, names);

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

const OWN_ACCENT = { light: 'rgb(163, 49, 28)', dark: 'rgb(240, 144, 122)' };
/** Only what is near comes to life: all frames of a page in sight at once. */
const TALL = { width: 1000, height: 2400 };

const GREEN = 'rgb(0, 105, 92)';

test('RS-33: what few addresses ask for is fetched for those, and dates for those that name some', async ({
  page,
  host,
}) => {
  await keepStill(page);
  const few = () => host.asked().flatMap((path) => /embed-(wishes|clip)/.exec(path)?.[1] ?? []);
  await host.open(frameLine('', 't=2018-06-12&theme=dark&lang=ko&autoplay=0&story=other'));
  await readyFrame(page);
  expect(few()).toEqual([]);
  await host.open(frameLine('', 'controls=0'));
  await readyFrame(page);
  expect(few()).toEqual(['wishes']);
  await host.open(frameLine('', 'start=2018-06-12'));
  await readyFrame(page);
  expect(few()).toEqual(['wishes', 'wishes', 'clip']);
});

test('EM-12: a frame plays the part that its address names, and shows the rest to who looks for it', async ({
  page,
  host,
}) => {
  await keepStill(page);
  await host.open(frameLine('', 'start=singapore&end=singapore-statement&speed=16'));
  const frame = await readyFrame(page);
  const slider = frame.getByRole('slider');
  const says = (words: RegExp) => expect(slider).toHaveAttribute('aria-valuetext', words);
  await says(/^12 June 2018.*Trump and Kim meet in Singapore/);
  await frame.getByRole('button', { name: 'Play' }).click();
  await expect(frame.getByRole('button', { name: 'Replay' })).toBeVisible();
  await says(/^12 June 2018.*joint statement/);
  await slider.press('End');
  await says(/^28 February 2019/);
  await slider.press('Home');
  await says(/^19 September 2017/);
  await slider.press('End');
  await frame.getByRole('button', { name: 'Replay' }).click();
  await says(/^12 June 2018/);
});

test('EM-12: in a loop the part begins again where it began; and a moment in the address comes first', async ({
  page,
  host,
}) => {
  await keepStill(page);
  const part = 'start=singapore&end=singapore-statement&speed=16';
  await host.open(
    frameLine('height="300"', `${part}&loop=1&autoplay=1`) +
      frameLine('height="300"', `${part}&t=2018-04-27`),
  );
  const [looping, placed] = [await readyFrame(page), await readyFrame(page, 1)];
  await expect(placed.getByRole('slider')).toHaveAttribute('aria-valuetext', /^27 April 2018/);
  const said = looping.getByRole('slider');
  for (const round of [1, 2]) {
    await expect(said, String(round)).toHaveAttribute('aria-valuetext', /joint statement/);
    await expect(said, String(round)).toHaveAttribute('aria-valuetext', /meet in Singapore/);
  }
});

for (const [width, height] of [
  [360, 480],
  [800, 500],
  [1000, 300],
] as const) {
  test(`EM-24: without its bar a frame of ${width} × ${height} is map, with the way to all that is to be read`, async ({
    page,
    host,
  }) => {
    await keepStill(page);
    await page.setViewportSize({ width: 1100, height: 700 });
    const size = `width="${width}" height="${height}"`;
    await host.open(frameLine(size, 'controls=0&h=3&event=hanoi&theme=dark'));
    const frame = await readyFrame(page);
    await expect(frame.getByRole('toolbar', { name: 'Player' })).toBeHidden();
    await expect(frame.getByRole('slider')).toBeHidden();
    const room = await frame.evaluate(() => {
      const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      const [map, line, title] = ['.map', '.frame-line', 'header'].map(boxOf);
      const { scrollHeight, scrollWidth } = document.documentElement;
      const above = Math.max(title?.bottom ?? 0, innerWidth >= 768 ? (line?.bottom ?? 0) : 0);
      const below = innerWidth >= 768 && innerHeight >= 352 ? innerHeight : (line?.top ?? 0);
      return {
        top: Math.abs((map?.top ?? -99) - (innerHeight < 352 ? 0 : above)) <= 1,
        bottom: Math.abs((map?.bottom ?? -99) - below) <= 1,
        share: (map?.width ?? 0) / innerWidth,
        scrolls: scrollHeight > innerHeight || scrollWidth > innerWidth,
      };
    });
    expect(room).toMatchObject({ top: true, bottom: true, scrolls: false });
    // Beside it, where there is room for both, stands what is to be read.
    expect(room.share).toBeGreaterThan(width === 800 ? 0.6 : 0.99);

    const list = frame.locator('.frame-line button[aria-expanded]');
    if (await list.isVisible()) await list.click();
    await expect(frame.getByRole('heading', { name: 'Now', exact: true })).toBeVisible();
    await expect(frame.locator('#all-events')).toBeAttached();
    const whole = frame.getByRole('link', { name: 'Whole page' });
    await expect(whole).toBeVisible();
    await whole.focus();
    await expect(whole).toHaveAttribute('href', 'index.html?theme=dark&t=2019-02-27');
  });
}

test('WCAG 2.2.2: without the bar nothing starts by itself, and no key moves what no button shows', async ({
  page,
  host,
}) => {
  await keepStill(page);
  await host.open(
    frameLine('height="300"', 'controls=0&autoplay=1') +
      frameLine('height="300"', 'controls=1&autoplay=1'),
  );
  const [bare, whole] = [await readyFrame(page), await readyFrame(page, 1)];
  await expect(whole.locator('[data-tool="play"]')).toHaveAttribute('aria-label', 'Pause');
  const label = bare.locator('[data-tool="play"]');
  await expect(label).toHaveAttribute('aria-label', 'Play');
  await bare.locator('.frame-line button[aria-expanded]').focus();
  for (const key of ['k', 'ArrowRight', '.', 'l', 'End']) await page.keyboard.press(key);
  await expect(label).toHaveAttribute('aria-label', 'Play');
  await expect(bare.locator('input[type="range"]')).toHaveValue('0');
});

test('EM-24: an article steers the map that it has taken the bar from', async ({ page, host }) => {
  await keepStill(page);
  await host.open(
    `${SCRIPT}<parley-map src="${EMBED}/?controls=0" loading="eager"><a href="${EMBED}/">Map</a></parley-map>`,
  );
  const frame = await readyFrame(page);
  await expect(frame.getByRole('slider')).toBeHidden();
  const date = await page.locator('parley-map').evaluate(async (map) => {
    const { seek } = map as unknown as { seek(to: string): Promise<{ date: string }> };
    return (await seek.call(map, 'hanoi')).date;
  });
  expect(date).toBe('2019-02-27');
  await expect(frame.locator('.date')).toHaveText('27 February 2019');
});

test('EM-24: without its ground the map is one colour under the story, still and live', async ({
  page,
  host,
}) => {
  test.slow();
  await host.open(frameLine('', 'basemap=none&theme=dark&event=singapore'));
  const frame = await readyFrame(page);
  const [sea = '', ...rest] = await painted(frame, 'sea', 'land', 'coast', 'border');
  expect(rest).toEqual([sea, sea, sea]);
  expect(sea).toBe('rgb(26, 32, 39)');
  await untilLiveIn(frame);
  const colours = await frame.evaluate(() => {
    interface Layer {
      readonly paint: Readonly<Record<string, string>>;
    }
    const live = document.querySelector('.live');
    const map = live && (Reflect.get(live, Symbol.for('parley.map')) as unknown);
    const { layers } = (map as { getStyle(): { layers: readonly Layer[] } }).getStyle();
    return layers.map(({ paint }) =>
      Object.entries(paint)
        .find(([name]) => name.endsWith('-color'))
        ?.join(' '),
    );
  });
  expect(colours.length).toBeGreaterThan(10);
  for (const colour of colours)
    expect(colour).toMatch(new RegExp(`-color ${sea.replace(/[()]/g, '.')}$`));
  // The story is there, in its own colours.
  await expect(mapIn(frame).getByRole('button', { name: /^Singapore/ })).toBeVisible();
  await expect(frame.locator('.bow, .bows path').first()).toBeVisible();
});

test('EM-24: the accent is the host’s where it can be seen, and the theme’s own where it cannot', async ({
  page,
  host,
}) => {
  await keepStill(page);
  await page.setViewportSize(TALL);
  const asked = {
    'accent=00695c': GREEN,
    'accent=%2300695C': GREEN,
    'accent=00695c&theme=dark': OWN_ACCENT.dark,
    'accent=80cbc4&theme=dark': 'rgb(128, 203, 196)',
    'accent=80cbc4': OWN_ACCENT.light,
    'accent=777777': OWN_ACCENT.light,
    'accent=red;}*{display:none': OWN_ACCENT.light,
  };
  await host.open(
    Object.keys(asked)
      .map((query) => frameLine('height="240"', query))
      .join(''),
  );
  for (const [index, [query, colour]] of Object.entries(asked).entries()) {
    expect(await painted(await readyFrame(page, index), 'accent'), query).toEqual([colour]);
  }
});

test('EM-24: the accent is weighed anew when the host changes the theme', async ({
  page,
  host,
}) => {
  await keepStill(page);
  await host.open(
    `${SCRIPT}<parley-map src="${EMBED}/?accent=00695c" loading="eager"><a href="${EMBED}/">Map</a></parley-map>`,
  );
  const frame = await readyFrame(page);
  const accent = () => expect.poll(async () => (await painted(frame, 'accent'))[0]);
  await accent().toBe(GREEN);
  const map = page.locator('parley-map');
  await map.evaluate((element) => element.setAttribute('theme', 'dark'));
  await accent().toBe(OWN_ACCENT.dark);
  await map.evaluate((element) => element.setAttribute('theme', 'light'));
  await accent().toBe(GREEN);
});

test('EM-24: the accent is weighed anew when the reader’s system changes; his own colours go before it', async ({
  page,
  host,
}) => {
  await keepStill(page);
  await host.open(
    frameLine('height="300"', 'accent=00695c&theme=auto') + frameLine('height="300"', 'theme=auto'),
  );
  const [asked, plainly] = [await readyFrame(page), await readyFrame(page, 1)];
  const accentIn = async (frame: Frame) => (await painted(frame, 'accent'))[0];
  expect(await accentIn(asked)).toBe(GREEN);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => accentIn(asked)).toBe(OWN_ACCENT.dark);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await expect.poll(() => accentIn(plainly)).not.toMatch(/163, 49, 28|240, 144, 122/);
  await expect.poll(async () => (await accentIn(asked)) === (await accentIn(plainly))).toBe(true);
  await page.emulateMedia({ forcedColors: 'none' });
  await expect.poll(() => accentIn(asked)).toBe(GREEN);
});

test('EM-24: a frame is set in one of its own two faces; the map keeps the one that its names are measured in', async ({
  page,
  host,
}) => {
  await keepStill(page);
  await page.setViewportSize(TALL);
  const queries = ['', 'font=sans', 'font=serif', 'font=Comic+Sans', 'font=url(x)'];
  await host.open(
    queries
      .map((query) => frameLine('height="300"', `event=singapore&list=open&${query}`))
      .join(''),
  );
  const faces = await Promise.all(
    queries.map(async (_query, index) =>
      facesOf(
        await readyFrame(page, index),
        'h1',
        '.summary',
        '.map',
        '[data-place]',
        '.map button',
      ),
    ),
  );
  const [own = [], sans = [], serif = [], ...unknown] = faces;
  const [headline, text, map, place, label] = own;
  expect(headline).toMatch(/^Charter/);
  expect(text).toMatch(/^"Helvetica Neue"/);
  expect(sans).toEqual([text, text, map, place, label]);
  expect(serif).toEqual([headline, headline, map, place, label]);
  for (const other of unknown) expect(other).toEqual(own);
});

test('AX-33: the frame’s headings go on from its host’s, also those that come later', async ({
  page,
  host,
}) => {
  test.slow();
  await keepStill(page);
  await page.setViewportSize(TALL);
  await host.open(
    `<main><h1>An article</h1><h2>Its map</h2>${frameLine('height="547"', 'h=3&list=open')}
     ${frameLine('height="300"', 'h=1')}${frameLine('height="300"', 'h=7')}</main>`,
  );
  const frame = await readyFrame(page);
  const levelOf = (name: string | RegExp) =>
    expect.poll(() => frame.getByRole('heading', { name }).first().getAttribute('aria-level'));
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
  for (const index of [1, 2]) {
    const other = await readyFrame(page, index);
    await expect(other.locator('[aria-level]')).toHaveCount(0);
  }
});

test.describe('AX-33: in an outline that goes on from its host’s', () => {
  // Of axe itself.
  test.use({ tolerated: ['globals'] });

  test('axe finds no fault', async ({ page, host }) => {
    test.slow();
    await keepStill(page);
    await host.open(
      `<main><h1>An article</h1><h2>Its map</h2>${frameLine('height="547"', 'h=3&list=open&event=singapore')}</main>`,
    );
    await readyFrame(page);
    const { violations } = await new AxeBuilder({ page })
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

plain('AX-33: that is what a browser tells who listens to it', async ({ page }) => {
  await keepStill(page);
  await page.goto('/embed.html?h=3');
  await untilReady(page);
  const browser = await page.context().newCDPSession(page);
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

test('AX-33: counted from the sixth level, all headings are of that', async ({ page, host }) => {
  await keepStill(page);
  await host.open(frameLine('', 'h=6'));
  const frame = await readyFrame(page);
  const levels = await frame.evaluate(() =>
    Array.from(document.querySelectorAll('h1, h2, h3, h4'), (each) => each.ariaLevel),
  );
  expect(levels.length).toBeGreaterThan(50);
  expect(new Set(levels)).toEqual(new Set(['6']));
});

/** Every parameter with the same value, which none of them knows. */
const everywhere = (value: string): string =>
  [
    ...['start', 'end', 'controls', 'basemap', 'accent', 'font', 'h', 'story', 't', 'event'],
    ...['place', 'speed', 'theme', 'motion', 'keyboard', 'lang', 'autoplay', 'loop', 'list'],
  ]
    .map((name) => `${name}=${value}`)
    .join('&');

plain.describe('RS-14, RS-15: an address that means harm', () => {
  plain.use({ allowedOrigins: [HOST, EMBED] });

  for (const [harm, value] of Object.entries({
    'a story elsewhere': 'https://evil.example/evilmark.json',
    'a script': '%3Cscript%3Ealert(%22evilmark%22)%3C/script%3E',
    'an attribute': '%22%20onload=%22evilmark',
    'a style': 'red;}*{background:url(https://evil.example/evilmark)}',
    'an address of script': 'javascript:evilmark',
    'what cannot be decoded': '%E0%A4%Aevilmark%',
    'what has no end': `evilmark${'9'.repeat(400)}`,
    'a prototype': '__proto__',
  })) {
    plain(`${harm} changes nothing, asks nobody, and is written nowhere`, async ({ page }) => {
      await keepStill(page);
      for (const name of ['embed.html', 'index.html']) {
        await page.goto(`/${name}?${everywhere(value)}`);
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
  }
});

plain.describe('On the page of its own', () => {
  plain('nothing of this is fetched that the address does not ask for', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await openStill(page, 't=2018-06-12&theme=dark');
    expect(asked.filter((path) => path.includes('/embed-'))).toEqual([]);
    await openStill(page, 'h=2');
    expect(asked.filter((path) => path.includes('/embed-wishes'))).toHaveLength(1);
  });

  plain(
    'a part is played, and its bar can be gone, with the key to the map in its place',
    async ({ page }) => {
      await openStill(page, 'start=2018-06-12&end=2018-06');
      await expect(page.getByRole('slider')).toHaveAttribute(
        'aria-valuetext',
        /^12 June 2018.*Trump and Kim meet in Singapore/,
      );
      await openStill(page, 'controls=0');
      await expect(page.getByRole('slider')).toBeHidden();
      await expect(page.getByRole('toolbar', { name: 'Player' })).toBeHidden();
      await expect(page.getByRole('heading', { name: 'Key to the map' })).toBeVisible();
      await expect(page.getByRole('heading', { name: 'All events' })).toBeVisible();
      // On paper the map has its date.
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.date')).toBeVisible();
    },
  );

  plain('ground, accent, face and headings are as in a frame', async ({ page }) => {
    await openStory(page, 'basemap=none&accent=00695c&font=sans&h=2&theme=light');
    const [sea, land, accent] = await painted(page, 'sea', 'land', 'accent');
    expect([land, accent]).toEqual([sea, GREEN]);
    const [title, text] = await facesOf(page, 'h1', '.summary');
    expect(title).toBe(text);
    await expect(page.locator('h1')).toHaveAttribute('aria-level', '2');
  });

  plain('where what it asks for cannot be fetched, the page opens without', async ({ page }) => {
    await page.route(/embed-wishes/, (route) =>
      route.fulfill({ status: 200, body: '', contentType: 'text/javascript' }),
    );
    await openStill(page, 'start=2018-06-12&h=3');
    await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', /^19 September 2017/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});
