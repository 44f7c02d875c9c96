import type { Page } from '@playwright/test';
import { expect, test } from '../browser/kit/page.ts';
import { boxOf } from '../browser/kit/story.ts';
import { bundlePage } from './fixture.ts';

// One worker bundles the page once for all.
test.describe.configure({ mode: 'default' });

let folder = '';

test.beforeAll(async ({ browserName }, info) => {
  folder = `${info.project.outputDir}/own-stories-${browserName}-${info.workerIndex}`;
  await bundlePage(folder);
});

/** Opens the bundled page with a story. The live map never comes: it is slow without a graphics card. */
async function open(page: Page, story: object): Promise<void> {
  await page.context().route('**/newsroom/**', async (route) => {
    const name = new URL(route.request().url()).pathname.replace('/newsroom/', '');
    if (name === 'story.json') return route.fulfill({ json: story });
    if (name.includes('/live-')) return undefined;
    return route.fulfill({ path: `${folder}/${name}` });
  });
  await page.goto('/newsroom/index.html');
  await expect(page.locator('#first').getByRole('slider')).toBeVisible();
}

const place = (id: string, geometry: object) => ({
  ...{ type: 'Feature', id, geometry },
  properties: { name: id, main: true },
});
const point = (id: string, ...coordinates: readonly number[]) =>
  place(id, { type: 'Point', coordinates });

/** A story of one day for each place. */
const storyOf = (features: readonly ReturnType<typeof place>[], more: object = {}) => ({
  ...{ version: 1, id: 'own', language: 'en', title: 'Own' },
  places: { type: 'FeatureCollection', features },
  events: features.map(({ id }, index) => ({
    ...{ id: `at-${id}`, when: `2020-01-${10 + index}`, at: id },
    ...{ title: `Something at ${id}`, text: 'It happens.' },
  })),
  ...more,
});

const BOUNDS = [
  [2, 48, 3.2, 49],
  [-75, 38, -70, 42],
  [100, 0, 106, 4],
];
const insetsOf = (...slots: readonly (string | undefined)[]) => ({
  frame: [-120, -40, 124, 64],
  insets: slots.map((slot, index) => ({
    ...{ id: `inset-${index}`, name: `Inset ${index}`, bounds: BOUNDS[index] },
    slot,
  })),
});
const TOWNS = [point('paris', 2.5, 48.8), point('berlin', 13.4, 52.5), point('cairo', 31.2, 30)];

/** Makes the map of a story as wide as is wanted, in pixels. Beside the panel it has a share of the room only. */
async function widenTo(page: Page, width: number): Promise<void> {
  const section = page.locator('#first');
  const off = async () => width - (await boxOf(section.locator('.map'))).width;
  const isWide = async (): Promise<boolean> => {
    const room = (await boxOf(section)).width + (await off());
    await section.evaluate((element, px) => (element.style.width = `${px}px`), room);
    return Math.abs(await off()) < 0.5;
  };
  await expect.poll(isWide).toBe(true);
}

/** The boxes of the map's parts as they are drawn. */
const readBoxes = (page: Page) =>
  page.locator('#first .map').evaluate((map) => {
    const read = (selector: string) =>
      [...map.querySelectorAll(selector)].map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return { left, top, right, bottom };
      });
    return {
      map: map.getBoundingClientRect().toJSON() as DOMRect,
      world: read('.world')[0],
      insets: read('.inset'),
      shown: read('.ties:not(.away) rect'),
    };
  });

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
/** Whether two boxes have more in common than their borders. */
const overlap = (a: Edges, b: Edges): boolean =>
  a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 2 && b.top < a.bottom - 2;

for (const slots of [
  [undefined, undefined],
  [undefined, undefined, undefined],
  ['bottom-left', 'bottom-right'],
  ['top-left', 'bottom-middle', 'bottom-right'],
  ['below', undefined],
  ['below', undefined, undefined],
]) {
  test(`No inset lies over another, over the part of the map that it shows or outside the map: ${slots.map(String).join(', ')}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1900, height: 1000 });
    await open(page, storyOf(TOWNS, insetsOf(...slots)));
    for (const width of [360, 620, 1000]) {
      await widenTo(page, width);
      const { map, world, insets, shown } = await readBoxes(page);
      expect(insets).toHaveLength(slots.length);
      for (const [index, inset] of insets.entries()) {
        const name = `inset ${index} on a map of ${width} px`;
        expect(inset.left, name).toBeGreaterThan(map.left - 2);
        expect(inset.right, name).toBeLessThan(map.right + 2);
        expect(inset.top, name).toBeGreaterThan(map.top - 2);
        expect(inset.bottom, name).toBeLessThan(map.bottom + 2);
        expect(inset.bottom - inset.top, name).toBeGreaterThan(40);
        // Where the author decides, an inset may lie over the part of another, and the checker warns.
        const parts = slots.some((slot) => slot !== undefined) ? [] : shown;
        const others = [...insets.slice(index + 1), ...parts];
        expect(
          others.filter((other) => overlap(inset, other)),
          name,
        ).toEqual([]);
        const isApart = !world || !overlap(inset, world);
        expect(isApart, name).toBe(width < 620 || slots.includes('below'));
      }
    }
  });
}

test('A story without insets has no room for one', async ({ page }) => {
  await page.setViewportSize({ width: 1900, height: 1000 });
  await open(page, storyOf(TOWNS));
  for (const width of [360, 620, 1000]) {
    await widenTo(page, width);
    const { map, world, insets } = await readBoxes(page);
    expect(insets).toEqual([]);
    expect(map.bottom - (world?.bottom ?? 0)).toBeLessThan(1);
  }
});

test('A story without places, people and sources shows a map of the world, its cards and its timeline', async ({
  page,
}) => {
  await open(page, {
    ...{ version: 1, id: 'own', language: 'en', title: 'Nowhere' },
    events: [
      { id: 'a', when: '2020-01-01', title: 'It begins', text: 'Somewhere.' },
      {
        id: 'b',
        when: '2020-01-09',
        kind: 'meeting',
        title: 'It ends',
        text: 'Nobody knows where.',
      },
    ],
  });
  const story = page.locator('#first');
  expect((await boxOf(story.locator('.world'))).height).toBeGreaterThan(100);
  await expect(story.locator('[data-mark]')).toHaveCount(0);
  const card = story.locator('.card');
  await expect(card).toContainText('It begins');
  await expect(card).toContainText('Event');
  await expect(card.locator('details')).toHaveCount(0);
  await story.getByRole('button', { name: 'Next event' }).click();
  await expect(card).toContainText('It ends');
  await expect(card).not.toContainText('announced');
  await expect(card.locator('.where')).toHaveText('9 January 2020');
  await expect(story.locator('[data-figure]:not(.card *, li *)')).toHaveCount(0);
});

test('Each of several islands is drawn and can be chosen', async ({ page }) => {
  const ringOf = (west: number, south: number, east: number, north: number) => [
    ...[
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ];
  const islands = place('islands', {
    type: 'MultiPolygon',
    coordinates: [[ringOf(176, -19, 178, -16)], [ringOf(-179, -18, -178, -16)]],
  });
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, storyOf([islands, point('suva', 170, -15)]));
  const area = page.locator('#first [data-zone="islands"] .area');
  const d = (await area.getAttribute('d')) ?? '';
  expect(d.match(/M/g)).toHaveLength(2);
  expect(d.match(/Z/g)).toHaveLength(2);
  const name = page.locator('#first button[data-place="islands"]');
  const middles = await area.evaluate((path) => {
    const { left, top } = (path.closest('.world') ?? path).getBoundingClientRect();
    return (path.getAttribute('d') ?? '')
      .split('Z')
      .slice(0, 2)
      .map((ring) => {
        const numbers = (ring.match(/-?[\d.]+/g) ?? []).map(Number);
        const middle = (axis: number): number => {
          const values = numbers.filter((_, index) => index % 2 === axis);
          return (Math.min(...values) + Math.max(...values)) / 2;
        };
        return [left + middle(0), top + middle(1)] as const;
      });
  });
  for (const [x, y] of middles) {
    await page.mouse.click(x, y);
    await expect(name).toHaveAttribute('aria-pressed', 'true');
    await page.mouse.click(x, y);
    await expect(name).toHaveAttribute('aria-pressed', 'false');
  }
});
