import { expect, test as own } from '../kit/page.ts';
import { holdMapLibre, placeOf, regionOf } from '../kit/story.ts';
import { shared } from '../kit/shared.ts';

const test = shared('desktop');

own(
  'AX-31: on a page in another language every run of the story says that it is English; so does what is said aloud',
  async ({ page }) => {
    await holdMapLibre(page);
    await page.goto('/index.html?lang=ar&event=singapore');
    await expect(page.locator('section:has(#all-events) ol .item')).toHaveCount(71);
    const silent = await page.evaluate(() => {
      const texts = document.createTreeWalker(
        document.querySelector('#parley') ?? document,
        NodeFilter.SHOW_TEXT,
      );
      const found: string[] = [];
      while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode as Text;
        // The name of a publisher or a source in an Arabic sentence is but a name; so are the signs of keys and tokens.
        const names = '[aria-hidden], kbd, .claim > p > b, footer';
        if (!parentElement || parentElement.closest(names)) continue;
        const lang = parentElement.closest('[lang]')?.getAttribute('lang') ?? '';
        if (/[A-Za-z]{2}/.test(data) && lang === 'ar') found.push(data);
      }
      return found;
    });
    expect(silent).toEqual([]);
    const status = page.getByRole('status');
    await page.locator('section:has(#all-events) ol summary').nth(19).click();
    const told = status.locator('bdi[lang]');
    await expect(told).toHaveCount(1);
    await expect(told).toHaveAttribute('lang', 'en');
    await expect(told).toContainText(/[a-z]{3}/);
  },
);

test('AX-20: a place’s button leads to what is told of it; Escape closes that and goes back', async ({
  page,
}) => {
  const button = placeOf(page, 'Beijing');
  await expect(button).not.toHaveAttribute('aria-controls');
  await button.focus();
  await page.keyboard.press('Enter');
  const id = await button.getAttribute('aria-controls');
  await expect(regionOf(page, 'Beijing')).toHaveAttribute('id', id ?? '');
  await regionOf(page, 'Beijing').getByRole('button').first().focus();
  await page.keyboard.press('Escape');
  await expect(regionOf(page, 'Beijing')).toHaveCount(0);
  await expect(button).toBeFocused();

  // AX-30: what lies on the timeline has a name under the mouse.
  const names = page.locator('.lanes .mark title');
  await expect(names).toHaveCount(await page.locator('.lanes .mark').count());
  for (const name of await names.allTextContents()) expect(name).toMatch(/\w{2}/);
});
