import { expect, test } from '../browser/kit/page.ts';

test.use({ viewport: { width: 640, height: 900 }, allowed: [/net::ERR_FAILED/] });

/** Shapes that are large and black, each by its element and class. */
const findBlots = (): string[] =>
  [...document.querySelectorAll('svg :is(path,rect,circle,polygon,ellipse)')]
    .filter((shape) => {
      const { width, height } = shape.getBoundingClientRect();
      return getComputedStyle(shape).fill === 'rgb(0, 0, 0)' && width * height > 400;
    })
    .map((shape) => `${shape.tagName} ${shape.getAttribute('class')}`);

for (const query of ['', '?lang=ko&t=2018-06-12', '?theme=dark&list=open']) {
  test(`A frame whose style sheet and scripts are refused still reads, and its map has no black shapes: ${query}`, async ({
    page,
  }) => {
    // As in a browser where a policy refuses both: WebKit, in a frame without an origin.
    await page.route('**/assets/**', (route) => route.abort());
    await page.goto(`/embed.html${query}`);
    expect(await page.evaluate(findBlots)).toEqual([]);
    const land = page.locator('path.land').first();
    await expect(land).not.toHaveCSS('fill', 'rgb(0, 0, 0)');
    await expect(land).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const icon = page.locator('.frame-line svg').first();
    expect((await icon.boundingBox())?.width).toBe(16);
  });
}
