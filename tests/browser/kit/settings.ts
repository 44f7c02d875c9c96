import type { BrowserContextOptions } from '@playwright/test';

/** Where `npm run pages` serves the built pages. */
export const ADDRESS = `http://127.0.0.1:${process.env['PARLEY_PORT'] ?? '4179'}`;

/** What every page under test is opened with. */
export const CONTEXT: BrowserContextOptions = {
  baseURL: ADDRESS,
  viewport: { width: 1280, height: 800 },
  // Neither is Korea’s nor the other’s default: a slip of the reader’s zone or language shows.
  timezoneId: 'America/New_York',
  locale: 'en-GB',
};

/** The frames a story is read in, from a small phone to a large desk. */
export const SIZES = [
  { width: 320, height: 568 },
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/** Room enough for the live map where its size does not matter: its pictures take time by their pixels. */
export const SMALL = { width: 800, height: 600 } as const;
