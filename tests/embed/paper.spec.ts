import type { Frame } from '@playwright/test';
import { readyFrame } from './kit/frames.ts';
import { EMBED, expect, test } from './kit/host.ts';

/** What of the map lies outside of what is printed of the frame, and the distance of a mark from its place, in pixels. */
const printedOf = (frame: Frame) =>
  frame.evaluate(() => {
    const boxOf = (each: Element) => each.getBoundingClientRect();
    const parts = '.map, .world, .inset, .names > *, [data-mark], .date, .headline';
    const cut = [...document.querySelectorAll(parts)]
      .filter((part) => part.checkVisibility())
      .filter((part) => {
        const { left, right, top, bottom } = boxOf(part);
        return left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
      })
      .map((part) => `${part.getAttribute('class')} ${part.getAttribute('data-mark')}`);
    const world = document.querySelector('.world');
    const [ground, story] = ['.ground', '.lines'].map((name) => {
      const matrix = world?.querySelector<SVGSVGElement>(name)?.getScreenCTM();
      return [matrix?.a ?? 0, matrix?.e ?? 0, matrix?.f ?? 0];
    });
    const apart = Math.max(
      ...(ground ?? []).map((one, index) => Math.abs(one - (story?.[index] ?? 0))),
    );
    return { cut, apart, width: boxOf(world?.parentElement ?? document.body).width };
  });

test('Printed inside an article, the map is whole in the room that its frame has on paper', async ({
  host,
  page,
}) => {
  // On the screen the frames are wider or narrower than on paper.
  const SIZES = [
    [640, 500],
    [340, 480],
    [500, 300],
  ];
  const frames = SIZES.map(
    ([width, height], index) =>
      `<iframe src="${EMBED}/embed.html?theme=${index ? 'dark' : 'light'}" style="width:${(width ?? 0) + 60 * (1 - index)}px;height:${height}px;border:0"></iframe>`,
  );
  await host.open(frames.join('<p>Text of the article.</p>'));
  const inside = await Promise.all(SIZES.map((_, index) => readyFrame(page, index)));
  await Promise.all(
    inside.map((frame) => frame.evaluate(() => window.dispatchEvent(new Event('beforeprint')))),
  );
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const [index, [width]] of SIZES.entries()) {
    const frame = inside[index];
    if (!frame) throw new Error('A frame is missing.');
    await page
      .locator('iframe')
      .nth(index)
      .evaluate((element, wide) => {
        element.style.width = `${wide}px`;
        // A frame out of view is not told of its size.
        element.scrollIntoView();
      }, width);
    await expect.poll(() => printedOf(frame)).toMatchObject({ cut: [], width });
    expect((await printedOf(frame)).apart, 'ground and story').toBeLessThan(0.5);
    await frame.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  }
  await page.emulateMedia({ media: null, colorScheme: null });
  await expect(
    inside[0]?.getByRole('button', { name: /^New York/ }) ?? page.locator('none'),
  ).toBeVisible();
});
