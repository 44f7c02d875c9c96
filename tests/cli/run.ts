import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../src/cli/parley-map.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');

/** The command line as an author uses it in a folder: how it ends, what it prints, and its lines. */
export function runIn(cwd: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', TSX, COMMAND, ...args],
    { cwd, encoding: 'utf8' },
  );
  return { status, stdout, stderr, lines: `${stdout}${stderr}`.trim().split('\n') };
}
