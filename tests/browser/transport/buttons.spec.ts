import type { Page } from '@playwright/test';
import { expect, test, untilReady } from '../kit/page.ts';
import { holdMapLibre } from '../kit/story.ts';
import { cutIn } from '../kit/whole-buttons.ts';

/** From the smallest frame to the widest page, also beside the widths at which the layout changes. */
const WIDTHS = [200, 215, 241, 271, 319, 340, 383, 385, 448, 500, 610, 639, 641, 704, 769, 993];

/** The longest rate, and a date that is as long as any. */
const QUERY = 't=2018-09-30&speed=0.75';

async function faultsAt(page: Page, height: number): Promise<string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height });
    for (const fault of await cutIn(page.locator('body'))) faults.push(`${width} px: ${fault}`);
  }
  return faults;
}

for (const [file, height] of [
  ['index.html', 800],
  ['embed.html', 480],
  ['embed.html', 240],
] as const) {
  for (const language of ['en', 'ko', 'ja', 'zh-Hans', 'ar', 'fr', 'de', 'es']) {
    test(`In ${file}, ${height} px high, ${language}, each button and its text is whole from 200 to 1000 px, with letters twice as large too`, async ({
      page,
    }) => {
      await holdMapLibre(page);
      await page.goto(`/${file}?${QUERY}&lang=${language}`);
      await untilReady(page);
      expect(await faultsAt(page, height)).toEqual([]);
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      expect(await faultsAt(page, height), 'large letters').toEqual([]);
    });
  }
}
