import type { Page } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test as own } from '../kit/page.ts';
import {
  buttonOf,
  goToEvent,
  openStill,
  placeOf,
  regionOf,
  saidBy,
  sliderOf,
  stepOf,
} from '../kit/story.ts';
import { shared } from '../kit/shared.ts';

const test = shared('stopped');

const GOLDEN = new URL('spoken.golden.md', import.meta.url);

const statusOf = (page: Page) => page.getByRole('status');

/** Notes, from now on, every message of the status and every change of what the slider says. */
async function listen(page: Page): Promise<() => Promise<{ said: string[]; value: string[] }>> {
  await page.evaluate(() => {
    const heard = { said: [] as string[], value: [] as string[] };
    Object.assign(window, { heard });
    const status = document.querySelector('[role="status"]');
    const slider = document.querySelector('input[type="range"]');
    if (!status || !slider) throw new Error('There is nothing to listen to.');
    new MutationObserver(() => heard.said.push(status.textContent)).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    new MutationObserver(() => heard.value.push(slider.ariaValueText ?? '')).observe(slider, {
      attributeFilter: ['aria-valuetext'],
    });
  });
  return () =>
    page.evaluate(
      () => (window as unknown as { heard: { said: string[]; value: string[] } }).heard,
    );
}

test.describe('The voice of the page', () => {
  test('says once what a button, a key, the list or a place has led to', async ({ page }) => {
    const heard = await listen(page);
    const singapore = placeOf(page, 'Singapore');
    const acts: readonly [() => Promise<void>, RegExp][] = [
      [() => buttonOf(page, 'Next event').click(), /^29 November 2017\. .* Event 2 of 71$/],
      [() => page.keyboard.press('l'), /^9 December 2017\. .*After event 3 of 71$/],
      [() => goToEvent(page, 'hanoi'), /^27 February 2019\. .* Event 7\d of 71$/],
      [() => singapore.click(), /^Singapore is selected, 2 events listed$/],
    ];
    for (const [act, words] of acts) {
      const { said: before } = await heard();
      await act();
      await page.clock.runFor(2000);
      const { said } = await heard();
      expect(said.slice(before.length)).toEqual([expect.stringMatching(words)]);
    }
    await singapore.click();
    await page.clock.runFor(2000);
    expect((await heard()).said, 'letting go is heard from the button').toHaveLength(acts.length);
    for (let press = 0; press < 5; press++) await page.keyboard.press('.');
    await page.clock.runFor(2000);
    expect((await heard()).said, 'five quick steps are one').toHaveLength(acts.length + 1);
  });

  test('leaves the slider to speak for itself', async ({ page }) => {
    const heard = await listen(page);
    await sliderOf(page).focus();
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('ArrowRight');
      await page.clock.runFor(16);
    }
    await page.clock.runFor(3000);
    const { said, value } = await heard();
    expect(said).toEqual([]);
    expect(new Set(value).size, 'each step says something else').toBe(60);
  });

  test('is silent while the story plays, but for the events it comes to', async ({ page }) => {
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('4×');
    await sliderOf(page).fill(String(stepOf('2018-04-01')));
    await page.clock.runFor(1000);
    const heard = await listen(page);
    await buttonOf(page, 'Play').click();
    await page.clock.runFor(20_000);
    const { said, value } = await heard();
    expect(said.length).toBeGreaterThan(3);
    expect(said.length).toBeLessThanOrEqual(7);
    for (const words of [...said, ...value]) expect(words).toMatch(/\. Event \d+ of 71$/);
    const events = value.map((words) => /Event (\d+)/.exec(words)?.[1]);
    expect(new Set(events).size, 'one value for each event').toBe(value.length);
    await buttonOf(page, 'Pause').click();
    expect(await saidBy(page)).toMatch(/^\d+ \w+ 2018\./);
  });
});

own('An address that names a moment and a place is not announced', async ({ page }) => {
  await page.clock.install({ time: '2026-01-01T00:00:00Z' });
  await openStill(page, 't=2018-04-27&place=pyongyang');
  await page.clock.runFor(5000);
  await expect(statusOf(page)).toBeEmpty();
});

own(
  'The voice is one, polite and silent at first; the first ten events are read as they are written down',
  async ({ page }, { config }) => {
    await page.clock.install({ time: '2026-01-01T00:00:00Z' });
    await openStill(page);
    await page.clock.pauseAt('2026-01-01T01:00:00Z');
    await expect(page.locator('[aria-live], [role="status"], [role="alert"]')).toHaveCount(1);
    await page.clock.runFor(5000);
    await expect(statusOf(page)).toBeEmpty();
    await regionOf(page, 'All events').locator('summary').first().click();
    const lines = ['# What a screen reader gets', '', '## The page', ''];
    lines.push(await page.locator('main').ariaSnapshot(), '');
    for (let event = 1; event <= 10; event++) {
      await page.clock.runFor(1000);
      lines.push(`## After ${event - 1} × “Next event”`, '');
      lines.push(`Slider: ${await saidBy(page)}`, '');
      lines.push(`Status: ${(await statusOf(page).textContent()) || '(silent)'}`, '');
      const cards = regionOf(page, 'Now').getByRole('article');
      const [, ...others] = await cards.getByRole('heading').allTextContents();
      lines.push(await cards.first().ariaSnapshot(), '');
      if (others.length > 0) lines.push(`Then: ${others.join('; ')}`, '');
      await buttonOf(page, 'Next event').click();
    }
    const spoken = `${lines.join('\n').trimEnd()}\n`;
    if (config.updateSnapshots === 'all') writeFileSync(GOLDEN, spoken);
    expect(spoken).toBe(readFileSync(GOLDEN, 'utf8'));
  },
);
