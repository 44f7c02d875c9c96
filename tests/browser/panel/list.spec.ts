import { expect, test as own, UNUSED_PRELOAD } from '../kit/page.ts';
import { eventOf, FILE, regionOf, saidBy } from '../kit/story.ts';
import { shared } from '../kit/shared.ts';

const test = shared('desktop');

test('An item of the list opens where it stands and goes to its event; closing it does not', async ({
  page,
}) => {
  const list = regionOf(page, 'All events');
  const item = list.locator('#event-singapore');
  const [details, summary] = [item.locator('details'), item.locator('summary')];
  await expect(details).not.toHaveAttribute('open');
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(details).toHaveAttribute('open');
  await expect(summary).toBeInViewport();
  await expect(summary).toHaveAttribute('aria-current', 'true');
  expect(await saidBy(page)).toMatch(/^12 June 2018\./);
  await expect(item).toContainText(eventOf('singapore').text);

  const pyongyang = list.locator('#event-pyongyang-declaration summary');
  await pyongyang.click();
  await expect(summary).not.toHaveAttribute('aria-current');
  await summary.click();
  await expect(details).not.toHaveAttribute('open');
  expect(await saidBy(page), 'closing leaves the moment as it is').toMatch(/^19 September 2018\./);

  // A link to an earlier event opens that one’s item and goes on there.
  await list.locator('#event-pyongyang-declaration').getByRole('link').first().click();
  const earlier = list.locator('#event-pyongyang-summit');
  await expect(earlier.locator('details')).toHaveAttribute('open');
  await expect(earlier.locator('summary')).toBeFocused();
  expect(await saidBy(page)).toMatch(/^18 September 2018\./);
  expect(new URL(page.url()).hash, 'no entry in the history').toBe('');

  // Folded, the list is one stop.
  await list.locator('summary').first().click();
  await expect(list.getByRole('listitem')).toHaveCount(0);
});

own.describe('Without scripts', () => {
  own.use({ javaScriptEnabled: false, allowed: [UNUSED_PRELOAD] });

  own('the list stands open, to be read', async ({ page }) => {
    await page.goto('/index.html');
    const shown = await page
      .locator('li .event-details')
      .evaluateAll((all) => all.filter((told) => told.checkVisibility()).length);
    expect(shown).toBe(FILE.events.length);
    await expect(
      page.getByText(/^Without JavaScript the map shows only the beginning/),
    ).toBeVisible();
    const { follows = [] } = eventOf('pyongyang-declaration');
    await page.locator('#event-pyongyang-declaration').getByRole('link').first().click();
    expect(new URL(page.url()).hash).toBe(`#event-${follows[0]?.event}`);
  });
});
