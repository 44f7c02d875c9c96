import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../browser/kit/page.ts';
import { boxOf } from '../browser/kit/story.ts';
import { cutIn } from '../browser/kit/whole-buttons.ts';
import { tellIn } from '../fixtures/tongues.ts';
import { FILE } from '../fixtures/two-meetings.ts';
import { TOWER } from '../fixtures/pictures.ts';
import { bundlePage } from './fixture.ts';

// One worker bundles the page once for all.
test.describe.configure({ mode: 'default' });

let folder = '';

test.beforeAll(async ({ browserName }, info) => {
  folder = `${info.project.outputDir}/library-page-${browserName}-${info.workerIndex}`;
  await bundlePage(folder);
});

interface Opening {
  readonly story?: unknown;
  readonly query?: string;
  /** When the live map's script may come; never, if nothing is said: it is slow without a graphics card. */
  readonly live?: Promise<void>;
  /** The page's Content-Security-Policy. */
  readonly policy?: string;
}

const NEVER = new Promise<void>(() => undefined);

/** Opens the bundled page from a folder of the server, with a story of its own. */
async function openBundled(
  page: Page,
  { story = FILE, query = '', live = NEVER, policy }: Opening = {},
): Promise<void> {
  await page.context().route('**/newsroom/**', async (route) => {
    const name = new URL(route.request().url()).pathname.replace('/newsroom/', '');
    if (name === 'story.json') return route.fulfill({ json: story });
    if (name.endsWith('.svg')) return route.fulfill({ body: TOWER, contentType: 'image/svg+xml' });
    if (name.includes('/live-')) await live;
    const headers = policy ? { 'content-security-policy': policy } : undefined;
    return route.fulfill({ path: `${folder}/${name}`, ...(headers ? { headers } : {}) });
  });
  await page.goto(`/newsroom/index.html${query}`);
}

/** What the host page's own elements look like. */
const looks = (page: Page) =>
  page.locator('html, body, main > :is(h1, p, button)').evaluateAll((all) =>
    all.map((each) => {
      const { color, backgroundColor, font, letterSpacing, margin, boxSizing } =
        getComputedStyle(each);
      return { color, backgroundColor, font, letterSpacing, margin, boxSizing };
    }),
  );

test('A page that bundles the library shows two maps, each with a player of its own, laid out for the room that it has', async ({
  page,
}) => {
  let release = (): void => undefined;
  await openBundled(page, { live: new Promise((resolve) => (release = resolve)) });
  const [first, second] = [page.locator('#first'), page.locator('#second')];
  const slider = first.getByRole('slider');
  await expect(slider).toHaveAttribute('aria-valuetext', /^1 March 2018/);
  await expect(second.getByRole('slider')).toHaveAttribute('aria-valuetext', /2018년 3월 1일/);

  await test.step('each is laid out for the room that it has', async () => {
    const boxesIn = async (map: Locator) => {
      const article = map.getByRole('article').first();
      return [
        await boxOf(article.locator('.stage')),
        await boxOf(article.locator('.side')),
      ] as const;
    };
    const [stage, side] = await boxesIn(first);
    expect(side.x).toBeGreaterThan(stage.x + stage.width - 1);
    const [above, below] = await boxesIn(second);
    expect(below.y).toBeGreaterThan(above.y + above.height - 1);
    expect(above.width).toBeLessThanOrEqual(340);
  });

  await test.step('its buttons are whole in a column of any width', async () => {
    for (const width of [200, 240, 280, 340, 640]) {
      await second.evaluate((map, room) => (map.style.width = `${room}px`), width);
      expect(await cutIn(second.getByRole('article').first()), `${width} px`).toEqual([]);
    }
    await second.evaluate((map) => map.style.removeProperty('width'));
  });

  await test.step('what one is told the other does not hear', async () => {
    await first.getByRole('button', { name: /^Island/ }).click();
    await slider.fill('9');
    await expect(page).toHaveTitle('Step 9');
    await expect(first.getByRole('heading', { name: 'Island' })).toBeVisible();
    await expect(second.getByRole('slider')).toHaveValue('0');
    await expect(second.getByRole('heading', { name: 'Island' })).toHaveCount(0);
  });

  await test.step('its list, its keys and its help are its own', async () => {
    await first.locator('li summary').filter({ hasText: 'The second-talks' }).click();
    await expect(slider).toHaveAttribute('aria-valuetext', /^28 March 2018/);
    await expect(first.locator('[aria-current]').last()).toContainText('The second-talks');
    await slider.press('Home');
    await expect(slider).toHaveValue('0');
    await slider.press('?');
    await expect(first.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(slider).toBeFocused();
  });

  await test.step('the way out of a place leads back to its button', async () => {
    await slider.press('Escape');
    await first.getByRole('button', { name: /^Island/ }).click();
    await first.getByRole('button', { name: 'Close' }).press('Enter');
    await expect(first.getByRole('button', { name: /^Island/ })).toBeFocused();
  });

  await test.step('rules of accessibility hold in both', async () => {
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .include('parley-view')
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  await test.step('the live map comes from the bundle', async () => {
    release();
    await expect(first.locator('[data-ground="live"]')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-live', 'shown');
  });
});

test.describe('A map that stays still', () => {
  test.use({ allowed: [/The action has been blocked|Worker failed to load/] });

  test('tells the host page why', async ({ page }) => {
    const told = page.locator('html');
    await test.step('its policy forbids the worker', async () => {
      await openBundled(page, { live: Promise.resolve(), policy: "worker-src 'self'" });
      await expect(told).toHaveAttribute('data-live', /policy .* worker-src blob:/);
    });
    await test.step('the browser has no WebGL', async () => {
      await page.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null;
      });
      await openBundled(page, { live: Promise.resolve() });
      await expect(told).toHaveAttribute('data-live', /no WebGL/);
    });
    await test.step('it takes the map away before', async () => {
      await openBundled(page);
      await expect(page.locator('#second').getByRole('slider')).toBeVisible();
      await page.evaluate(() => (window as never as Handles).wide.unmount());
      await expect(told).toHaveAttribute('data-live', /taken away/);
    });
  });
});

test('A page that brings its own words mounts map and player alone', async ({ page }) => {
  await openBundled(page, { query: '?alone' });
  const map = page.locator('#alone');
  await expect(map.getByRole('slider')).toBeVisible();
  await expect(map.getByRole('region')).toHaveAccessibleDescription(/\w/);
  await expect(map.getByRole('status')).toHaveCount(1);
  await expect(map.getByRole('heading')).toHaveCount(0);
  await expect(map.getByRole('list')).toHaveCount(0);
  const [whole, stage] = [await boxOf(map), await boxOf(map.locator('.stage'))];
  expect(stage.width).toBeGreaterThan(0.9 * whole.width);
});

const NAMES = { en: 'Two meetings', 'ko-KR': '두 번의 만남', 'zh-Hant': '兩次會面' };
const [FIRST, ...LATER] = FILE.events;

const ASKED = [
  ['ko', 'ko-KR', NAMES['ko-KR'], '재생'],
  ['ko-KR', 'ko-KR', NAMES['ko-KR'], '재생'],
  // The interface has no words in the script of these texts, and the texts say which that is.
  ['zh-Hant', 'zh-Hans', NAMES['zh-Hant'], '播放', 'zh-Hant'],
  ['zh-Hans', 'zh-Hans', NAMES['zh-Hant'], '播放', 'zh-Hant'],
  ['ar', 'ar', NAMES.en, 'تشغيل', 'en'],
] as const;

test('A map that is asked for in a language has its texts in the nearest one that the story has of it', async ({
  page,
}) => {
  const story = { ...FILE, title: NAMES, events: [{ ...FIRST, title: NAMES }, ...LATER] };
  await openBundled(page, {
    story,
    query: `?${ASKED.map(([asked]) => `also=${asked}`).join('&')}`,
  });
  for (const [asked, tag, heading, interfaceWord, lang] of ASKED) {
    await test.step(`in ${asked}`, async () => {
      const map = page.locator(`#in-${asked}`);
      await expect(map.locator('#parley')).toHaveAttribute('lang', tag);
      await expect(map.getByRole('heading', { level: 1 })).toHaveText(heading);
      await expect(map.locator('#parley ol > li').first()).toContainText(heading);
      await expect(map.getByRole('button', { name: interfaceWord, exact: true })).toBeVisible();
      const other = map.getByRole('heading', { level: 1 }).locator('bdi');
      if (lang) await expect(other).toHaveAttribute('lang', lang);
      else await expect(other).not.toHaveAttribute('lang');
    });
  }
});

/** What is wrong with the texts of a map in a language that is written from right to left, seen as its reader sees them. */
const faultsOfTexts = (map: Locator): Promise<string[]> =>
  map.evaluate((host) => {
    const root = host.querySelector('parley-view')?.shadowRoot;
    const written = [...(root?.querySelectorAll<HTMLElement>('#parley bdi') ?? [])];
    const own = written.filter(({ textContent }) => /\p{sc=Arab}/u.test(textContent));
    const isSilent = (text: Element): boolean =>
      text.closest('[lang]')?.getAttribute('lang') !== 'fa';
    const names = own.filter((text) => text.matches('.map .name'));
    return [
      ...(own.length < 20 ? [`only ${own.length} texts`] : []),
      ...(names.length < 2 ? [`only ${names.length} names on the map`] : []),
      ...own.filter(isSilent).map(({ textContent }) => `${textContent} has no language`),
      ...own
        .filter((text) => getComputedStyle(text).direction !== 'rtl')
        .map(({ textContent }) => `${textContent} runs from left to right`),
      ...own
        .filter((text) => !['normal', '0px'].includes(getComputedStyle(text).letterSpacing))
        .map(({ textContent }) => `${textContent} is torn apart`),
      // Marks of Burmese and Thai reach out of the line.
      ...names
        .filter((name) => getComputedStyle(name).overflowY !== 'visible')
        .map(({ textContent }) => `${textContent} is cut`),
    ];
  });

for (const [locale, told, play] of [
  ['en-GB', 'The text is in Persian; buttons and dates are in English.', 'Play'],
  ['fr-CA', 'Le texte est en persan\u202f; les boutons et les dates sont en français.', 'Lecture'],
] as const) {
  test.describe(`In a browser in ${locale}`, () => {
    test.use({ locale });
    test('a map in Persian has its buttons in the reader’s language and says so once; each text has its own language and direction', async ({
      page,
    }) => {
      await openBundled(page, { story: tellIn('fa'), query: '?also=fa' });
      const map = page.locator('#in-fa');
      await expect(map.getByText(told)).toHaveCount(1);
      await expect(map.getByText(told)).toBeVisible();
      await expect(map.locator('#parley')).toHaveAttribute('lang', locale.slice(0, 2));
      await expect(map.locator('#parley')).toHaveAttribute('dir', 'ltr');
      await expect(map.getByRole('button', { name: play, exact: true })).toBeVisible();
      expect(await faultsOfTexts(map)).toEqual([]);
      expect(await cutIn(map.locator('#parley'))).toEqual([]);
    });
  });
}

test('Neither the page’s styles nor the map’s reach the other, and nothing is left behind', async ({
  page,
}) => {
  await openBundled(page, { story: { nothing: 'of the kind' } });
  await expect(page.getByText(/story\.json:1:\d+ .*version/).first()).toBeVisible();
  const before = await looks(page);
  await openBundled(page);
  await expect(page.locator('parley-view').last().getByRole('slider')).toBeVisible();
  expect(await looks(page)).toEqual(before);

  const inside = page.locator('#first');
  await expect(inside.locator('.date')).toBeVisible();
  // Where scripts never come, the page hides its controls after 15 s. Here they have come.
  const waiting = await inside
    .locator('.timeline, .tools, .skip')
    .evaluateAll((controls) => controls.map((each) => getComputedStyle(each).animationName));
  expect(new Set(waiting)).toEqual(new Set(['none']));
  const styles = await inside.locator('.summary').evaluate((summary) => {
    const { textTransform, letterSpacing, textAlign, fontStyle } = getComputedStyle(summary);
    return { textTransform, letterSpacing, textAlign, fontStyle };
  });
  expect(styles).toEqual({
    textTransform: 'none',
    letterSpacing: 'normal',
    textAlign: 'start',
    fontStyle: 'normal',
  });
  const paper = (place: string) =>
    page
      .locator(`${place} .parley`)
      .evaluate((article) => getComputedStyle(article).backgroundColor);
  expect(await paper('#first')).toBe('rgb(255, 255, 255)');
  expect(await paper('#second')).toBe('rgb(20, 23, 26)');

  const left = await page.evaluate(async () => {
    const { wide, narrow, player, stop } = window as never as Handles;
    stop();
    for (const each of [wide, narrow, wide]) each.unmount();
    player.seek(3);
    player.play();
    for (let frames = 0; frames < 10; frames++) await new Promise(requestAnimationFrame);
    return { time: player.currentTime, views: document.querySelectorAll('parley-view').length };
  });
  expect(left, 'no clock runs on, no element stays').toEqual({ time: 3, views: 0 });
  await expect(page, 'and nobody watches any more').toHaveTitle('Step 0');
});

/** The letters' sizes and the boxes in a map, in px: of all texts, and of all that is pressed. */
const sizesIn = (map: Locator) =>
  map.locator('#parley').evaluate((root) => {
    const all = [...root.querySelectorAll<HTMLElement>('*')];
    const shown = all.filter((each) => each.getClientRects().length > 0);
    const isText = (node: Node): boolean =>
      node.nodeType === Node.TEXT_NODE && Boolean(node.nodeValue?.trim());
    const boxOf = (each: Element): string => {
      const { width, height } = each.getBoundingClientRect();
      return `${each.tagName} ${each.className} ${Math.round(width)} ${Math.round(height)}`;
    };
    const letters = shown
      .filter((each) => !each.closest('svg') && [...each.childNodes].some(isText))
      .map((each) => parseFloat(getComputedStyle(each).fontSize));
    // A link in a text is as high as its line (WCAG 2.5.8).
    const targets = shown.filter((each) => each.matches('button, select, summary'));
    const sides = targets.flatMap((each) => {
      const { width, height } = each.getBoundingClientRect();
      return [width, height];
    });
    const side = Math.min(...sides.filter((length) => length > 1));
    return { smallest: Math.min(...letters), side, letters, boxes: shown.map(boxOf) };
  });

test('The map has its own sizes, whatever the text size of the page’s root', async ({ page }) => {
  // So high that the browser lays out both lists wholly (`content-visibility`).
  await page.setViewportSize({ width: 1280, height: 4000 });
  const first = page.locator('#first');
  const open = async (root: string) => {
    await openBundled(page, { query: `?root=${encodeURIComponent(root)}` });
    await expect(page.locator('#second').getByRole('slider')).toBeVisible();
    return [await sizesIn(first), await sizesIn(page.locator('#second'))] as const;
  };
  const usual = await open('16px');
  for (const { smallest, side } of usual) {
    expect(smallest).toBeGreaterThanOrEqual(11);
    expect(side).toBeGreaterThanOrEqual(24);
  }
  for (const root of ['62.5%', '8px', '200%', '1.2vw', '0']) {
    await test.step(`html { font-size: ${root} }`, async () => {
      expect(await open(root)).toEqual(usual);
    });
  }
  await test.step('but it follows the text size that the reader has chosen', async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 20 } });
    const [larger] = await open('8px');
    // All but the two headlines, which also grow with the map's width.
    const textsOf = (letters: readonly number[]) =>
      letters.map(Math.round).filter((size) => size < 30);
    expect(textsOf(larger.letters.map((size) => size / 1.25))).toEqual(textsOf(usual[0].letters));
  });
});

/** What a page of slides hears: its handler at the document sees the element, not the field that has the focus in it. */
const startHearing = (page: Page) =>
  page.evaluate(() => {
    const heard: string[] = [];
    const hear = ({ type, key }: KeyboardEvent) => void heard.push(`${type} ${key}`);
    for (const type of ['keydown', 'keypress', 'keyup'] as const) {
      document.addEventListener(type, hear);
    }
    Object.assign(window, { heard });
  });

test('A key that the map uses goes no further, and every other key does', async ({ page }) => {
  await openBundled(page);
  const map = page.locator('#first');
  const slider = map.getByRole('slider');
  await expect(slider).toBeVisible();
  await startHearing(page);
  const heardOf = async (on: Locator, key: string): Promise<string[]> => {
    await on.press(key);
    return page.evaluate(() => (window as never as { heard: string[] }).heard.splice(0));
  };
  const play = map.getByRole('button', { name: /^(Play|Pause)$/ });
  const event = map.locator('li summary').first();

  await test.step('keys of the player, of the slider, of a button and of the list', async () => {
    const used: readonly (readonly [Locator, string])[] = [
      [slider, 'ArrowRight'],
      [slider, 'ArrowUp'],
      [slider, 'PageUp'],
      [slider, 'End'],
      [slider, '3'],
      [event, 'ArrowRight'],
      [event, 'Enter'],
      [event, 'Space'],
      [event, 'j'],
      [event, 'ArrowDown'],
      [play, 'Space'],
      [play, 'k'],
      [play, 'Home'],
    ];
    for (const [on, key] of used) expect(await heardOf(on, key), key).toEqual([]);
  });

  await test.step('Escape, as long as there is something to let go of', async () => {
    await map.getByRole('button', { name: /^Island/ }).click();
    expect(await heardOf(slider, 'Escape')).toEqual([]);
    expect(await heardOf(slider, 'Escape')).toEqual(['keydown Escape', 'keyup Escape']);
  });

  await test.step('all that is pressed in its dialog', async () => {
    expect(await heardOf(slider, '?')).toEqual([]);
    const close = map.getByRole('dialog').getByRole('button');
    for (const key of ['ArrowRight', 'n', 'Escape']) {
      expect(await heardOf(close, key), key).toEqual([]);
    }
  });

  await test.step('keys that it does not use, and combinations', async () => {
    expect(await heardOf(slider, 'n')).toEqual(['keydown n', 'keypress n', 'keyup n']);
    expect(await heardOf(slider, 'F2')).toEqual(['keydown F2', 'keyup F2']);
    expect(await heardOf(slider, 'Control+k')).toContain('keydown k');
    expect(await heardOf(slider, 'Tab')).toContain('keydown Tab');
  });
});

interface Handles {
  readonly player: { readonly currentTime: number; play(): void; seek(time: number): void };
  readonly stop: () => void;
  readonly wide: { unmount(): void };
  readonly narrow: { unmount(): void };
}

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8'));
const CITY = fixture('city-frame');

/** How far each mark of the live map is from its place on the ground, in pixels. */
const offGround = (map: Locator): Promise<number[]> =>
  map.locator('.live').evaluate((container) => {
    const ground = (container as unknown as Record<symbol, Ground>)[Symbol.for('parley.map')];
    const { features } = (window as unknown as { places: { features: Feature[] } }).places;
    return features.map(({ id, geometry }) => {
      const mark = container.closest('.world')?.querySelector<SVGSVGElement>(`[data-mark=${id}]`);
      const { x = 0, y = 0 } = ground?.project(geometry.coordinates) ?? {};
      return Math.hypot(x - (mark?.x.baseVal.value ?? 0), y - (mark?.y.baseVal.value ?? 0));
    });
  });

interface Ground {
  project(at: [number, number]): { x: number; y: number };
}
interface Feature {
  readonly id: string;
  readonly geometry: { readonly coordinates: [number, number] };
}

test('In a frame smaller than the ground bears, marks stand on the ground at every size, and the map says how near it goes', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openBundled(page, { story: CITY, live: Promise.resolve() });
  await page.evaluate((story) => Object.assign(window, story), CITY as { places: unknown });
  const map = page.locator('#first');
  await expect(map.locator('[data-ground="live"]')).toBeVisible();
  const worst = async () => Math.max(...(await offGround(map)));
  expect(await worst()).toBeLessThan(1);
  for (const width of [1100, 420, 1600]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(worst, `${width} px`).toBeLessThan(1);
  }
  await expect(map.getByText('The map is not accurate beyond this zoom.')).toBeVisible();
  await map.getByRole('button', { name: 'Zoom out' }).click();
  await expect(map.getByRole('button', { name: 'Zoom out' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await map.getByRole('button', { name: 'Zoom in' }).click();
  await expect(map.getByRole('button', { name: 'Zoom in' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  expect(await worst()).toBeLessThan(1);
});

test('Printed in a column of the page, the map is as wide as the column', async ({ page }) => {
  await openBundled(page, { story: CITY });
  const columns = ['#first', '#second'].map((id) => page.locator(id));
  for (const column of columns) await expect(column.getByRole('slider')).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 680, height: 1009 });
  for (const column of columns) {
    const [{ width }, map] = [await boxOf(column), await boxOf(column.locator('.map'))];
    expect(map.width).toBeCloseTo(width, 0);
    const marks = await column
      .locator('[data-mark]')
      .evaluateAll((all) => all.map((mark) => mark.getBoundingClientRect()));
    expect(marks).toHaveLength(3);
    for (const { left, right, bottom } of marks) {
      expect(left).toBeGreaterThan(map.x);
      expect(right).toBeLessThan(map.x + map.width);
      expect(bottom).toBeLessThan(map.y + map.height);
    }
  }
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
});

test('No inset lies over anything that happens, at any moment and on any screen', async ({
  page,
}) => {
  await openBundled(page, { story: fixture('paris-inset') });
  const map = page.locator('#first .map');
  for (const width of [1280, 800, 1900]) {
    await page.setViewportSize({ width, height: 800 });
    const inset = await boxOf(map.locator('.inset'));
    expect(inset.width).toBeGreaterThan(100);
    const hidden = await map.evaluate(async (element) => {
      const { player } = window as unknown as { player: { seek(to: number): void } };
      const found = new Set<string>();
      const box = element.querySelector('.inset')?.getBoundingClientRect();
      const last = Number(element.parentElement?.querySelector('input')?.max);
      for (let step = 0; step <= last; step += 2) {
        player.seek(step);
        await new Promise(requestAnimationFrame);
        for (const mark of element.querySelectorAll('.world [data-mark]')) {
          const { left, right, top, bottom } = mark.getBoundingClientRect();
          const over =
            box && left < box.right && right > box.left && top < box.bottom && bottom > box.top;
          if (over) found.add(mark.getAttribute('data-mark') ?? '');
        }
      }
      return [...found];
    });
    expect(hidden, `${width} px`).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 800 });
  expect((await boxOf(map.locator('.inset'))).height, 'a city on a phone').toBeLessThan(160);
});

test('A picture of the story opens over the window, with the map’s own styles, and gives the focus back', async ({
  page,
}) => {
  const media = [{ image: 'photos/tower.svg', alt: 'A tower', caption: 'Where *they* met.' }];
  const events = FILE.events.map((event) => (event.id === 'calm' ? { ...event, media } : event));
  await openBundled(page, { story: { ...FILE, events } });
  const picture = page.getByRole('link', { name: 'A tower' }).locator('visible=true').first();
  await expect(picture).toHaveAttribute('href', /photos\/tower\.svg$/);
  await picture.click();
  const dialog = page.getByRole('dialog', { name: 'A tower' });
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  expect(await boxOf(dialog)).toEqual({ x: 0, y: 0, width, height });
  expect((await boxOf(dialog.getByRole('button', { name: 'Close' }))).height).toBeGreaterThan(43);
  await page.keyboard.press('+');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(picture).toBeFocused();
});
