import { spawn } from 'node:child_process';

/**
 * `npm run fuzz -- [runs] [seed]`: tries 100,000 damaged files, or as many as are named. A failure names its seed and the
 * smallest input that fails; the same seed tries the same files again.
 */
const [runs = '100000', seed = String(Date.now() % 1_000_000_000)] = process.argv.slice(2);
const child = spawn('npx', ['vitest', 'run', 'tests/fuzz/fuzz.test.ts'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, PARLEY_FUZZ_RUNS: runs, PARLEY_FUZZ_SEED: seed },
});
child.on('close', (code) => {
  console.log(`fuzz: seed ${seed}`);
  process.exitCode = code ?? 1;
});
