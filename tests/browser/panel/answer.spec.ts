import type { Page } from '@playwright/test';
import { expect, mapOf } from '../kit/page.ts';
import {
  boxOf,
  buttonOf,
  FILE,
  goToDay,
  markOf,
  painted,
  placeOf,
  sliderOf,
} from '../kit/story.ts';
import { shared } from '../kit/shared.ts';

const finger = shared('finger');
const desktop = shared('desktop');

const answerOf = (page: Page) => page.getByRole('button', { name: /events? so far/ });

/** How many events the story has at a place before a day. */
const eventsBefore = (place: string, day: string): number =>
  FILE.events.filter(({ at, when }) => at && markOf(at) === place && when < day).length;

/** Where the things are that a choice must not move. */
const fixed = async (page: Page) => {
  await painted(page);
  const things = [mapOf(page), buttonOf(page, 'Play'), sliderOf(page)];
  return Promise.all(things.map(boxOf));
};

for (const [width, height] of [
  [320, 568],
  [360, 740],
  [768, 900],
] as const) {
  finger(
    `At ${width} × ${height} a tapped place answers on the spot, and one tap leads to all of it`,
    async ({ page }) => {
      await page.setViewportSize({ width, height });
      await goToDay(page, '2018-09-18');
      await page.evaluate(() => scrollTo(0, 0));
      const before = await fixed(page);
      // Not `tap`, which scrolls to a place that the buttons cover.
      await placeOf(page, 'Pyongyang').dispatchEvent('click');
      const answer = answerOf(page);
      await expect(answer).toBeInViewport({ ratio: 1 });
      expect(await fixed(page), 'nothing moves').toEqual(before);
      expect((await boxOf(answer)).height).toBeGreaterThanOrEqual(44);
      await expect(answer).toContainText(
        `${eventsBefore('pyongyang', '2018-09-19')} events so far`,
      );
      await expect(answer).toContainText('18–20 September 2018');
      await expect(answer, 'how its promises stand').toContainText(
        /Promised\s*1.*Begun\s*1.*Done\s*1/s,
      );
      await answer.tap();
      const heading = page.getByRole('heading', { name: 'Pyongyang', exact: true });
      await expect(heading).toBeInViewport();
      await expect(heading).toBeFocused();
      await page.evaluate(() => scrollTo(0, 0));
    },
  );
}

finger('The answer is about the moment that is shown', async ({ page }) => {
  await placeOf(page, 'DMZ').tap();
  const answer = answerOf(page);
  await expect(answer).toContainText('0 events so far');
  await expect(answer, 'nothing has happened there').toContainText('Next: ');
  for (const day of ['2018-11-02', '2018-12-13']) {
    await goToDay(page, day);
    await expect(answer).toContainText(`${eventsBefore('dmz', day)} event`);
    await expect(answer).not.toContainText('Next: ');
  }
});

desktop('By keyboard the answer comes after the map and before the buttons', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await placeOf(page, 'Beijing').press('Enter');
  await answerOf(page).focus();
  await page.keyboard.press('Tab');
  await expect(buttonOf(page, 'Play')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Beijing', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(answerOf(page)).toHaveCount(0);
  await expect(placeOf(page, 'Beijing')).toBeFocused();
});

desktop('Beside a panel that shows the place there is no such answer', async ({ page }) => {
  await placeOf(page, 'Beijing').click();
  await expect(page.getByRole('heading', { name: 'Beijing', exact: true })).toBeInViewport();
  await expect(answerOf(page)).toBeHidden();
});
