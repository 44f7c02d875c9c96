import { chromium, type Browser } from '@playwright/test';
import { mkdtemp, mkdir, rm, writeFile, copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { findChromium } from '../browser/kit/chromium.ts';
import { createVariants, pageOf, type Variant } from './host-pages.ts';
import { serveFolder } from './server.ts';
import { quantile, tasksBeside, traceOf } from './trace.ts';

/**
 * What an article pays for a map in it before anybody comes near it: the same article without it, with the
 * line, with a plain frame, and with the lightest embeds known, one after the other in every round.
 */
const ROUNDS = Number(process.env['PARLEY_ROUNDS'] ?? 9);

/** How long the page is looked at, in ms. */
const WHILE = 1_500;

const DIST = process.env['PARLEY_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url));

interface Cost {
  /** Of the main thread, in ms of processor time. */
  readonly busy: number;
  /** Over the network, compressed. */
  readonly bytes: number;
  readonly requests: number;
}

const folder = await mkdtemp(join(tmpdir(), 'parley-host-'));
const embed = await serveFolder(DIST);
const variants = await createVariants(embed.address.replace('127.0.0.1', 'localhost'), DIST);
for (const [index, variant] of variants.entries()) {
  const own = join(folder, String(index));
  await mkdir(own);
  await writeFile(join(own, 'index.html'), pageOf(variant));
  await copyFile(join(DIST, 'embed.html'), join(own, 'embed.html'));
  for (const [name, text] of Object.entries(variant.scripts))
    await writeFile(join(own, name), text);
}
const host = await serveFolder(folder);
const executablePath = await findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-quic', '--disable-gpu-rasterization'],
});
try {
  const costs = await measureAll(browser);
  for (const [index, variant] of variants.entries()) {
    report(variant, costs[index] ?? [], costs[0] ?? []);
    await reportListeners(browser, variant, `${host.address}${index}/index.html`);
  }
} finally {
  await browser.close();
  host.close();
  embed.close();
  await rm(folder, { recursive: true, force: true });
}

/** In turn, because what else the machine does changes from minute to minute. */
async function measureAll(browser: Browser): Promise<readonly (readonly Cost[])[]> {
  const costs = variants.map((): Cost[] => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, own] of costs.entries()) {
      const cost = await measureVisit(browser, `${host.address}${index}/index.html`);
      // The first round warms the browser up.
      if (round > 0) own.push(cost);
    }
  }
  return costs;
}

async function measureVisit(browser: Browser, url: string): Promise<Cost> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const sizes: number[] = [];
    session.on('Network.loadingFinished', (done) => sizes.push(done.encodedDataLength));
    const events = await traceOf(browser, page, async () => {
      await page.goto(url);
      await page.waitForTimeout(WHILE);
    });
    const begin = events.findLast(
      ({ name, args }) => name === 'navigationStart' && args?.data?.['documentLoaderURL'] === url,
    );
    if (!begin) throw new Error(`The trace has no navigation to ${url}.`);
    const tasks = tasksBeside(events, begin).filter(({ start }) => start >= begin.ts / 1000);
    return { busy: sum(tasks.map(({ busy }) => busy)), bytes: sum(sizes), requests: sizes.length };
  } finally {
    await context.close();
  }
}

/** Messages that are no concern of the embed's: extensions and other frames post them on any page. */
async function reportListeners(browser: Browser, { name }: Variant, url: string): Promise<void> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url);
  await page.evaluate(() => {
    const frames = Array.from(document.querySelectorAll('iframe'), (each) => each.contentWindow);
    for (const source of [window, ...frames]) {
      for (const data of [null, undefined, 7, '{', { sentinel: 'amp', type: 'embed-size' }]) {
        dispatchEvent(new MessageEvent('message', { data, source }));
      }
    }
  });
  await page.waitForTimeout(100);
  if (errors.length > 0) console.log(`  throws on messages of others: ${errors.join('; ')}`);
  else if (name !== 'article alone') console.log('  bears messages of others');
  await page.close();
}

function report({ name, scripts }: Variant, costs: readonly Cost[], alone: readonly Cost[]): void {
  const busy = quantile(
    costs.map((cost) => cost.busy),
    0.5,
  );
  const more = costs.map((cost, round) => cost.busy - (alone[round]?.busy ?? NaN));
  const [first] = costs;
  const added = (first?.bytes ?? NaN) - (alone[0]?.bytes ?? NaN);
  const own = sum(Object.values(scripts).map((text) => gzipSync(text, { level: 9 }).length));
  console.log(
    `${name}: main thread ${busy.toFixed(1)} ms (${quantile(more, 0.5).toFixed(1)} more), ` +
      `${added} bytes and ${(first?.requests ?? 0) - (alone[0]?.requests ?? 0)} requests more; ` +
      `its script ${own} bytes gzip`,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
