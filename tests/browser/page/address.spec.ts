import type { Page } from '@playwright/test';
import { expect, mapOf, test as own } from '../kit/page.ts';
import {
  buttonOf,
  goToDay,
  goToEvent,
  openStill,
  placeOf,
  regionOf,
  saidBy,
} from '../kit/story.ts';
import { shared } from '../kit/shared.ts';

const test = shared('desktop');
const stopped = shared('stopped');

const historyLength = (page: Page) => page.evaluate(() => history.length);

/** All that a reader sees of a moment, in words and numbers. */
async function shownOn(page: Page): Promise<string[]> {
  const pressed = mapOf(page).locator('[aria-pressed="true"]');
  const marks = mapOf(page).locator('[data-mark]');
  return [
    await saidBy(page),
    // What has been said aloud is of one visit alone.
    (await page.locator('.side > :not([role="status"])').allInnerTexts()).join('\n'),
    (await pressed.evaluateAll((all) => all.map((button) => button.ariaLabel))).join(),
    (await marks.evaluateAll((all) => all.map((mark) => mark.outerHTML))).join('\n'),
  ];
}

own('A moment, an event and a place have an address that opens there', async ({ page }) => {
  await openStill(page, 't=2018-06-12');
  expect(await saidBy(page)).toMatch(/^12 June 2018\. .*Singapore/);

  await openStill(page, 'event=hanoi');
  expect(await saidBy(page)).toMatch(/^27 February 2019\./);
  await expect(regionOf(page, 'Now').locator('[data-event="hanoi"]')).toBeVisible();

  await openStill(page, 'place=beijing');
  await expect(placeOf(page, 'Beijing')).toHaveAttribute('aria-pressed', 'true');
  await expect(regionOf(page, 'Beijing')).toBeVisible();

  await openStill(page, 't=2018-09-19&place=pyongyang');
  expect(await saidBy(page)).toMatch(/^19 September 2018\./);
  await expect(placeOf(page, 'Pyongyang')).toHaveAttribute('aria-pressed', 'true');
});

test('The address follows at rest, and writes no history', async ({ page }) => {
  const length = await historyLength(page);
  expect(new URL(page.url()).search).toBe('');

  await goToDay(page, '2018-06-12');
  await expect(page).toHaveURL(/\?t=2018-06-12$/);
  await goToDay(page, '2018-08-03');
  await expect(page).toHaveURL(/\?t=2018-08-03$/);
  await placeOf(page, 'Singapore').click();
  await expect(page).toHaveURL(/\?t=2018-08-03&place=singapore$/);
  await placeOf(page, 'Singapore').click();
  await goToEvent(page, 'singapore');
  await expect(page).toHaveURL(/\?event=singapore$/);
  expect(await historyLength(page)).toBe(length);

  await goToDay(page, '2017-09-19');
  await expect(page).toHaveURL(/index\.html$/);
});

own('A date that was asked for stays in the address until the reader moves', async ({ page }) => {
  await page.clock.install({ time: '2026-01-01T00:00:00Z' });
  const rest = () => page.clock.runFor(2000);
  for (const asked of ['t=2018-06', 't=2100-01-01', 'start=2018-03&end=2018-06', 'event=hanoi']) {
    await openStill(page, asked);
    await rest();
    expect(new URL(page.url()).search).toBe(`?${asked}`);
  }
  await goToEvent(page, 'singapore');
  await rest();
  expect(new URL(page.url()).search).toBe('?event=singapore');
  await goToEvent(page, 'hanoi');
  await rest();
  expect(new URL(page.url()).search).toBe('?t=2019-02-27');
});

stopped('The address waits while the story plays', async ({ page }) => {
  await goToDay(page, '2018-06-12');
  await buttonOf(page, 'Play').click();
  await page.clock.runFor(8000);
  expect(new URL(page.url()).search).toBe('');
  await buttonOf(page, 'Pause').click();
  await page.clock.runFor(1000);
  expect(new URL(page.url()).search).toMatch(/^\?(t|event)=/);
});

own('A bad value is passed over without an error', async ({ page }) => {
  // Each alone is read in tests/ui/url/address.test.ts; here it is the page that must not mind.
  const bad = [
    't=2018-02-30&lang=xx&theme=mauve',
    'event=nobody&place=__proto__&motion=&keyboard=9',
  ];
  for (const query of bad) {
    await openStill(page, query);
    expect(await saidBy(page), query).toMatch(/^19 September 2017\./);
    await expect(mapOf(page).locator('[aria-pressed="true"]')).toHaveCount(0);
  }
  await openStill(page, 't=2100-01-01');
  expect(await saidBy(page)).toMatch(/^28 February 2019\./);
  await openStill(page, 'event=nobody&t=2018-06-12&utm=x');
  expect(await saidBy(page)).toMatch(/^12 June 2018\./);
});

own('What the address says is shown the same on every load', async ({ page }) => {
  await openStill(page);
  await goToEvent(page, 'pyongyang-declaration');
  await placeOf(page, 'DMZ').click();
  await expect(page).toHaveURL(/place=dmz/);
  const shown = await shownOn(page);
  for (let load = 0; load < 2; load++) {
    await page.goto(page.url());
    await expect(placeOf(page, 'DMZ')).toHaveAttribute('aria-pressed', 'true');
    // Cards follow when a moment has stood for a little while.
    await expect.poll(() => shownOn(page)).toEqual(shown);
  }
});
