import type { CDPSession, Locator, Page } from '@playwright/test';

/** Milliseconds until an answer counts as no. The live map is slow without a graphics card, and it gives up after 20 s. */
const PATIENCE = 60_000;
/** Milliseconds between two looks at the page. */
const PACE = 50;

/** What is asked of a page. Each throws an error with the reason, or waits until it is so. */
export const QUESTIONS = {
  /** There is one map, however often a framework has started it. */
  map: async (page: Page) => {
    await sliderOf(page).first().waitFor({ timeout: PATIENCE });
    await settle(page);
    await until('there is one map', async () => (await page.locator('parley-view').count()) === 1);
  },

  slider: async (page: Page) => {
    const slider = sliderOf(page);
    const before = await valueOf(slider);
    await slider.press('ArrowRight');
    await until('→ moves the slider', async () => (await valueOf(slider)) === before + 1);
  },

  /** The page steers the map by the player that it has made. */
  player: async (page: Page) => {
    const before = await valueOf(sliderOf(page));
    await page.locator('#next').click();
    await until('the player moves the map', async () => (await valueOf(sliderOf(page))) > before);
  },

  /** MapLibre runs, so its worker has started. */
  live: (page: Page) =>
    page.locator('parley-view [data-ground="live"]').waitFor({ timeout: PATIENCE }),

  /** `<parley-map>` becomes a map. */
  element: (page: Page) =>
    page
      .locator('parley-map')
      .frameLocator('iframe')
      .getByRole('slider')
      .waitFor({ timeout: PATIENCE }),

  /** So does a plain frame. */
  frame: (page: Page) =>
    page.frameLocator('#root > iframe').getByRole('slider').waitFor({ timeout: PATIENCE }),

  /** A map that is shown and hidden again leaves no element and no listener. */
  unmount: async (page: Page) => {
    const toggle = page.locator('#toggle');
    const maps = page.locator('parley-view, parley-map');
    const devtools = await page.context().newCDPSession(page);
    await toggle.click();
    await until('the map goes', async () => (await maps.count()) === 0);
    const before = await listenersOf(devtools);
    await toggle.click();
    await QUESTIONS.map(page);
    await QUESTIONS.live(page);
    await toggle.click();
    await until('the map goes again', async () => (await maps.count()) === 0);
    const after = await listenersOf(devtools);
    if (after !== before) throw new Error(`listeners are left: ${after}; before it was ${before}`);
  },

  /**
   * A key of the map goes no further than the map; other keys reach the slides. reveal.js moves a slide while it hears the
   * key, so there is nothing to wait for.
   */
  keys: async (page: Page) => {
    const slide = page.locator('.slides > section.present');
    const isShown = (text: string) => async () =>
      (await slide.evaluate((section) => section.id || section.textContent)) === text;
    await until('the first slide is there', isShown('Who met whom'));
    await page.keyboard.press('ArrowRight');
    await until('→ shows the slide of the map', isShown('map'));
    const slider = sliderOf(page);
    await slider.waitFor({ timeout: PATIENCE });
    for (const key of ['ArrowRight', 'k', 'k', 'End', 'Home', 'Space', 'Space']) {
      await slider.press(key);
      if (!(await isShown('map')())) throw new Error(`${key} on the slider moves the slides`);
    }
    await slider.press('n');
    await until('n shows the next slide', isShown('Thank you'));
    await page.keyboard.press('p');
    await until('p shows the slide of the map', isShown('map'));
  },
};

export type Question = keyof typeof QUESTIONS;

const sliderOf = (page: Page): Locator => page.locator('parley-view').getByRole('slider');

const valueOf = async (slider: Locator): Promise<number> => Number(await slider.inputValue());

/** Waits for two frames: effects of a framework have run, also those that StrictMode runs twice. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`it is not so that ${what}`);
    await new Promise((done) => setTimeout(done, PACE));
  }
}

/** The events that window, document, root and body listen to, each as often as it is listened to. */
async function listenersOf(devtools: CDPSession): Promise<string> {
  const types: string[] = [];
  for (const expression of ['window', 'document', 'document.documentElement', 'document.body']) {
    const { result } = await devtools.send('Runtime.evaluate', { expression });
    const objectId = result.objectId ?? '';
    const { listeners } = await devtools.send('DOMDebugger.getEventListeners', { objectId });
    types.push(...listeners.map(({ type }) => `${expression} ${type}`));
  }
  return types.sort().join(', ');
}
