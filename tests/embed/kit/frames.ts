import type { Frame, Locator, Page } from '@playwright/test';
import { EMBED } from './host.ts';

/** How long to wait, in ms, before a page is asked again. Playwright itself waits up to a second. */
export const OFTEN = { intervals: [20, 50, 100] };

/** A frame as a newsroom pastes it: nothing but attributes. */
export const frameLine = (attributes = '', query = ''): string =>
  `<iframe src="${EMBED}/embed.html${query && `?${query}`}" title="Map: the Korean thaw"
    ${/width=/.test(attributes) ? '' : 'width="100%"'} ${/height=/.test(attributes) ? '' : 'height="476"'}
    frameborder="0" ${attributes}></iframe>`;

/** Waits until an element of a frame's document says something by one of its attributes, through navigations too. */
async function untilSaid(frame: Frame, selector: string, name: string, value: string) {
  await frame.waitForFunction(
    ([where, attribute, expected]) =>
      document.querySelector(where)?.getAttribute(attribute) === expected,
    [selector, name, value] as const,
    { polling: 50 },
  );
}

/** The n-th frame's document, once it answers to the reader. */
export async function readyFrame(page: Page, index = 0): Promise<Frame> {
  const element = await page.locator('iframe').nth(index).elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('There is no such frame.');
  await untilSaid(frame, 'html', 'data-parley', 'ready');
  return frame;
}

/** The part of a frame that holds the ground and the story. */
export const mapIn = (frame: Frame): Locator => frame.locator('[data-ground]');

/** Waits until MapLibre has taken over from the still ground; slow without a graphics card. */
export const untilLiveIn = (frame: Frame): Promise<void> =>
  untilSaid(frame, '[data-ground]', 'data-ground', 'live');

declare global {
  interface Window {
    /** Only in a frame whose words a test keeps. */
    words: string[];
  }
}

/**
 * Keeps all that a frame's slider says from now on. Who asks now and then what it says misses what is said for a
 * moment only. Returns the way to read it.
 */
export async function keepWords(frame: Frame): Promise<() => Promise<readonly string[]>> {
  await frame.evaluate(() => {
    const slider = document.querySelector('input[type="range"]');
    if (!slider) throw new Error('There is no slider.');
    const keep = () => void window.words.push(slider.getAttribute('aria-valuetext') ?? '');
    window.words = [];
    new MutationObserver(keep).observe(slider, { attributeFilter: ['aria-valuetext'] });
    keep();
  });
  return () => frame.evaluate(() => window.words);
}

/** What the theme's tokens stand for in a page or a frame now, as a browser paints it. */
export const painted = (within: Page | Frame, ...names: string[]): Promise<string[]> =>
  within.evaluate((tokens) => {
    const probe = document.body.appendChild(document.createElement('i'));
    const colours = tokens.map((token) => {
      probe.style.color = `var(--${token})`;
      return getComputedStyle(probe).color;
    });
    probe.remove();
    return colours;
  }, names);
