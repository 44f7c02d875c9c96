import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const MINUTE = 60_000;

/** Where programs of these names would be on the PATH, the first name first. */
export function inPath(names: readonly string[]): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Where installers for Windows would put a program, by its path in their folders. */
export function inProgramFiles(...path: readonly string[]): readonly string[] {
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder ? [join(folder, ...path)] : [];
  });
}

/** The first of these paths whose program starts, or passes another trial. */
export async function firstOf(
  paths: readonly string[],
  trial: (path: string) => Promise<boolean> = starts,
): Promise<string | undefined> {
  for (const path of paths) {
    if (await trial(path)) return path;
  }
  return undefined;
}

/** A file is not enough: a browser without its system libraries is there and yet dies at once. */
export async function starts(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  // On Windows, --version opens a window instead of answering.
  if (process.platform === 'win32') return true;
  const { code } = await run(path, ['--version'], { limit: 5 * MINUTE });
  return code === 0;
}

export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs a command that may hang or be missing: past the limit, in ms, it is ended with all its children. */
export function run(
  file: string,
  args: readonly string[],
  { limit = MINUTE } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const own = process.platform !== 'win32';
    const child = spawn(file, args, { detached: own, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    const end = () => (own && child.pid ? process.kill(-child.pid, 'SIGKILL') : child.kill());
    const timer = setTimeout(end, limit);
    const done = (code: number, said = output) => {
      clearTimeout(timer);
      resolve({ code, output: said });
    };
    child.on('error', ({ message }) => done(127, message));
    child.on('close', (code) => done(code ?? 124, code === null ? 'error: took too long' : output));
  });
}
