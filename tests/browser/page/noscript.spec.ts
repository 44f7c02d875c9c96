import { expect, mapOf, test, UNUSED_PRELOAD } from '../kit/page.ts';
import { FILE, MAIN, regionOf } from '../kit/story.ts';

test.use({ javaScriptEnabled: false, allowed: [UNUSED_PRELOAD] });

for (const { width, height } of [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
]) {
  test(`Without JavaScript the whole story is there to be read, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/index.html');

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(FILE.title);
    await expect(page.getByText(FILE.summary)).toBeVisible();
    for (const { name } of MAIN) {
      await expect(
        mapOf(page).getByText(name, { exact: true }).locator('visible=true'),
      ).toHaveCount(1);
    }

    const list = regionOf(page, 'All events');
    await expect(list.getByRole('listitem')).toHaveCount(FILE.events.length);
    const hidden = await list
      .locator('li p, li dd')
      .evaluateAll((texts) => texts.filter((text) => !text.checkVisibility()).length);
    expect(hidden).toBe(0);

    // A control that would not answer is worse than none. A person's name stays as a text.
    const controls = ':is(button:not([data-person]), input, select, [role="toolbar"]):visible';
    await expect(page.locator(controls)).toHaveCount(0);
    await page.locator('[data-person]').first().focus();
    await expect(page.locator('[data-person]:focus')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

test('Without JavaScript every link in the page leads somewhere in it', async ({ page }) => {
  await page.goto('/index.html');
  const lost = await page
    .locator('a[href^="#"]')
    .evaluateAll((links) =>
      links
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => !document.getElementById(href.slice(1))),
    );
  expect(lost).toEqual([]);

  const link = page.locator('#event-hanoi a[href^="#event-"]').first();
  const to = (await link.getAttribute('href')) ?? '';
  await link.click();
  await expect(page.locator(to)).toBeInViewport();
});

test('The statement on accessibility is found from the page, and leads back to it', async ({
  page,
}) => {
  await page.goto('/index.html');
  await page.getByRole('link', { name: 'Accessibility' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accessibility');
  await expect(page.getByRole('rowheader')).not.toHaveCount(0);
  await page.setViewportSize({ width: 320, height: 568 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.getByRole('link', { name: 'Back to the map' }).click();
  await expect(page).toHaveURL(/index\.html$/);
});
