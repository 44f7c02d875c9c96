import type { Page } from '@playwright/test';
import { expectSeen } from './kit/example.ts';
import { expect, HOST, test } from './kit/host.ts';
import { OFTEN } from './kit/frames.ts';

interface Steered extends HTMLElement {
  readonly date: string;
}

const dateOf = (page: Page) => page.locator('parley-map').evaluate((map) => (map as Steered).date);

const read = (page: Page, heading: string) =>
  page
    .getByRole('heading', { name: heading })
    .evaluate((each) => each.scrollIntoView({ block: 'center' }));

test('Paragraphs and links of the article steer the map, and take nothing else; its address keeps the map’s state', async ({
  page,
  host,
}) => {
  await page.setViewportSize({ width: 360, height: 720 });
  await host.example('scroll.html');
  const slider = host.frame().getByRole('slider');

  await test.step('EM-04: the example “scroll” shows its map, and does not notice it', () =>
    expectSeen(page, /^29 November 2017/));
  const before = await page.evaluate(() => scrollY);

  await test.step('a link goes to its day, and the article stays where it is', async () => {
    const link = page.getByRole('link', { name: 'Singapore' });
    await link.click();
    await expect(slider).toHaveAttribute('aria-valuetext', /^12 June 2018/);
    await expect.poll(() => dateOf(page), OFTEN).toBe('2018-06-12');
    expect(await page.evaluate(() => scrollY)).toBe(before);
    await expect(link).toBeFocused();
    expect(page.url()).toBe(`${HOST}/examples/scroll.html`);
  });

  await test.step('a link goes to its event', async () => {
    await page.getByRole('link', { name: 'Hanoi' }).press('Enter');
    await expect(slider).toHaveAttribute('aria-valuetext', /^27 February 2019/);
  });

  await test.step('a paragraph that comes to be read goes to its day, down the page and up', async () => {
    for (const [heading, date] of [
      ['A paper with dates', /^19 September 2018/],
      ['Checked on the spot', /^12 December 2018/],
      ['Over the line', /^27 April 2018/],
    ] as const) {
      await read(page, heading);
      await expect(slider).toHaveAttribute('aria-valuetext', date);
    }
  });

  await test.step('and the map stays in sight beside it, on a phone', async () => {
    const map = await page.locator('parley-map').boundingBox();
    const text = await page.getByRole('heading', { name: 'Over the line' }).boundingBox();
    expect(map?.y).toBe(0);
    expect(text?.y).toBeGreaterThan((map?.y ?? 0) + (map?.height ?? 0));
    expect(text?.y).toBeLessThan(720);
  });

  await test.step('EM-12: the article’s own address keeps the map’s state, and a link to it opens there', async () => {
    // The slider is in sight: nothing scrolls, so no paragraph steers.
    await slider.fill('266');
    await expect(page).toHaveURL(/\?map=t%3D2018-06-12$/);
    const moment = (await slider.getAttribute('aria-valuetext')) ?? '';
    expect(moment).toMatch(/^12 June 2018/);

    await host.example(`scroll.html${new URL(page.url()).search}`);
    await expect(host.frame().getByRole('slider')).toHaveAttribute('aria-valuetext', moment);

    await page.getByRole('button', { name: 'Link to this moment' }).click();
    const status = page.getByRole('status');
    await expect.poll(async () => (await status.textContent()) === page.url(), OFTEN).toBe(true);
  });
});
