import { SMALL, untilLive, untilReady } from '../browser/page.ts';
import { EMBED, expect, test } from './host.ts';
import { frameLine, keepStill, readyFrame, untilLiveIn } from './frames.ts';

/** A host page that is isolated from other origins, as it must be for shared memory. */
const isolated = (policy: string) => ({
  'cross-origin-embedder-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
});

// A violation of the Content-Security-Policy is an error on the console, which fails every test.
test('EM-18, EM-19: in an isolated page, and without an origin of its own, a frame lives with its map', async ({
  page,
  host,
}) => {
  test.slow();
  await host.open(
    frameLine('width="300" height="300"') +
      frameLine('width="300" height="300" sandbox="allow-scripts"') +
      frameLine('width="300" height="300" sandbox="allow-scripts allow-same-origin"'),
    { headers: isolated('require-corp') },
  );
  const frames = [await readyFrame(page), await readyFrame(page, 1), await readyFrame(page, 2)];
  const origins = await Promise.all(frames.map((frame) => frame.evaluate(() => origin)));
  expect(origins).toEqual([EMBED, 'null', EMBED]);
  for (const frame of frames.slice(0, 2)) await untilLiveIn(frame);
  for (const frame of frames) {
    await frame.getByRole('slider').press('End');
    await expect(frame.getByRole('slider')).toHaveAttribute('aria-valuetext', /^28 February 2019/);
  }
});

test('EM-19: in a page that asks for others without credentials a frame lives too, and one that is so itself', async ({
  page,
  host,
}) => {
  await keepStill(page);
  await host.open(frameLine('height="300"') + frameLine('height="300" credentialless'), {
    headers: isolated('credentialless'),
  });
  for (const index of [0, 1]) {
    const frame = await readyFrame(page, index);
    await expect(frame.getByRole('slider')).toBeVisible();
  }
});

test.describe('What the policy forbids', () => {
  test.use({ allowed: [/The action has been blocked/], viewport: SMALL });

  test('EM-19: is refused beside a live map: text that would be code, another worker, another policy', async ({
    page,
  }) => {
    await page.goto(`${EMBED}/embed.html?lang=ko`);
    await untilReady(page);
    await untilLive(page);
    const refused = await page.evaluate(() => {
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
    expect(refused).toEqual(['html', 'script', 'worker', 'policy']);
  });
});
