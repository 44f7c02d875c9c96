import { test as plain } from '@playwright/test';
import { expect, test, watch } from '../browser/kit/page.ts';

const OWN = 'http://own.test';

/** One fault each, as a page could commit it, and the words it is reported in. */
const FAULTS: readonly [name: string, script: string, words: RegExp][] = [
  ['an exception', 'setTimeout(() => { throw new Error("thrown") })', /^error: .*thrown/],
  ['an unhandled rejection', 'Promise.reject(new Error("rejected"))', /^error: .*rejected/],
  ['a console error', 'console.error("logged")', /^console\.error: logged/],
  ['a console warning', 'console.warn("warned")', /^console\.warning: warned/],
  ['another origin', 'new Image().src = "http://other.test/x.png"', /another origin: .*other/],
];

for (const [name, script, words] of FAULTS) {
  plain(`The watch on a page reports ${name}`, async ({ context, page }) => {
    await context.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<script>${script}</script>` }),
    );
    const faults = watch(context, [OWN]);
    await page.goto(OWN);
    await expect.poll(() => faults.join('\n')).toMatch(words);
  });
}

test.describe('A test that knows what it provokes', () => {
  test.use({ allowed: [/^console\.warning: expected/] });

  test('may allow it by name', async ({ page }) => {
    await page.goto('about:blank');
    await page.evaluate('console.warn("expected")');
  });
});

test.describe('A test that does not', () => {
  test.fail('fails on a console line, as this one must', async ({ page }) => {
    await page.goto('about:blank');
    await page.evaluate('console.warn("unexpected")');
  });
});
