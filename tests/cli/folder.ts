import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** An empty folder for each test of a file. */
export function useFolder() {
  let top = '';
  beforeEach(() => {
    top = mkdtempSync(join(tmpdir(), 'parley-cli-'));
  });
  afterEach(() => {
    rmSync(top, { recursive: true });
  });
  const at = (name: string): string => join(top, name);
  return {
    at,
    write(name: string, content: string | Uint8Array): string {
      mkdirSync(dirname(at(name)), { recursive: true });
      writeFileSync(at(name), content);
      return at(name);
    },
    read: (name: string): string => readFileSync(at(name), 'utf8'),
    /** Lines of a command, with names of files from the folder on. */
    linesOf: (text: string): readonly string[] =>
      text
        .replaceAll(`${relative('', top)}/`, '')
        .replaceAll(`${top}/`, '')
        .split('\n')
        .filter((line) => line !== ''),
  };
}
