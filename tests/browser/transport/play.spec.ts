import type { Page } from '@playwright/test';
import { expect } from '../kit/page.ts';
import { buttonOf, FILE, goToDay, saidBy, sliderOf, stepOf } from '../kit/story.ts';
import { shared } from '../kit/shared.ts';

const test = shared('stopped');

/** Notes, by the page's own clock, what the slider says and which date is written, at each change of either. */
async function listen(page: Page): Promise<void> {
  await sliderOf(page).evaluate((slider) => {
    const date = document.querySelector('.date');
    if (!date) throw new Error('There is no date.');
    const heard: [words: string, date: string, at: number][] = [];
    const note = () => heard.push([slider.ariaValueText ?? '', date.textContent, Date.now()]);
    note();
    const observer = new MutationObserver(note);
    observer.observe(slider, { attributeFilter: ['aria-valuetext'] });
    observer.observe(date, { characterData: true, childList: true, subtree: true });
    Object.assign(window, { heard });
  });
}

interface Shown {
  readonly first: number;
  readonly ms: number;
  readonly on: string | undefined;
}

/** For each event, when it was first the latest, and for how many ms the date stood still on it. */
async function heardOn(page: Page): Promise<Map<number, Shown>> {
  const [heard, end] = await page.evaluate(() => {
    const { heard } = window as unknown as { heard: [string, string, number][] };
    return [heard, Date.now()] as const;
  });
  const shown = new Map<number, Shown>();
  heard.forEach(([words, date, at], index) => {
    // “After event 3 of 71” tells of none: while the story plays, it is always in one.
    const number = Number(/ Event (\d+) of/.exec(words)?.[1]);
    const { first, ms, on } = shown.get(number) ?? { first: at, ms: 0, on: date };
    const stood = date === on ? (heard[index + 1]?.[2] ?? end) - at : 0;
    shown.set(number, { first, ms: ms + stood, on });
  });
  return shown;
}

const firstOf = (shown: Map<number, Shown>, number: number): number =>
  shown.get(number)?.first ?? NaN;

async function runUntilEnded(page: Page): Promise<void> {
  const replay = buttonOf(page, 'Replay');
  for (let part = 0; part < 60 && (await replay.count()) === 0; part++) {
    await page.clock.runFor(5000);
  }
  await expect(replay).toBeVisible();
}

test('Play on a fresh page tells the story to its end, each event for 1.5 s or more, then Replay', async ({
  page,
}) => {
  await listen(page);
  await buttonOf(page, 'Play').click();
  await runUntilEnded(page);
  expect(await saidBy(page)).toMatch(/^28 February 2019\..* Event 71 of 71$/);

  const shown = await heardOn(page);
  const all = FILE.events.map((_, index) => index + 1);
  expect([...shown.keys()], 'every event, in order').toEqual(all);
  const brief = [...shown].filter(([, { ms }]) => ms < 1500);
  expect(brief, 'events shown for less than 1.5 s').toEqual([]);
  const minutes = (firstOf(shown, 71) - firstOf(shown, 1)) / 60_000;
  expect(minutes, 'a two-year story in two minutes, or little more').toBeLessThan(3.5);

  await buttonOf(page, 'Replay').click();
  await expect(buttonOf(page, 'Pause')).toBeVisible();
  expect(await saidBy(page)).toMatch(/^19 September 2017\./);
  await page.clock.runFor(6000);
  expect(Number(await sliderOf(page).inputValue())).toBeGreaterThan(0);
});

test('With reduced motion, playing steps from event to event, each for 1.5 s or more', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await listen(page);
  await buttonOf(page, 'Play').click();
  await page.clock.runFor(30_000);
  const shown = await heardOn(page);
  const numbers = [...shown.keys()];
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  // The last is still being shown.
  expect([...shown.values()].slice(0, -1).filter(({ ms }) => ms < 1500)).toEqual([]);
  const words = await page.evaluate(() => (window as unknown as { heard: string[][] }).heard);
  const dates = words.map(([, date]) => date);
  expect(new Set(dates).size, 'nothing of the way between').toBeLessThanOrEqual(numbers.length);
});

test('Speed 2× halves the time, 0.5× doubles it', async ({ page }) => {
  await listen(page);
  const took = async (speed: string): Promise<number> => {
    await page.getByRole('combobox', { name: 'Speed' }).selectOption(speed);
    await sliderOf(page).press('Home');
    await listen(page);
    await buttonOf(page, 'Play').click();
    await page.clock.runFor(36_000 / Number.parseFloat(speed) / 2);
    await buttonOf(page, 'Pause').click();
    const shown = await heardOn(page);
    return firstOf(shown, 4) - firstOf(shown, 2);
  };
  const normal = await took('1×');
  expect((await took('2×')) / normal).toBeCloseTo(0.5, 1);
  expect((await took('0.5×')) / normal).toBeCloseTo(2, 1);
});

test('Scrubbing while playing goes on playing from there; Pause stops', async ({ page }) => {
  await listen(page);
  await buttonOf(page, 'Play').click();
  await page.clock.runFor(3000);
  await goToDay(page, '2018-07-15');
  await expect(buttonOf(page, 'Pause')).toBeVisible();
  await page.clock.runFor(3000);
  const step = Number(await sliderOf(page).inputValue());
  expect(step).toBeGreaterThan(stepOf('2018-07-15'));

  await buttonOf(page, 'Pause').click();
  const said = await saidBy(page);
  await page.clock.runFor(10_000);
  expect(await saidBy(page)).toBe(said);
  await expect(buttonOf(page, 'Play')).toBeVisible();
});
