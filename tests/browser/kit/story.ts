import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, openStory } from './page.ts';
import { holdMapLibre } from './waits.ts';

export { holdMapLibre, painted } from './waits.ts';

interface File {
  readonly title: string;
  readonly summary: string;
  readonly sources: readonly { id: string; url?: string }[];
  readonly people: readonly { id: string; initials: string }[];
  readonly places: {
    readonly features: readonly {
      id: string;
      geometry: { type: string; coordinates: unknown };
      properties: { name: string; main?: boolean; within?: string };
    }[];
  };
  readonly events: readonly EventInFile[];
}

export interface EventInFile {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly when: string;
  readonly at?: string;
  readonly who?: readonly string[];
  readonly sources: readonly string[];
  readonly claims?: readonly { says: string; differs?: string }[];
  readonly follows?: readonly { event: string }[];
  readonly commitments?: readonly { id: string; binds: string }[];
}

const path = new URL('../../../geo/stories/korea-thaw.json', import.meta.url);

/** The story's file in one of its languages: what the page must tell. */
export const fileIn = (language: string): File =>
  JSON.parse(readFileSync(path, 'utf8'), (_, value: unknown) =>
    typeof value === 'object' && value !== null && language in value
      ? (value as Record<string, unknown>)[language]
      : value,
  ) as File;

/** As its author wrote it. */
export const FILE = fileIn('en');

/** The five places the story leans on, by id and by the name on their buttons. */
export const MAIN = FILE.places.features
  .filter(({ properties }) => properties.main)
  .map(({ id, properties }) => ({ id, name: properties.name }));

/** The place on the map that stands for a place: itself, or the one it lies in. */
export function markOf(id: string): string {
  const within = FILE.places.features.find((place) => place.id === id)?.properties.within;
  return within ? markOf(within) : id;
}

export function eventOf(id: string): EventInFile {
  const event = FILE.events.find((candidate) => candidate.id === id);
  if (!event) throw new Error(`The story has no event ${id}.`);
  return event;
}

/** The slider's step for a day: days since the story's first. */
export const stepOf = (day: string): number =>
  (Date.parse(day) - Date.parse('2017-09-19')) / 86_400_000;

export const sliderOf = (page: Page) => page.getByRole('slider', { name: 'Date', exact: true });
export const regionOf = (page: Page, name: string) =>
  page.getByRole('region', { name, exact: true });
export const buttonOf = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true });
export const placeOf = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}, \\d+ event`) });

/** What the slider says aloud: the date, what happened, and which event of how many. */
export async function saidBy(page: Page): Promise<string> {
  return (await sliderOf(page).getAttribute('aria-valuetext')) ?? '';
}

export async function goToDay(page: Page, day: string): Promise<void> {
  await sliderOf(page).fill(String(stepOf(day)));
}

/** Chooses an event from the list of all events, by opening it. */
export async function goToEvent(page: Page, id: string): Promise<void> {
  const item = regionOf(page, 'All events').locator(`#event-${id} details`);
  await item.evaluate((details: HTMLDetailsElement) => {
    details.open = false;
    details.querySelector('summary')?.click();
  });
}

/** Where something lies in the viewport. */
export async function boxOf(thing: Locator) {
  const box = await thing.boundingBox();
  if (!box) throw new Error('What is to be measured is not to be seen.');
  return box;
}

/** Opens the story and leaves the map still: quick, and all that most tests need. */
export async function openStill(page: Page, query = ''): Promise<void> {
  await holdMapLibre(page);
  await openStory(page, query);
}

/** Opens the help and closes it. It is loaded when it is first asked for; afterwards it opens at once. */
export async function loadHelp(page: Page): Promise<void> {
  await buttonOf(page, 'Keyboard').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
