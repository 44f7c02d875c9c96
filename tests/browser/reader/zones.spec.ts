import type { Browser } from '@playwright/test';
import { expect, test, watch } from '../kit/page.ts';
import { openStill, saidBy } from '../kit/story.ts';

/** Zones with the minutes that each lies behind UTC in April 2018. */
const ZONES = { 'Pacific/Kiritimati': -840, 'America/St_Johns': 150, 'Asia/Kathmandu': -345 };
const DAYS = ['2017-11-29', '2018-04-27'];

/** All text of the page at some days, as a reader in a zone of the world gets it. */
async function textsIn(
  browser: Browser,
  zone: string,
  behind: number,
  origin: string,
): Promise<string[]> {
  const context = await browser.newContext({ timezoneId: zone, baseURL: origin });
  const faults = watch(context, [origin]);
  const page = await context.newPage();
  const texts: string[] = [];
  for (const day of DAYS) {
    await openStill(page, `t=${day}`);
    const own = await page.evaluate(() => new Date('2018-04-27T00:00Z').getTimezoneOffset());
    expect(own, `the browser is in ${zone}`).toBe(behind);
    const dates = await page
      .locator('time')
      .evaluateAll((all) => all.map((time) => time.outerHTML));
    texts.push(await saidBy(page), await page.locator('body').innerText(), dates.join('\n'));
  }
  await context.close();
  expect(faults).toEqual([]);
  return texts;
}

test('A reader’s own time zone changes no word of the page', async ({ browser, baseURL }) => {
  const [first, ...others] = await Promise.all(
    Object.entries(ZONES).map(([zone, behind]) => textsIn(browser, zone, behind, baseURL ?? '')),
  );
  expect(first?.[0], 'the launch is told on Korea’s day').toMatch(/^29 November 2017\./);
  expect(first?.[3]).toMatch(/^27 April 2018\./);
  for (const texts of others) expect(texts).toEqual(first);
});
