import { frameLine, readyFrame } from './kit/frames.ts';
import { EMBED, expect, test } from './kit/host.ts';

// The browser tells the console why it opens nothing.
test.use({ allowed: [/Blocked opening .* because the request was made in a sandboxed frame/] });

/** The event of 12 June 2018 with its sources, on a sheet that is open. */
const AT = 't=2018-06-12&list=open';

for (const sandbox of ['allow-scripts', 'allow-scripts allow-same-origin']) {
  test(`Where a frame may open no tabs, the address of each link can be seen and copied: ${sandbox}`, async ({
    page,
    host,
  }) => {
    await page.setViewportSize({ width: 640, height: 700 });
    await host.open(frameLine(`sandbox="${sandbox}" height="640"`, AT));
    const frame = await readyFrame(page);
    const dialog = frame.getByRole('dialog', { name: /does not let it open links/ });
    const address = dialog.getByRole('textbox', { name: 'Link' });

    await test.step('a source, by mouse', async () => {
      await frame
        .locator('summary', { hasText: /sources?/i })
        .first()
        .click();
      const source = frame.locator('a[href^="https:"]').locator('visible=true').first();
      const href = (await source.getAttribute('href')) ?? '';
      await source.click();
      await expect(address).toHaveValue(href);
      await expect(address, 'selected, and heard by a screen reader').toBeFocused();
      await dialog.getByRole('button', { name: 'Copy: Link' }).click();
      await expect(dialog.getByRole('status')).toHaveText(/^Copied\.$|Ctrl\+C/);
      const said = await dialog.getByRole('status').locator('span').elementHandle();
      await dialog.getByRole('button', { name: 'Copy: Link' }).click();
      await expect
        .poll(() => said?.evaluate((span) => span.isConnected), 'a second copy is announced too')
        .toBe(false);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(source).toBeFocused();
    });

    await test.step('the whole page, by key, at the moment that is shown', async () => {
      const whole = frame.getByRole('link', { name: 'Whole page' });
      await whole.press('Enter');
      await expect(address).toHaveValue(`${EMBED}/index.html?list=open&t=2018-06-12`);
      await dialog.getByRole('button', { name: 'Close' }).click();
      await expect(dialog).toHaveCount(0);
      await expect(whole).toBeFocused();
    });

    await test.step('the page’s own dialogs close, though a sandbox may block forms', async () => {
      const closed = async () => {
        await frame.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
        await expect(frame.getByRole('dialog')).toHaveCount(0);
      };
      await frame.getByRole('button', { name: 'Share' }).click();
      await closed();
      await frame.getByRole('slider').press('?');
      await closed();
    });

    await test.step('what works in the frame goes on working', async () => {
      await frame.getByRole('slider').press('End');
      await expect(frame.getByRole('slider')).toHaveAttribute(
        'aria-valuetext',
        /^28 February 2019/,
      );
      expect(page.context().pages()).toHaveLength(1);
    });
  });
}

for (const [name, attributes] of [
  ['the frame’s own line', 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"'],
  ['no sandbox', ''],
] as const) {
  test(`Where a frame may open tabs, a link opens one, without a way back to the frame: ${name}`, async ({
    page,
    host,
  }) => {
    await host.open(frameLine(`${attributes} height="640"`, AT));
    const frame = await readyFrame(page);
    for (let count = 1; count <= 2; count += 1) {
      const [tab] = await Promise.all([
        page.waitForEvent('popup'),
        frame.getByRole('link', { name: 'Whole page' }).click(),
      ]);
      await expect(tab).toHaveURL(`${EMBED}/index.html?list=open&t=2018-06-12`);
      expect(await tab.evaluate(() => opener)).toBeNull();
      await tab.close();
    }
    await expect(frame.getByRole('dialog')).toHaveCount(0);
  });
}
