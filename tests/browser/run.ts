import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { ensureFonts, findChromium } from './kit/chromium.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A port nobody holds, so that two checkouts can be tested side by side. */
function freePort(wished: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', () => (wished ? resolve(freePort(0)) : reject(new Error('No free port.'))));
    server.listen(wished, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Runs Playwright over the built pages and answers with its exit code. */
async function runPages(args: string[]): Promise<number> {
  if (!existsSync(at('../../dist/index.html'))) {
    throw new Error('There is no dist/index.html to test. Run: npm run build');
  }
  const browser = await findChromium();
  await ensureFonts();
  const port = await freePort(4179);
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const config = at('playwright.config.ts');
  const child = spawn(process.execPath, [cli, 'test', '-c', config, ...args], {
    stdio: 'inherit',
    env: { ...process.env, PARLEY_CHROMIUM: browser, PARLEY_PORT: String(port) },
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

try {
  process.exitCode = await runPages(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
