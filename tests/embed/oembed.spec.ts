import { describeEmbed } from '../../src/site/metadata/oembed.ts';
import { heightAt } from '../../src/embed/protocol.ts';
import { readyFrame } from './kit/frames.ts';
import { EMBED, expect, test } from './kit/host.ts';

test('EM-29: what whoever asks by oEmbed is given to paste is one frame, a link and no script, and there is a map in it', async ({
  page,
  host,
}) => {
  const name = 'Map: The Korean thaw, 2017–2019';
  const told = { address: `${EMBED}/`, name, title: 'The Korean thaw, 2017–2019', language: 'en' };
  const { html } = describeEmbed(told);
  await host.open('<main></main>', { head: '<style>body{margin:0}</style>' });
  // As an editor's system pastes it: a script in it would not run.
  const pasted = await page.evaluate((html) => {
    const main = document.querySelector('main');
    if (main) main.innerHTML = html;
    return [...(main?.querySelectorAll('*') ?? [])].map(({ tagName }) => tagName);
  }, html);
  expect(pasted).toEqual(['IFRAME', 'P', 'A']);
  await expect(page.getByRole('link', { name })).toHaveAttribute('href', `${EMBED}/`);
  const iframe = page.locator('iframe');
  await expect(iframe).toHaveAttribute('src', `${EMBED}/embed.html`);
  await expect(iframe).toHaveAttribute('title', name);
  const frame = await readyFrame(page);
  await expect(frame.getByRole('slider')).toBeVisible();
  expect(await iframe.boundingBox()).toMatchObject({ width: 640, height: heightAt(640) });
});
