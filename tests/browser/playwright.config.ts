import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { composedPlainly } from './kit/launch.ts';
import { ADDRESS, CONTEXT } from './kit/settings.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const inCI = Boolean(process.env['CI']);

const MINUTE = 60_000;

/** What is launched otherwise than the rest. */
const OWN_BROWSER = ['**/embed/short.spec.ts', '**/browser/map/takeover.spec.ts'];

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
  // A limit is there for what never comes, not for what comes late: a slow machine must not fail.
  timeout: 10 * MINUTE,
  maxFailures: 10,
  reporter: [['list'], ['./kit/failures.ts']],
  // Those with a browser of their own first: at the end, one of them would go on alone.
  projects: [
    { name: 'a browser of its own', testMatch: OWN_BROWSER },
    { name: 'the pages', testIgnore: OWN_BROWSER },
  ],
  expect: {
    timeout: 2 * MINUTE,
    // Another browser or another font smooths letters in another way; what must be drawn is seen to by `figures.spec.ts`.
    toHaveScreenshot: { maxDiffPixelRatio: 0.01, animations: 'disabled', caret: 'hide' },
  },
  use: {
    ...CONTEXT,
    launchOptions: composedPlainly,
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${new URL(ADDRESS).port} --strictPort`,
    cwd: at('../..'),
    url: `${ADDRESS}/index.html`,
    reuseExistingServer: false,
    timeout: 10 * MINUTE,
  },
});
