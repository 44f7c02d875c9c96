import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../src/cli/parley-map.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');

/** The command line as an author uses it in a folder: how it ends, what it prints, and its lines. */
export const runIn = (cwd: string, ...args: readonly string[]) => runWith('', cwd, ...args);

/** The same with a text on standard input. */
export function runWith(input: string, cwd: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', TSX, COMMAND, ...args],
    { cwd, encoding: 'utf8', input },
  );
  return { status, stdout, stderr, lines: `${stdout}${stderr}`.trim().split('\n') };
}

/** The command line whose reader stops before the first byte: how it ends, and what it complains of. */
export async function runUnread(cwd: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, ['--import', TSX, COMMAND, ...args], { cwd });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, stderr };
}
