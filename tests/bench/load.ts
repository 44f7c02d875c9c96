import type { Browser } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.ts';
import { writePeers } from './peers.ts';
import { serveFolder } from './server.ts';
import { measureStartup, type Candidate, type Startup } from './startup.ts';
import { quantile } from './trace.ts';

/**
 * How soon the page can be used on a slow phone, beside pages that others make today. `README.md` beside this file
 * says what is measured. In turn, because what else the machine does changes from minute to minute: only ratios
 * within one run count.
 */
const ROUNDS = Number(process.env['PARLEY_ROUNDS'] ?? 5);

const DIST = process.env['PARLEY_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'parley-peers-'));
await writePeers(folder);
const parley = await serveFolder(DIST);
const peers = await serveFolder(folder);

const CANDIDATES: readonly [Candidate, ...Candidate[]] = [
  {
    name: 'Parley',
    url: `${parley.address}index.html`,
    control: 'input[type="range"]',
    shows: [
      { selector: 'input[type="range"]', attribute: 'aria-valuetext' },
      { selector: '[data-place]', attribute: 'aria-label' },
    ],
  },
  {
    name: 'TimelineJS',
    url: `${peers.address}timelinejs/index.html`,
    control: '.tl-slidenav-next',
    shows: [
      { selector: '.tl-timemarker', attribute: 'class' },
      { selector: '.tl-slider-container', attribute: 'style' },
    ],
  },
  {
    name: 'Leaflet + TimeDimension',
    url: `${peers.address}leaflet/index.html`,
    control: '.timecontrol-forward',
    shows: [{ selector: '.timecontrol-date' }, { selector: 'path.event', attribute: 'd' }],
  },
  {
    name: 'bare slider',
    url: `${peers.address}slider/index.html`,
    control: 'input[type="range"]',
    shows: [{ selector: 'output' }, { selector: 'circle', attribute: 'class' }],
  },
];

const browser = await launchBrowser();
try {
  const load = loadavg()[0] ?? NaN;
  const startups = await measureAll(browser);
  console.log(`\nSlow 4G, processor 4 times slower, 820 x 900, ${ROUNDS} rounds. Medians:\n`);
  report(startups.map((own) => quantiles(own, 0.5)));
  compare(startups.map((own) => quantiles(own, 0.5).usable));
  // The least of each is what the machine's other work has touched the least.
  console.log('\nThe least of each:\n');
  report(startups.map((own) => quantiles(own, 0)));
  console.log(
    `\nload of the machine: ${load.toFixed(1)} before, ${loadavg()[0]?.toFixed(1)} after`,
  );
} finally {
  await browser.close();
  parley.close();
  peers.close();
  await rm(folder, { recursive: true, force: true });
}

/** Each candidate's startups, one for each round. */
async function measureAll(browser: Browser): Promise<readonly (readonly Startup[])[]> {
  const startups = CANDIDATES.map((): Startup[] => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, candidate] of CANDIDATES.entries()) {
      const startup = await measureStartup(browser, candidate);
      // The first round warms browser and servers up.
      if (round > 0) startups[index]?.push(startup);
    }
    if (round > 0) console.log(`round ${round}: ${startups.map(lastOf).join(', ')}`);
  }
  return startups;
}

function lastOf(startups: readonly Startup[], index: number): string {
  return `${CANDIDATES[index]?.name} ${seconds(startups.at(-1)?.usable ?? NaN)}`;
}

/** Of each number by itself: `share` 0.5 gives the medians, 0 the least. */
function quantiles(startups: readonly Startup[], share: number): Startup {
  const of = (key: keyof Startup): number =>
    quantile(
      startups.map((startup) => startup[key]),
      share,
    );
  return {
    painted: of('painted'),
    usable: of('usable'),
    longest: of('longest'),
    bytesUntilUsable: of('bytesUntilUsable'),
    bytes: of('bytes'),
  };
}

/** A Markdown table. In brackets: so many times what Parley takes. */
function report(startups: readonly Startup[]): void {
  const [parley] = startups;
  const cell = (own: Startup, key: keyof Startup, show: (value: number) => string): string =>
    own === parley || !parley
      ? show(own[key])
      : `${show(own[key])} (${(own[key] / parley[key]).toFixed(2)})`;
  const rows = startups.map((own, index) => [
    CANDIDATES[index]?.name ?? '',
    cell(own, 'painted', seconds),
    cell(own, 'usable', seconds),
    cell(own, 'longest', (ms) => `${Math.round(ms)} ms`),
    cell(own, 'bytesUntilUsable', kilobytes),
    cell(own, 'bytes', kilobytes),
  ]);
  const heads = ['page', 'first paint', 'slider usable', 'longest task until then'];
  heads.push('transferred until then', 'transferred in all');
  for (const row of [heads, heads.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
}

/** What `slider usable` is judged by. */
function compare([parley = NaN, timelineJs = NaN, leaflet = NaN, bare = NaN]: readonly number[]) {
  const faster = parley / Math.min(timelineJs, leaflet);
  console.log(
    `\nSlider usable: ${faster.toFixed(2)} times the faster of TimelineJS and Leaflet (at most 1.0), ` +
      `${(parley / bare).toFixed(2)} times the bare slider (at most 1.4)`,
  );
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
