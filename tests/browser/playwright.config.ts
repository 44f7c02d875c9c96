import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { composedPlainly } from './launch.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const inCI = Boolean(process.env['CI']);
const port = process.env['PARLEY_PORT'] ?? '4179';
const address = `http://127.0.0.1:${port}`;

/** What is launched otherwise than the rest. */
const OWN_BROWSER = ['**/embed/short.spec.ts', '**/browser/takeover.spec.ts'];

export default defineConfig({
  testDir: at('..'),
  testMatch: '**/*.spec.ts',
  outputDir: at('../../test-results'),
  snapshotPathTemplate: '{testDir}/visual/pictures/{arg}{ext}',
  // In CI a missing picture is a failure, never a new truth written in passing.
  updateSnapshots: inCI ? 'none' : 'missing',
  forbidOnly: inCI,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 45_000,
  globalTimeout: 12 * 60_000,
  reporter: 'list',
  // Those with a browser of their own first: at the end, one of them would go on alone.
  projects: [
    { name: 'a browser of its own', testMatch: OWN_BROWSER },
    { name: 'the pages', testIgnore: OWN_BROWSER },
  ],
  expect: {
    timeout: 10_000,
    // Another browser or another font smooths letters in another way; what must be drawn is seen to by `figures.spec.ts`.
    toHaveScreenshot: { maxDiffPixelRatio: 0.01, animations: 'disabled', caret: 'hide' },
  },
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 800 },
    // Neither is Korea's nor the other's default: a slip of the reader's zone or tongue shows.
    timezoneId: 'America/New_York',
    locale: 'en-GB',
    launchOptions: composedPlainly,
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: at('../..'),
    url: `${address}/index.html`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
