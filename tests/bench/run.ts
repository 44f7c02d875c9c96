import { spawnSync } from 'node:child_process';

/** The parts of the benchmark, in the order in which they run. */
const PARTS: Readonly<Record<string, string>> = {
  scene: 'npx vitest bench --run',
  page: 'npx tsx tests/bench/page.ts',
  load: 'npx tsx tests/bench/load.ts',
  maplibre: 'npx tsx tests/bench/maplibre.ts',
  host: 'npx tsx tests/bench/host.ts',
  growth: 'npx tsx tests/bench/growth.ts',
};

/** These measure `dist/`. `growth` builds pages of its own. */
const OF_DIST = ['page', 'load', 'maplibre', 'host'];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(', ')}. The parts are ${Object.keys(PARTS).join(', ')}.`,
  );
  process.exit(1);
}
const names = Object.keys(PARTS).filter((name) => asked.length === 0 || asked.includes(name));
if (names.some((name) => OF_DIST.includes(name))) run('npm run --silent build');
for (const name of names) {
  console.log(`\n── ${name}`);
  run(PARTS[name] ?? '');
}

/** Ends the whole run where a command fails. */
function run(command: string): void {
  const { status } = spawnSync(command, { stdio: 'inherit', shell: true });
  if (status !== 0) process.exit(status ?? 1);
}
