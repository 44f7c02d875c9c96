import type { Browser } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { launchBrowser } from './browser.ts';
import { serveFolder } from './server.ts';
import { quantile } from './trace.ts';
import { measureLoad, type Load } from './visit.ts';

/**
 * What a live map costs the main thread of a slow phone, beside a bare MapLibre page with the same ground at
 * the same camera; in turn, because what else the machine does changes from minute to minute. Judge by
 * processor time and by the ratio, not by the clock on the wall.
 */
const ROUNDS = Number(process.env['PARLEY_ROUNDS'] ?? 5);

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'parley-bare-'));
await build({
  configFile: false,
  root: at('bare'),
  base: './',
  logLevel: 'warn',
  json: { stringify: true },
  build: { outDir: folder, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 2000 },
});
const parley = await serveFolder(process.env['PARLEY_DIST'] ?? at('../../dist'));
const bare = await serveFolder(folder);
const browser = await launchBrowser();
try {
  const page = `${parley.address}index.html`;
  const camera = await cameraOf(browser, page);
  const loads: { own: Load; other: Load }[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const own = await measureLoad(browser, page);
    const other = await measureLoad(browser, `${bare.address}index.html?${camera}`);
    loads.push({ own, other });
    report(`Parley ${round}`, own);
    report(`bare ${round}`, other);
  }
  reportAll(loads);
} finally {
  await browser.close();
  parley.close();
  bare.close();
  await rm(folder, { recursive: true, force: true });
}

/** Where Parley's map looks, and how large it is, as the bare page's address takes it. */
async function cameraOf(browser: Browser, url: string): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(url);
  await page.locator('[data-ground="live"]').waitFor({ timeout: 120_000 });
  const camera = await page.evaluate(() => {
    const container = document.querySelector<HTMLElement>('[data-ground="live"] .live');
    const { map } = {
      map: (container as never as Record<symbol, LiveMap>)[Symbol.for('parley.map')],
    };
    if (!container || !map) throw new Error('There is no live map.');
    const { lng, lat } = map.getCenter();
    const { clientWidth: width, clientHeight: height } = container;
    return { lng, lat, zoom: map.getZoom(), width, height };
  });
  await page.close();
  return new URLSearchParams(
    Object.entries(camera).map(([name, value]) => [name, String(value)]),
  ).toString();
}

interface LiveMap {
  getCenter(): { lng: number; lat: number };
  getZoom(): number;
}

function ms(time: number): string {
  return `${Math.round(time)} ms`;
}

function report(name: string, load: Load): void {
  const tasks = load.tasks.map(({ start, busy }) => `${Math.round(busy)} at ${Math.round(start)}`);
  console.log(
    `${name}: first paint ${ms(load.painted)}, largest ${ms(load.largest)}, MapLibre asked for ${ms(load.asked)}, ` +
      `live ${ms(load.live)}, blocked ${ms(load.blocked)} (wall ${ms(load.blockedByTheWall)}); long tasks: ${tasks.join(', ')}`,
  );
}

function reportAll(loads: readonly { own: Load; other: Load }[]): void {
  const [own, other] = [loads.map(({ own }) => own), loads.map(({ other }) => other)];
  const blocked = (of: readonly Load[], share: number): number =>
    quantile(
      of.map(({ blocked }) => blocked),
      share,
    );
  console.log(`medians of ${loads.length} rounds, processor 4 times slower, Slow 4G`);
  // The least is what the machine's other work has touched the least.
  for (const [name, share] of Object.entries({ median: 0.5, least: 0 })) {
    const [page, bare] = [blocked(own, share), blocked(other, share)];
    console.log(
      `blocked, ${name}: ${ms(page)}, bare MapLibre ${ms(bare)}: ${(page / bare).toFixed(2)} times (below 1.2)`,
    );
  }
}
