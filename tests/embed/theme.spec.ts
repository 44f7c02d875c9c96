import type { Page } from '@playwright/test';
import { coloursAt } from '../browser/kit/pixels.ts';
import { doublesOf, playFrame } from './kit/double.ts';
import { OFTEN, readyFrame } from './kit/frames.ts';
import { expect, mapLine, roomOf, SCRIPT, test } from './kit/host.ts';

type Theme = 'light' | 'dark';

/** What a page may say of its colours, and which theme goes with it in a light system and in a dark one. */
const SCHEMES = [
  ['normal', 'light', 'light'],
  ['light', 'light', 'light'],
  ['dark', 'dark', 'dark'],
  ['light dark', 'light', 'dark'],
] as const;

/** The themes that go with `SCHEMES`, in their order. */
const themesOf = (system: Theme): Theme[] =>
  SCHEMES.map(([, light, dark]) => (system === 'light' ? light : dark));

const autoIn = (scheme: string) =>
  `<div style="color-scheme:${scheme}">${mapLine('theme="auto" loading="eager"')}</div>`;

/** The theme that each frame has been told last: by its address, or since by a call. */
const themesIn = (page: Page) =>
  Promise.all(
    doublesOf(page).map((double) =>
      double.evaluate(() => {
        const said = (window.double?.calls ?? []).filter((call) => call.startsWith('theme '));
        const opened = new URLSearchParams(location.search).get('theme');
        return said.at(-1)?.slice('theme '.length) ?? opened;
      }),
    ),
  );

test('EM-24: `auto` is as light as the page around the map, and goes with it when the system turns, or the site’s own switch', async ({
  page,
  host,
}) => {
  await playFrame(page);
  const maps = SCHEMES.map(([scheme]) => autoIn(scheme)).join('');
  const body = `${maps}${mapLine('theme="auto" loading="eager"')}${mapLine('loading="eager"')}${SCRIPT}`;
  /** Those of the maps in a page, of which the last but one has the page's own scheme and the last is light. */
  const untilAll = (system: Theme, own: Theme) =>
    expect.poll(() => themesIn(page), OFTEN).toEqual([...themesOf(system), own, 'light']);

  for (const [system, other] of [
    ['light', 'dark'],
    ['dark', 'light'],
  ] as const) {
    await test.step(`when it opens in a ${system} system that turns ${other}`, async () => {
      await page.emulateMedia({ colorScheme: system });
      await host.open(body);
      await untilAll(system, 'light');
      await page.emulateMedia({ colorScheme: other });
      await untilAll(other, 'light');
    });
  }

  await test.step('when the site’s own switch turns the page dark, and back; a map that is to be light stays so', async () => {
    for (const scheme of ['dark', 'light'] as const) {
      await page.evaluate((scheme) => {
        document.documentElement.style.colorScheme = scheme;
      }, scheme);
      await untilAll('light', scheme);
    }
  });
});

test('EM-24: where the host’s browser does not know `light-dark()`, `auto` is light, in every scheme and system', async ({
  page,
  host,
}) => {
  await playFrame(page);
  await page.route('**/parley-map.js', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll('light-dark(', 'unknown-here(');
    await route.fulfill({ response, body });
  });
  const maps = SCHEMES.map(([scheme]) => autoIn(scheme)).join('');
  const dark = mapLine('theme="dark" loading="eager"');
  for (const system of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: system });
    await host.open(`${maps}${dark}${SCRIPT}`);
    await expect
      .poll(() => themesIn(page), OFTEN)
      .toEqual([...SCHEMES.map(() => 'light' as const), 'dark']);
  }
});

test('EM-24: the paper of `auto` is the very ground of a page that has none of its own, in a light system and in a dark one', async ({
  page,
  host,
}) => {
  await page.setViewportSize({ width: 380, height: 4 * 330 });
  const map = mapLine('theme="auto" loading="eager" height="300"');
  const groundIn = (scheme: string) =>
    `<div style="color-scheme:${scheme};background:Canvas;padding:10px">${map}</div>`;
  await page.emulateMedia({ colorScheme: 'light' });
  await host.open(SCHEMES.map(([scheme]) => groundIn(scheme)).join('') + SCRIPT, {
    head: roomOf(300),
  });
  for (const system of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: system });
    const corners: (readonly [number, number])[] = [];
    for (const [index, theme] of themesOf(system).entries()) {
      const frame = await readyFrame(page, index);
      await expect(frame.locator('html')).toHaveAttribute('data-theme', theme);
      const box = await page.locator('iframe').nth(index).boundingBox();
      const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
      // Above, the map reaches the corners.
      const bottom = y + height - 2;
      corners.push([x - 5, y], [x + 1, bottom], [x + width - 2, bottom]);
    }
    /** The colour of each ground, and those of its frame's lower corners. */
    const read = async () => {
      const colours = await coloursAt(page, await page.screenshot(), corners);
      const written = colours.map((colour) => colour.join(' '));
      return SCHEMES.map((_, index) => written.slice(3 * index, 3 * index + 3));
    };
    // A frame may still be painted as it was when the host page is painted anew.
    await expect
      .poll(async () => (await read()).filter((colours) => new Set(colours).size > 1), OFTEN)
      .toEqual([]);
    const grounds = new Set((await read()).flat());
    expect(grounds.size, `${system}: both light and dark are among them`).toBe(2);
  }
});
