import type { Locator, Page } from '@playwright/test';
import { expect, mapOf } from '../kit/page.ts';
import { eventOf, FILE, goToEvent, placeOf, regionOf, saidBy } from '../kit/story.ts';
import { shared } from '../kit/shared.ts';

const desktop = shared('desktop');
const finger = shared('finger');

const NAME = 'Donald Trump';
const ID = 'donald-trump';

/** The person's name in the card of an event, in its item of the list, or in a history. */
const nameIn = (page: Page, region: string, within = '') =>
  regionOf(page, region).locator(`${within} [data-person="${ID}"]`).first();

/** The events in which the file names the person, up to and with one of them. */
function eventsUntil(id: string): readonly string[] {
  const last = FILE.events.findIndex((event) => event.id === id);
  return FILE.events
    .slice(0, last + 1)
    .filter((event) => {
      const { who = [], from, to } = event as typeof event & { from?: string; to?: string };
      return [...who, from, to].includes(ID);
    })
    .map(({ title }) => title);
}

/** The name of the part of the page that a button says it controls (`aria-controls`); null if it says none. */
const opensOf = (button: Locator): Promise<string | null> =>
  button.evaluate((element) => {
    const id = element.getAttribute('aria-controls');
    if (id === null) return null;
    const label = document.getElementById(id)?.getAttribute('aria-labelledby') ?? '';
    return document.getElementById(label)?.textContent ?? 'a part that is not there';
  });

/** The events whose journeys are drawn in full on one of the map's frames, because of the selection. */
const eventsInFull = (page: Page): Promise<string[]> =>
  mapOf(page)
    .locator('path[data-journeys][stroke-opacity="1"]')
    .evaluateAll((paths) => {
      const journeys = paths.flatMap(
        (path) => path.getAttribute('data-journeys')?.split(' ') ?? [],
      );
      return [...new Set(journeys.map((journey) => journey.split('/')[0] ?? ''))].sort();
    });

desktop(
  'A name on a card brings back the person’s lines and history, and Esc lets go',
  async ({ page }) => {
    await goToEvent(page, 'hanoi');
    const name = nameIn(page, 'Now');
    await expect(name).toHaveAttribute('aria-pressed', 'false');
    await expect(name).toHaveAccessibleName(NAME);
    expect(await opensOf(name)).toBeNull();
    expect(await eventsInFull(page)).toEqual([]);

    await name.click();
    await expect(name).toHaveAttribute('aria-pressed', 'true');
    const listed = nameIn(page, 'All events', '#event-singapore');
    for (const button of [name, listed]) expect(await opensOf(button)).toBe(NAME);
    const inFull = await eventsInFull(page);
    expect(inFull).toContain('singapore');
    for (const id of inFull) expect(eventsUntil('hanoi')).toContain(eventOf(id).title);

    const history = regionOf(page, NAME);
    await expect(history.getByRole('heading', { name: NAME })).toBeInViewport();
    const person = FILE.people.find(({ id }) => id === ID) as { role?: string } | undefined;
    await expect(history).toContainText(person?.role ?? 'no role');
    await expect(history).toContainText('United States');
    const lines = history.getByRole('listitem');
    await expect(lines).toHaveCount(eventsUntil('hanoi').length);
    const titles = await lines.locator('.title').allTextContents();
    expect(titles.sort()).toEqual([...eventsUntil('hanoi')].sort());
    await expect(page.getByRole('status')).toContainText(
      `${NAME} is selected, ${eventsUntil('hanoi').length} events listed`,
    );
    await expect(regionOf(page, 'All events').locator('li.lit')).toHaveCount(
      eventsUntil(FILE.events.at(-1)?.id ?? '').length,
    );
    await expect(listed).toHaveAttribute('aria-pressed', 'true');

    await page.keyboard.press('Escape');
    await expect(history).toHaveCount(0);
    await expect(name).toHaveAttribute('aria-pressed', 'false');
    await expect(listed).toHaveAttribute('aria-pressed', 'false');
    for (const button of [name, listed]) expect(await opensOf(button)).toBeNull();
    expect(await eventsInFull(page)).toEqual([]);
  },
);

desktop(
  'By keyboard: pressed, gone through, closed; the focus goes back to the name',
  async ({ page }) => {
    await goToEvent(page, 'hanoi');
    const name = nameIn(page, 'Now');
    await name.press('Enter');
    await expect(name).toBeFocused();
    const history = regionOf(page, NAME);
    for (const [focused, key] of [
      [history.getByRole('button', { name: 'Close' }), 'Enter'],
      [history.getByRole('listitem').last().getByRole('button'), 'Escape'],
    ] as const) {
      await focused.press(key);
      await expect(history).toHaveCount(0);
      await expect(name).toBeFocused();
      await name.press('Space');
      await expect(history).toBeVisible();
    }
    await name.press('Space');
    await expect(history, 'another press lets go').toHaveCount(0);

    await name.press('Enter');
    await history.getByRole('button', { name: eventOf('singapore').title }).press('Enter');
    expect(await saidBy(page)).toMatch(/^12 June 2018\b/);
    await expect(history).toBeVisible();
  },
);

desktop('A place and a person let go of each other', async ({ page }) => {
  await goToEvent(page, 'singapore');
  await nameIn(page, 'Now').click();
  await placeOf(page, 'Singapore').click();
  await expect(regionOf(page, NAME)).toHaveCount(0);
  await expect(regionOf(page, 'Singapore')).toBeVisible();
  await nameIn(page, 'Now').click();
  await expect(regionOf(page, 'Singapore')).toHaveCount(0);
  await expect(regionOf(page, NAME)).toBeVisible();
  await expect(placeOf(page, 'Singapore')).toHaveAttribute('aria-pressed', 'false');
});

desktop(
  'A place names its people as text, so that Tab goes from its heading past Close to its first event',
  async ({ page }) => {
    await placeOf(page, 'Pyongyang').click();
    const history = regionOf(page, 'Pyongyang');
    await expect(history.getByText(/^People: .*Kim Jong Un/)).toBeVisible();
    await history.getByRole('heading', { name: 'Pyongyang' }).focus();
    await page.keyboard.press('Tab');
    await expect(history.getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(history.getByRole('listitem').first().getByRole('button')).toBeFocused();
  },
);

desktop('A name in the list selects as one on a card does', async ({ page }) => {
  await goToEvent(page, 'singapore');
  const name = nameIn(page, 'All events', '#event-singapore');
  await name.click();
  await expect(name).toHaveAttribute('aria-pressed', 'true');
  await expect(regionOf(page, NAME).getByRole('heading', { name: NAME })).toBeInViewport();
  await name.click();
  await expect(regionOf(page, NAME)).toHaveCount(0);
});

finger(
  'On a phone the answer stands in the room of the headline, and leads to the history',
  async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await goToEvent(page, 'singapore');
    await nameIn(page, 'Now').tap();
    const answer = page.getByRole('button', { name: /events? so far/ });
    await expect(answer).toBeInViewport({ ratio: 1 });
    await expect(answer).toContainText(`${eventsUntil('singapore').length} events so far`);
    await expect(answer).toContainText(NAME);
    await answer.tap();
    await expect(page.getByRole('heading', { name: NAME, exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(answer).toHaveCount(0);
    await page.evaluate(() => scrollTo(0, 0));
  },
);
