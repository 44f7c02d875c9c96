import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import { EMBED } from './host.ts';

/** How long to wait, in ms, before a frame is asked again. */
const OFTEN = [50];

/** A frame as a newsroom pastes it: nothing but attributes. */
export const frameLine = (attributes = '', query = ''): string =>
  `<iframe src="${EMBED}/embed.html${query && `?${query}`}" title="Map: the Korean thaw"
    ${/width=/.test(attributes) ? '' : 'width="100%"'} ${/height=/.test(attributes) ? '' : 'height="476"'}
    frameborder="0" ${attributes}></iframe>`;

/** Keeps MapLibre waiting, where a test is about all the rest: without a graphics card it is slow. */
export async function keepStill(page: Page): Promise<void> {
  await page.route(/maplibre/, () => undefined);
}

/** What an element of a frame says. */
const saidIn = (frame: Frame, selector: string, name: string) => () =>
  frame.evaluate(([where, attribute]) => document.querySelector(where)?.getAttribute(attribute), [
    selector,
    name,
  ] as const);

/** The n-th frame's document, once it answers to the reader. */
export async function readyFrame(page: Page, index = 0): Promise<Frame> {
  const element = page.locator('iframe').nth(index);
  await expect(element.contentFrame().locator('#parley')).toBeAttached({ timeout: 20_000 });
  const frame = await (await element.elementHandle())?.contentFrame();
  if (!frame) throw new Error('There is no such frame.');
  await expect
    .poll(saidIn(frame, 'html', 'data-parley'), { timeout: 20_000, intervals: OFTEN })
    .toBe('ready');
  return frame;
}

/** The part of a frame that holds the ground and the story. */
export const mapIn = (frame: Frame): Locator => frame.locator('[data-ground]');

/** Waits until MapLibre has taken over from the still ground; slow without a graphics card. */
export async function untilLiveIn(frame: Frame): Promise<void> {
  await expect
    .poll(saidIn(frame, '[data-ground]', 'data-ground'), { timeout: 30_000, intervals: OFTEN })
    .toBe('live');
}
