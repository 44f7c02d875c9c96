import { EMBED, expect, mapLine, SCRIPT, test } from './host.ts';

test('EM-04: two lines in an article show the map, and the article does not notice', async ({
  page,
  host,
}) => {
  await host.open(`${SCRIPT}${mapLine('date="2018-06-12"')}${SCRIPT}<p>On it goes.</p>`);
  await expect(host.frame().getByRole('slider')).toBeVisible();
  expect(host.asked()).toContain('/embed.html');
  expect(await page.locator('iframe').getAttribute('src')).toContain(EMBED);
});
