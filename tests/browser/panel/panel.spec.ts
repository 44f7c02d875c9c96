import { expect, test as own } from '../kit/page.ts';
import {
  boxOf,
  buttonOf,
  eventOf,
  FILE,
  goToDay,
  goToEvent,
  markOf,
  openStill,
  placeOf,
  regionOf,
  saidBy,
} from '../kit/story.ts';
import { shared } from '../kit/shared.ts';

const test = shared('desktop');

test('A place that is clicked shows its events in order, and a tap on one goes there', async ({
  page,
}) => {
  await placeOf(page, 'Singapore').click();
  const here = FILE.events.filter(({ at }) => at && markOf(at) === 'singapore');
  const lines = regionOf(page, 'Singapore').getByRole('listitem');
  await expect(lines).toHaveCount(here.length);
  for (const [index, { title }] of here.entries()) {
    await expect(lines.nth(index)).toContainText(title);
    await expect(lines.nth(index).locator('.when')).toHaveText(/^12 June 2018/);
  }
  await lines.last().getByRole('button').click();
  expect(await saidBy(page)).toMatch(/^12 June 2018\..*Event 29 of 71$/);
  await expect(regionOf(page, 'Now').locator('[data-event="singapore-statement"]')).toBeVisible();
});

test('A place that is clicked again, or Esc, or its own button lets go of it', async ({ page }) => {
  const [beijing, events] = [placeOf(page, 'Beijing'), regionOf(page, 'Beijing')];
  for (const clearSelection of [
    () => beijing.click(),
    () => page.keyboard.press('Escape'),
    () => events.getByRole('button', { name: 'Close' }).click(),
  ]) {
    await beijing.click();
    await expect(events).toBeVisible();
    await clearSelection();
    await expect(events).toHaveCount(0);
    await expect(beijing).toHaveAttribute('aria-pressed', 'false');
  }
});

test('A place that is selected lights its events on timeline and list', async ({ page }) => {
  await placeOf(page, 'Beijing').click();
  const here = FILE.events.filter(({ at }) => at && markOf(at) === 'beijing');
  const lit = page.locator('.timeline .lit');
  const ids = await lit.evaluateAll((all) =>
    all.flatMap((mark) => mark.getAttribute('data-events')?.split(' ') ?? []),
  );
  expect(ids).toEqual(expect.arrayContaining(here.map(({ id }) => id)));
  await expect(regionOf(page, 'All events').locator('li.lit')).toHaveCount(here.length);
});

test('The DMZ is clicked by its band as by its name', async ({ page }) => {
  const dmz = placeOf(page, 'DMZ');
  await expect(dmz).toHaveAttribute('aria-pressed', 'false');
  const point = await page.evaluate(() => {
    const band = document.querySelector<SVGPathElement>('[data-zone="dmz"] .band');
    const frame = band?.closest('.story')?.getBoundingClientRect();
    if (!band || !frame) throw new Error('The zone has no band.');
    const length = band.getTotalLength();
    const points = Array.from({ length: 40 }, (_, index) => {
      const { x, y } = band.getPointAtLength((index / 40) * length);
      return { x: frame.x + x, y: frame.y + y };
    });
    const free = points.find(({ x, y }) => document.elementFromPoint(x, y)?.closest('[data-zone]'));
    if (!free) throw new Error('The zone’s band is covered everywhere.');
    return free;
  });
  await page.mouse.click(point.x, point.y);
  await expect(dmz).toHaveAttribute('aria-pressed', 'true');
  await expect(regionOf(page, 'DMZ')).toBeVisible();
});

test('Now tells of each event what, when, where, and from which sources', async ({ page }) => {
  for (const id of ['singapore', 'pyongyang-declaration', 'hanoi']) {
    await goToEvent(page, id);
    const card = regionOf(page, 'Now').locator(`[data-event="${id}"]`);
    await expect(card.getByRole('heading', { level: 3 })).toHaveText(eventOf(id).title);
    await expect(card.locator('time').first()).toHaveText(/20(18|19)/);
    await card.locator('summary').click();
    const links = card.locator('details').getByRole('link');
    await expect(links).not.toHaveCount(0);
    await expect(card.locator('details p')).toHaveCount(eventOf(id).sources.length);
    for (const link of await links.all()) {
      await expect(link).toHaveAttribute('href', /^https?:\/\//);
      await expect(link).toHaveAttribute('target', '_blank');
      await expect(link).toHaveAttribute('rel', /\bnoopener\b/);
    }
  }
});

test('A day without events says so, and names the one before and the next', async ({ page }) => {
  await goToDay(page, '2018-08-01');
  const now = regionOf(page, 'Now');
  await expect(now).toContainText('Nothing is recorded for this day.');
  await expect(now.getByText('Before', { exact: true })).toBeVisible();
  await expect(now.getByText(eventOf('family-reunions').title)).toBeVisible();
});

test('Who goes on from a line below “Now” keeps the focus there, and the keys', async ({
  page,
}) => {
  await goToDay(page, '2018-08-01');
  const now = regionOf(page, 'Now');
  await now.getByRole('button', { name: eventOf('family-reunions').title }).focus();
  await page.keyboard.press('Enter');
  await expect(now.locator('[data-event="family-reunions"]')).toBeVisible();
  await expect(now).toBeFocused();
  const before = await saidBy(page);
  await page.keyboard.press('.');
  await expect.poll(() => saidBy(page)).not.toBe(before);
});

own('Who goes on faster than the cards keeps the focus when they follow', async ({ page }) => {
  await openStill(page);
  const now = regionOf(page, 'Now');
  await now.locator('summary').first().focus();
  await page.keyboard.press('.');
  await page.keyboard.press('.');
  await page.keyboard.press('.');
  await expect(now.locator(`[data-event="${FILE.events[3]?.id}"]`)).toBeVisible();
  await expect(now).toBeFocused();
});

test('Every disagreement of article and record is told on its card', async ({ page }) => {
  const differing = FILE.events.flatMap(({ id, claims = [] }) => {
    const told = claims.flatMap(({ differs }) => differs ?? []);
    return told.length > 0 ? [{ id, told }] : [];
  });
  expect(differing.length).toBeGreaterThan(20);
  for (const { id, told } of differing) {
    await goToEvent(page, id);
    const card = regionOf(page, 'Now').locator(`[data-event="${id}"]`);
    const words = await card.innerText();
    expect(words.match(/The record differs:/g) ?? [], id).toHaveLength(told.length);
    for (const text of told) expect(words, id).toContain(text);
  }
});

test('A chip on the map shows how a commitment stands', async ({ page }) => {
  const chips = () =>
    placeOf(page, 'DMZ')
      .locator('[data-state]')
      .evaluateAll((all) => all.map((chip) => chip.getAttribute('data-state')));
  await goToDay(page, '2018-04-26');
  expect(await chips()).toEqual([]);
  await goToDay(page, '2018-04-27');
  expect(await chips()).toEqual(['promised']);
  await goToDay(page, '2018-05-02');
  expect(await chips()).toEqual(['begun']);
  await goToDay(page, '2018-05-04');
  expect(await chips()).toEqual(['done']);
});

test('A selected place tells how each promise stands, forwards and backwards', async ({ page }) => {
  await placeOf(page, 'DMZ').click();
  const posts = regionOf(page, 'DMZ').locator('.commitment', { hasText: 'eleven guard posts' });
  const commitmentStatuses = [
    ['2018-09-19', 'promised'],
    ['2018-11-09', 'promised'],
    ['2018-11-10', 'begun'],
    ['2018-12-11', 'begun'],
    ['2018-12-12', 'done'],
    ['2019-02-28', 'done'],
  ] as const;
  for (const [day, state] of [...commitmentStatuses, ...commitmentStatuses.toReversed()]) {
    await goToDay(page, day);
    await expect(posts, day).toHaveAttribute('data-state', state);
    await expect(posts, day).toContainText(new RegExp(state, 'i'));
  }
  await goToDay(page, '2018-09-18');
  await expect(posts).toHaveCount(0);
});

for (const [width, height, scrolled] of [
  [360, 740, 0],
  [360, 740, 300],
  [1280, 800, 0],
] as const) {
  test(`The key to the map comes into view where it opens, at ${width} × ${height}, scrolled by ${scrolled}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.evaluate((y) => scrollTo(0, y), scrolled);
    await buttonOf(page, 'Key to the map').click();
    const title = page.locator('#legend-title');
    await expect(title).toBeInViewport({ ratio: 1 });
    const { y } = await boxOf(title);
    const row = await boxOf(page.locator('#legend li').first());
    expect(row.y).toBeGreaterThan(y);
    expect(row.y + row.height).toBeLessThanOrEqual(height);
  });
}
