import { readFileSync } from 'node:fs';
import type { Locator, Page, Route } from '@playwright/test';
import { drawHarbour } from '../../fixtures/pictures.ts';
import { expect, mapOf, test, untilReady } from '../kit/page.ts';
import { ADDRESS } from '../kit/settings.ts';
import { boxOf, holdMapLibre, painted, regionOf } from '../kit/story.ts';

const OTHER = 'https://archive.example';
const read = (): unknown =>
  JSON.parse(readFileSync(new URL('../../fixtures/own-looks.json', import.meta.url), 'utf8'));

interface File {
  readonly events: readonly object[];
}

/** Where the story has a name of its own, and Spain's: longitude and latitude. */
const [OWN, MOVED] = [
  [20, 25],
  [-40, 30],
] as const;

const MEDIA = [
  { image: 'pictures/harbour 1.png', alt: 'A ship in the harbour' },
  { image: `${OTHER}/table.jpg`, alt: 'A table' },
  { video: 'walk.mp4', alt: 'A walk', poster: `${OTHER}/gate.jpg`, captions: 'walk.vtt' },
];

/** Colours of the parties, names on the ground and media: all that a story brings along. */
function writeStory(): string {
  const file = read() as File;
  const [summit, ...others] = file.events;
  const names = [
    { name: { en: 'Old World', ko: '구세계' }, at: OWN },
    { id: 'ES', at: MOVED },
    { id: 'FR', hide: true },
  ];
  const events = [{ ...summit, media: MEDIA }, ...others];
  return JSON.stringify({ ...file, ground: { names }, events });
}

/** What is asked for, by path; of another site with its origin. */
async function serve(page: Page): Promise<readonly string[]> {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    asked.push(origin === ADDRESS ? pathname : origin + pathname);
  });
  const give = (contentType: string, body: string | Buffer) => (route: Route) =>
    route.fulfill({ contentType, body });
  await page.route('**/desk/2026/story.json', give('application/json', writeStory()));
  await page.route('**/*.png', give('image/png', drawHarbour(900, 600)));
  await page.route('**/walk.vtt', give('text/vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\nThis way.'));
  return asked;
}

/** The colour in which a token is filled, or a line drawn. */
const colourOf = (token: Locator): Promise<string> =>
  token.evaluate((drawn) => {
    const shape = drawn.querySelector('rect, circle');
    return shape ? getComputedStyle(shape).fill : getComputedStyle(drawn).stroke;
  });

const rgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;

/** The colours of a story’s party on the light and the dark page, as its author wrote them. */
const PARTIES = [
  { party: 'United States', person: 'Ronald Reagan', of: ['#117a5d', '#58d0a8'] },
  { party: 'Soviet Union', person: 'Mikhail Gorbachev', of: ['#8c0f24', '#ff7583'] },
] as const;

/** Web Mercator: how far a latitude lies from the equator, in degrees of longitude. */
const upOf = (latitude: number): number => {
  const angle = (latitude * Math.PI) / 180;
  return (Math.log(Math.tan(Math.PI / 4 + angle / 2)) * 180) / Math.PI;
};

/** The middle of a place's mark on the world, in pixels. */
async function markOf(page: Page, id: string) {
  const { x, y, width, height } = await boxOf(
    mapOf(page).locator(`[data-mark="${id}"] .dot`).first(),
  );
  return { x: x + width / 2, y: y + height / 2 };
}

/** The middle of a name on the ground, in pixels; null where the map does not have it. */
const middleOf = (page: Page, name: string) =>
  mapOf(page).evaluate((map, text) => {
    const found = [...map.querySelectorAll('[data-ground-name] text')].find(
      (each) => each.textContent.replace(/\s+/g, ' ').trim() === text,
    );
    if (!found) return null;
    const { x, y, width, height } = found.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, name);

test.use({ allowed: [/ warning: /] });

test('A story that is loaded at run time brings its own colours, names on the ground and media', async ({
  page,
}) => {
  const asked = await serve(page);
  await holdMapLibre(page);
  await page.goto('/index.html?story=desk/2026/story.json&event=summit&theme=light');
  await untilReady(page);
  await painted(page);
  const card = regionOf(page, 'Now').locator('[data-event="summit"]');

  await test.step('parties: on the map, on the card and in the key, light and dark', async () => {
    await page.getByRole('button', { name: 'Key to the map' }).click();
    for (const [index, theme] of ['light', 'dark'].entries()) {
      await page.evaluate((value) => (document.documentElement.style.colorScheme = value), theme);
      for (const { party, person, of } of PARTIES) {
        const key = page.locator('#legend li').filter({ hasText: party }).locator('[data-hue]');
        // On the map a party is known by its shape.
        const shape = await key.first().getAttribute('data-hue');
        const tokens = {
          seat: mapOf(page).locator(`[data-figure="table"] [data-hue="${shape}"]`),
          line: mapOf(page).locator(`path[data-hue="${shape}"]`),
          card: card.locator('.people p').filter({ hasText: person }).locator('[data-hue]'),
          key,
        };
        for (const [where, token] of Object.entries(tokens)) {
          expect(await colourOf(token.first()), `${party}, ${where}, ${theme}`).toBe(
            rgb(of[index] ?? ''),
          );
        }
      }
    }
  });

  await test.step('names on the ground: one added, one moved, one left out', async () => {
    const places = { Washington: [-77.04, 38.9], Moscow: [37.62, 55.75] } as const;
    const [west, east] = await Promise.all([markOf(page, 'washington'), markOf(page, 'moscow')]);
    /** Pixels for a degree of longitude. */
    const scale = (east.x - west.x) / (places.Moscow[0] - places.Washington[0]);
    for (const [name, at] of [
      ['Old World', OWN],
      ['Spain', MOVED],
    ] as const) {
      const middle = await middleOf(page, name);
      const x = west.x + (at[0] - places.Washington[0]) * scale;
      const y = west.y - (upOf(at[1]) - upOf(places.Washington[1])) * scale;
      // It may stand a line aside, where something of the story is.
      expect(Math.hypot((middle?.x ?? 0) - x, (middle?.y ?? 0) - y), name).toBeLessThan(20);
    }
    expect(await middleOf(page, 'Poland'), 'a land that the story does not mention').not.toBeNull();
    expect(await middleOf(page, 'France')).toBeNull();
  });

  await test.step('media: beside the story they come from its folder; no other site is asked', async () => {
    await expect(card.getByAltText('A ship in the harbour')).toHaveJSProperty('naturalWidth', 900);
    await expect(
      card.getByRole('link', { name: 'Show the picture at archive.example' }),
    ).toHaveCount(1);
    const film = card.locator('video');
    await expect(film).toHaveJSProperty('src', `${ADDRESS}/desk/2026/walk.mp4`);
    await expect(film).not.toHaveAttribute('poster');
    await film.evaluate((video: HTMLVideoElement) => {
      for (const track of video.textTracks) track.mode = 'showing';
    });
    await expect.poll(() => asked).toContain('/desk/2026/walk.vtt');
    expect(asked).toContain('/desk/2026/pictures/harbour%201.png');
    expect(asked.filter((address) => !address.startsWith('/'))).toEqual([]);
  });
});
