import type { Page } from '@playwright/test';
import { expect, mapOf, test, UNUSED_PRELOAD } from '../kit/page.ts';
import { FILE, openStill, regionOf } from '../kit/story.ts';

/** The text of an A4 page with margins of 15 mm, in CSS pixels. */
const PAPER = { width: 680, height: 1009 };

/** What the browser does when somebody prints, up to the paper itself. */
async function layOutOnPaper(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize(PAPER);
}

/** How many pages a PDF has, and whether anything is written on them. */
function readPdf(pdf: Buffer) {
  const text = pdf.toString('latin1');
  return {
    pages: text.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    written: /\/Type\s*\/Font\b/.test(text),
  };
}

test('On paper the page is its title, the map at this moment, and the whole story with its sources', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openStill(page, 'event=singapore-statement&theme=dark');
  await layOutOnPaper(page);

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(FILE.summary)).toBeVisible();
  await expect(page.getByText('12 June 2018', { exact: true }).first()).toBeVisible();
  const map = mapOf(page);
  expect((await map.boundingBox())?.width).toBe(PAPER.width);
  await expect(map.locator('[data-mark="singapore"] [data-figure="seal"]')).toBeVisible();
  await expect(map.getByText('Korean peninsula')).toBeVisible();
  await expect(page.getByText('A curve shows who travels where, not the route.')).toBeVisible();

  await expect(page.getByRole('slider')).toHaveCount(0);
  await expect(page.getByRole('toolbar')).toHaveCount(0);
  // The names of places and people are buttons on the screen; on paper they are names.
  await expect(page.locator('button:visible:not([data-place], [data-person])')).toHaveCount(0);

  const list = regionOf(page, 'All events');
  await expect(list.getByRole('listitem')).toHaveCount(FILE.events.length);
  const told = await list.evaluate((region) => ({
    folded: [...region.querySelectorAll('li p, li dd')].filter((text) => !text.checkVisibility())
      .length,
    addresses: [...region.querySelectorAll('li a[href^="http"]')].filter(
      (link) =>
        getComputedStyle(link, '::after').content !== `" ${link.getAttribute('href') ?? ''}"`,
    ).length,
  }));
  expect(told, 'texts that stay folded, links without their address').toEqual({
    folded: 0,
    addresses: 0,
  });

  const paper = await page.locator('#parley > article').evaluate((article) => ({
    ground: getComputedStyle(article).backgroundColor,
    ink: getComputedStyle(article).color,
    wide: document.documentElement.scrollWidth,
    empty: [...article.querySelectorAll('section, li, p, h1, h2, h3, h4, dl')].filter(
      (box) => box.checkVisibility() && !/\S/.test(box.textContent) && !box.querySelector('svg'),
    ).length,
  }));
  expect(paper).toEqual({
    ground: 'rgb(255, 255, 255)',
    ink: 'rgb(26, 26, 26)',
    wide: PAPER.width,
    empty: 0,
  });

  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ media: null, colorScheme: null });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect.poll(async () => (await map.boundingBox())?.width).toBe(390);
});

test('The printed pages are as many as the story needs, and none is blank', async ({ page }) => {
  await openStill(page);
  const { pages, written } = readPdf(await page.pdf({ format: 'A4' }));
  expect(written).toBe(true);
  expect(pages).toBeGreaterThan(8);
  expect(pages).toBeLessThan(24);
});

test.describe('Where no script runs', () => {
  test.use({ javaScriptEnabled: false, allowed: [UNUSED_PRELOAD] });

  test('the page is printed all the same', async ({ page }) => {
    await page.goto('/index.html');
    const pdf = readPdf(await page.pdf({ format: 'Letter' }));
    expect(pdf.written).toBe(true);
    expect(pdf.pages, 'the whole story, not its first page alone').toBeGreaterThan(8);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('[data-mark="singapore"] .dot')).toBeVisible();
  });
});
