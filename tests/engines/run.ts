import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { parseCLI, startVitest } from 'vitest/node';
import { ENGINES, type EngineName } from './engines.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const MINUTE = 60_000;

/** Runs the tests in a browser over the built pages, served as `npm start` serves them. */
async function runIn(name: EngineName, program: string, args: readonly string[]): Promise<void> {
  if (!existsSync(at('../../dist/index.html'))) {
    throw new Error('There is no dist/index.html to test. Run: npm run build');
  }
  // The system chooses the port: Firefox refuses some, such as 4190.
  const server = await preview({
    configFile: at('../../vite.config.ts'),
    preview: { host: '127.0.0.1', port: 0 },
  });
  const { port } = new URL(server.resolvedUrls?.local[0] ?? '');
  // Firefox as a snap may not read /tmp, where its profile would be.
  const TMPDIR = at('../../test-results');
  mkdirSync(TMPDIR, { recursive: true });

  const { filter, options } = parseCLI(['vitest', 'run', ...args]);
  const vitest = await startVitest('test', filter, {
    config: false,
    root: at('../..'),
    include: ['tests/engines/*.engine.ts'],
    env: {
      PARLEY_ENGINE: name,
      PARLEY_PROGRAM: program,
      PARLEY_PORT: port,
      TMPDIR,
      TZ: 'America/New_York',
    },
    // A limit is there for what never comes, not for what comes late: a slow machine must not fail.
    testTimeout: 10 * MINUTE,
    hookTimeout: 10 * MINUTE,
    expect: { poll: { timeout: MINUTE, interval: 50 } },
    ...options,
  });
  await vitest.close();
  await server.close();
}

try {
  const [name = '', ...args] = process.argv.slice(2);
  if (!(name in ENGINES)) throw new Error(`Name one of: ${Object.keys(ENGINES).join(', ')}.`);
  const kind = ENGINES[name as EngineName];
  const program = await kind.find();
  if (program) await runIn(name as EngineName, program, args);
  else console.log(kind.leftOut);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
