import { composedPlainly } from '../browser/launch.ts';
import { frameLine, mapIn, readyFrame, untilLiveIn } from './frames.ts';
import { expect, test } from './host.ts';

test.use({
  // So few maps may be live in all frames together, and not sixteen, that five of them are too many.
  launchOptions: {
    ...composedPlainly,
    args: [...(composedPlainly.args ?? []), '--max-active-webgl-contexts=2'],
  },
});

// Where a browser runs short of them it writes to the console, which fails every test.
test('EM-25: where more maps come to life than the browser has WebGL for, each that is read is live, and none loses it', async ({
  page,
  host,
}) => {
  test.slow();
  await page.setViewportSize({ width: 300, height: 260 });
  const lines = Array.from({ length: 5 }, () => frameLine('height="250" loading="lazy"'));
  await host.open(lines.join('<div style="height:300px"></div>'));
  const read = async (index: number) => {
    await page.locator('iframe').nth(index).scrollIntoViewIfNeeded();
    const frame = await readyFrame(page, index);
    await untilLiveIn(frame);
    return mapIn(frame);
  };
  const first = await read(0);
  let left = first;
  for (const index of [1, 2, 3, 4, 0]) {
    const now = await read(index);
    // Whoever reads takes so long that what is left behind has come to rest before the next but one.
    await expect(left).toHaveAttribute('data-live', 'absent');
    left = now;
  }
  await expect(first).toHaveAttribute('data-ground', 'live');
});
