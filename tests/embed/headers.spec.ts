import type { Frame } from '@playwright/test';
import { expect, EMBED, test } from './kit/host.ts';
import { frameLine, readyFrame, untilLiveIn } from './kit/frames.ts';

/** A host page that is isolated from other origins, as it must be for shared memory. */
const isolated = (policy: string) => ({
  'cross-origin-embedder-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
});

/** What the policy of a frame's page refuses, of all that it must refuse. */
const refusedIn = (frame: Frame) =>
  frame.evaluate(() => {
    const attempts: Record<string, () => void> = {
      html: () => (document.createElement('div').innerHTML = '<b>b</b>'),
      script: () => (document.createElement('script').src = 'data:text/javascript,1'),
      worker: () => void new Worker('./assets/other.js'),
      policy: () =>
        (
          window as unknown as {
            trustedTypes: { createPolicy(name: string, rules: object): void };
          }
        ).trustedTypes.createPolicy('another', {}),
    };
    const isRefused = ([, attempt]: [string, () => void]): boolean => {
      try {
        attempt();
        return false;
      } catch {
        return true;
      }
    };
    return Object.entries(attempts)
      .filter(isRefused)
      .map(([name]) => name);
  });

// A violation of the Content-Security-Policy is an error on the console, which fails every test.
test.describe('With a live map', () => {
  test.use({ live: true, allowed: [/The action has been blocked/] });

  test('EM-18, EM-19: in an isolated page, and without an origin of its own, a frame lives with its map', async ({
    page,
    host,
  }) => {
    const small = 'width="240" height="240"';
    // Two live maps are enough: the third frame is looked at without.
    await page.route(/maplibre/, (route) =>
      route.request().frame() === page.frames()[3] ? undefined : route.continue(),
    );
    await host.open(
      frameLine(small, 'lang=ko') +
        frameLine(`${small} sandbox="allow-scripts"`) +
        frameLine(`${small} sandbox="allow-scripts allow-same-origin"`),
      { headers: isolated('require-corp') },
    );
    const frames = [await readyFrame(page), await readyFrame(page, 1), await readyFrame(page, 2)];
    const origins = await Promise.all(frames.map((frame) => frame.evaluate(() => origin)));
    expect(origins).toEqual([EMBED, 'null', EMBED]);
    const [first, second] = frames as [Frame, Frame];
    await untilLiveIn(first);
    await untilLiveIn(second);
    for (const [index, moment] of [/^2019년 2월 28일/, /^28 February 2019/, /^28 Feb/].entries()) {
      const slider = page.locator('iframe').nth(index).contentFrame().getByRole('slider');
      await slider.press('End');
      await expect(slider).toHaveAttribute('aria-valuetext', moment);
    }

    await test.step('EM-19: refused beside a live map are text that would be code, another worker, another policy', async () => {
      expect(await refusedIn(first)).toEqual(['html', 'script', 'worker', 'policy']);
    });
  });
});

test('EM-19: in a page that asks for others without credentials a frame lives too, and one that is so itself', async ({
  page,
  host,
}) => {
  await host.open(frameLine('height="300"') + frameLine('height="300" credentialless'), {
    headers: isolated('credentialless'),
  });
  for (const index of [0, 1]) {
    const frame = await readyFrame(page, index);
    await expect(frame.getByRole('slider')).toBeVisible();
  }
});
