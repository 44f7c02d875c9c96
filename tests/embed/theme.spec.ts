import type { Page } from '@playwright/test';
import { coloursAt } from '../browser/pixels.ts';
import { doublesOf, playFrame } from './double.ts';
import { keepStill, readyFrame } from './frames.ts';
import { expect, mapLine, ROOM, SCRIPT, test } from './host.ts';

/** What a page may say of its colours, and which theme goes with it in a light system and in a dark one. */
const SCHEMES = [
  ['normal', 'light', 'light'],
  ['light', 'light', 'light'],
  ['dark', 'dark', 'dark'],
  ['light dark', 'light', 'dark'],
] as const;

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

for (const [system, other] of [
  ['light', 'dark'],
  ['dark', 'light'],
] as const) {
  test(`EM-24: in a ${system} system \`auto\` is as light as the page around the map, and goes with it when the system turns ${other}`, async ({
    page,
    host,
  }) => {
    const expected = (now: 'light' | 'dark') =>
      SCHEMES.map(([, light, dark]) => (now === 'light' ? light : dark));
    await playFrame(page);
    await page.emulateMedia({ colorScheme: system });
    await host.open(SCHEMES.map(([scheme]) => autoIn(scheme)).join('') + SCRIPT);
    await expect.poll(() => themesIn(page)).toEqual(expected(system));
    await page.emulateMedia({ colorScheme: other });
    await expect.poll(() => themesIn(page)).toEqual(expected(other));
  });
}

for (const system of ['light', 'dark'] as const) {
  test(`EM-24: in a ${system} system the paper of \`auto\` is the very ground of a page that has none of its own`, async ({
    page,
    host,
  }) => {
    await keepStill(page);
    await page.setViewportSize({ width: 460, height: 2100 });
    await page.emulateMedia({ colorScheme: system });
    const map = mapLine('theme="auto" loading="eager" height="476"');
    const groundIn = (scheme: string) =>
      `<div style="color-scheme:${scheme};background:Canvas;padding:10px">${map}</div>`;
    await host.open(ROOM + SCHEMES.map(([scheme]) => groundIn(scheme)).join('') + SCRIPT);
    const corners: (readonly [number, number])[] = [];
    for (const index of SCHEMES.keys()) {
      await readyFrame(page, index);
      const box = await page.locator('iframe').nth(index).boundingBox();
      const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
      // Above, the map reaches the corners.
      const bottom = y + height - 2;
      corners.push([x - 5, y], [x + 1, bottom], [x + width - 2, bottom]);
    }
    const colours = await coloursAt(page, await page.screenshot(), corners);
    for (const [index, [scheme]] of SCHEMES.entries()) {
      const [ground, left, right] = colours.slice(3 * index);
      expect([left, right], `${scheme}: ${ground?.join(' ')}`).toEqual([ground, ground]);
    }
    const grounds = new Set(colours.map((colour) => colour.join(' ')));
    expect(grounds.size, 'both light and dark are among them').toBe(2);
  });
}

test('EM-24: when the site’s own switch turns the page dark, `auto` goes along, and a map that is to be light stays so', async ({
  page,
  host,
}) => {
  await playFrame(page);
  await page.emulateMedia({ colorScheme: 'light' });
  const maps = mapLine('theme="auto" loading="eager"') + mapLine('loading="eager"');
  await host.open(maps + SCRIPT);
  await expect.poll(() => themesIn(page)).toEqual(['light', 'light']);
  const turn = (scheme: string) =>
    page.evaluate((scheme) => {
      document.documentElement.style.colorScheme = scheme;
    }, scheme);
  await turn('dark');
  await expect.poll(() => themesIn(page)).toEqual(['dark', 'light']);
  await turn('light');
  await expect.poll(() => themesIn(page)).toEqual(['light', 'light']);
});
