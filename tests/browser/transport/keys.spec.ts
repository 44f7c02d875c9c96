import type { Page } from '@playwright/test';
import { expect } from '../kit/page.ts';
import { buttonOf, goToDay, loadHelp, placeOf, saidBy, sliderOf, stepOf } from '../kit/story.ts';
import { shared } from '../kit/shared.ts';

const test = shared('desktop');

const START = stepOf('2018-06-11');
const LAST = stepOf('2019-02-28');
const tenth = (count: number) => `step ${Math.round((count / 10) * LAST)}`;

/** What each key does from 11 June 2018, when nothing plays. */
const EFFECTS: readonly [key: string, effect: string][] = [
  ['k', 'plays'],
  ['j', `step ${START - 10}`],
  ['l', `step ${START + 10}`],
  ['ArrowLeft', `step ${START - 1}`],
  ['ArrowRight', `step ${START + 1}`],
  [',', 'says 1 June 2018. White House'],
  ['.', 'says 12 June 2018.'],
  ...Array.from({ length: 10 }, (_, digit): [string, string] => [String(digit), tenth(digit)]),
  ['Home', 'step 0'],
  ['End', `step ${LAST}`],
  ['<', 'speed 0.5'],
  ['>', 'speed 1.5'],
];

async function reset(page: Page): Promise<void> {
  await goToDay(page, '2018-06-11');
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('1×');
  await placeOf(page, 'Beijing').focus();
}

async function expectEffect(page: Page, effect: string): Promise<void> {
  const [verb, ...rest] = effect.split(' ');
  const value = rest.join(' ');
  if (verb === 'step') await expect(sliderOf(page)).toHaveValue(value);
  if (verb === 'speed') {
    await expect(page.getByRole('combobox', { name: 'Speed' })).toHaveValue(value);
  }
  if (verb === 'says') expect((await saidBy(page)).startsWith(value.slice(0, 11))).toBe(true);
  if (verb === 'plays') {
    await expect(buttonOf(page, 'Pause')).toBeVisible();
    await page.keyboard.press('k');
    await expect(buttonOf(page, 'Play')).toBeVisible();
  }
}

test.describe('While the focus is inside, the keys', () => {
  test('do what they do on every video player', async ({ page }) => {
    for (const [key, effect] of EFFECTS) {
      await test.step(`${key}: ${effect}`, async () => {
        await reset(page);
        await page.keyboard.press(key);
        await expectEffect(page, effect);
      });
    }
  });

  test('change a speed that was picked in the list, and the list shows it', async ({ page }) => {
    const speed = page.getByRole('combobox', { name: 'Speed' });
    await speed.selectOption('1.5×');
    await placeOf(page, 'Beijing').focus();
    for (const [key, value] of [
      ['<', '1'],
      ['<', '0.5'],
      ['>', '1'],
      ['>', '1.5'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(speed).toHaveValue(value);
    }
  });

  test('do nothing once the focus has left', async ({ page }) => {
    await loadHelp(page);
    await reset(page);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    const before = await saidBy(page);
    for (const [key] of EFFECTS) await page.keyboard.press(key);
    await page.keyboard.press('?');
    expect(await saidBy(page)).toBe(before);
    await expect(page.getByRole('combobox', { name: 'Speed' })).toHaveValue('1');
    await expect(buttonOf(page, 'Play')).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('leave the browser’s own shortcuts alone', async ({ page }) => {
    await reset(page);
    const taken = await page.evaluate(() => {
      const target = document.activeElement;
      return ['ctrlKey', 'metaKey', 'altKey'].flatMap((modifier) =>
        ['l', 'f', 'ArrowLeft', '0'].filter((key) => {
          const press = { key, [modifier]: true, bubbles: true, cancelable: true };
          return !target?.dispatchEvent(new KeyboardEvent('keydown', press));
        }),
      );
    });
    expect(taken).toEqual([]);
  });

  test('press a focused button once, by Space as by Enter', async ({ page }) => {
    for (const key of ['Space', 'Enter']) {
      await reset(page);
      await buttonOf(page, 'Next event').focus();
      await page.keyboard.press(key);
      expect(await saidBy(page)).toMatch(/^12 June 2018\./);
      await expect(buttonOf(page, 'Play')).toBeVisible();
    }
    await buttonOf(page, 'Play').focus();
    await page.keyboard.press('Space');
    await expect(buttonOf(page, 'Pause')).toBeFocused();
    await page.keyboard.press('Space');
    await expect(buttonOf(page, 'Play')).toBeFocused();
  });

  test('toggle by Space on the slider, and do not scroll the page', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 400 });
    await sliderOf(page).scrollIntoViewIfNeeded();
    await sliderOf(page).focus();
    const top = await page.evaluate(() => scrollY);
    await page.keyboard.press('Space');
    await expect(buttonOf(page, 'Pause')).toBeVisible();
    await page.keyboard.press('Space');
    await expect(buttonOf(page, 'Play')).toBeVisible();
    await sliderOf(page).press('ArrowRight');
    expect(await page.evaluate(() => scrollY)).toBe(top);
  });

  test('let go of the place by Esc', async ({ page }) => {
    const singapore = placeOf(page, 'Singapore');
    await singapore.click();
    await page.keyboard.press('Escape');
    await expect(singapore).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('Escape');
    await expect(singapore).toHaveAttribute('aria-pressed', 'false');
  });

  test('fill the screen by f, and give it back', async ({ page }) => {
    await reset(page);
    await page.keyboard.press('f');
    const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
    await expect.poll(isFull).toBe(true);
    await page.keyboard.press('f');
    await expect.poll(isFull).toBe(false);
  });

  test('are listed by ?, exactly those that are bound', async ({ page }) => {
    await reset(page);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard' });
    // It is loaded when it is first asked for.
    await expect(dialog).toBeVisible();
    const listed = await dialog.locator('kbd').allTextContents();
    const written = new Map([
      ['Space', ' '],
      ['←', 'ArrowLeft'],
      ['→', 'ArrowRight'],
      ['Esc', 'Escape'],
    ]);
    const keys = listed
      .map((key) => written.get(key) ?? key)
      .map(plain)
      .sort();
    const tested = [...EFFECTS.map(([key]) => key), ' ', 'f', '?', 'Escape'].map(plain).sort();
    expect(keys, 'what is listed is what this file tests').toEqual(tested);

    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect((await boundIn(page)).sort(), 'and what the page takes for itself').toEqual(tested);
  });
});

const plain = (key: string): string => (key.length === 1 ? key.toLowerCase() : key);

/** The keys that the page keeps from the browser while a place’s button has the focus. */
function boundIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
    const named = ['Escape', 'Home', 'End', 'PageUp', 'PageDown', 'Tab', 'Enter', 'Delete'];
    const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
    const inside = document.querySelector('[data-ground] ~ *') ?? document.querySelector('h1');
    // A press by a script may not fill the screen, and the browser would say so.
    const fill = Element.prototype.requestFullscreen;
    Element.prototype.requestFullscreen = () => Promise.resolve();
    const taken = [...printable, ...named, ...arrows].filter((key) => {
      const press = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      inside?.dispatchEvent(press);
      document.querySelector('dialog')?.close();
      return press.defaultPrevented;
    });
    Element.prototype.requestFullscreen = fill;
    return [...new Set(taken.map((key) => (key.length === 1 ? key.toLowerCase() : key)))];
  });
}
