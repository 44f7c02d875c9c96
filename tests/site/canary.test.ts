import { ESLint } from 'eslint';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getFileInfo } from 'prettier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const TOP = fileURLToPath(new URL('../..', import.meta.url));

/** A component that is well formed and yet wrong in one way for each checker. */
const UNTYPED = `<script lang="ts">\n  export const days: number = 'many';\n</script>\n`;
const UNSAFE = `<script lang="ts">\n  const a: any = 1;\n</script>\n\n{@html a}\n`;
const UNFORMED = 'export const  a = "double"\n';

let folder = '';

// Inside the repository, so that its settings and packages are found; in a folder git ignores.
beforeAll(() => {
  mkdirSync(`${TOP}.canary`, { recursive: true });
  folder = mkdtempSync(`${TOP}.canary/`);
  write('Untyped.svelte', UNTYPED);
  write('untyped.ts', "export const days: number = 'many';\n");
  write('Unsafe.svelte', UNSAFE);
  write('unsafe.ts', 'export const a: any = 1;\n');
  write('unformed.ts', UNFORMED);
  write('no-ignores', '');
  write('tsconfig.json', '{ "extends": "../../tsconfig.json", "include": ["."] }\n');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(`${folder}/${name}`, text);

describe.concurrent('A checker that has gone silent is noticed', () => {
  test('prettier reports a file that is not formatted', async () => {
    const args = ['--check', '--ignore-path', `${folder}/no-ignores`, folder];
    const { code, said } = await checker('prettier/bin/prettier.cjs', args);
    expect(said).toContain('unformed.ts');
    expect(code).toBe(1);
  });

  test('eslint reports a forbidden construct in TypeScript and in a component', async () => {
    const settings = ['-c', '.eslint.config.js', '--no-ignore', '--max-warnings', '0'];
    const { code, said } = await checker('eslint/bin/eslint.js', [...settings, folder]);
    expect(said).toMatch(/unsafe\.ts[\s\S]*no-explicit-any/);
    expect(said).toMatch(/Unsafe\.svelte[\s\S]*no-at-html-tags/);
    expect(code).toBe(1);
  });

  test('svelte-check reports a wrong type in TypeScript and in a component', async () => {
    const args = ['--workspace', folder, '--tsconfig', `${folder}/tsconfig.json`];
    const machine = ['--output', 'machine', '--fail-on-warnings'];
    const { code, said } = await checker('svelte-check/bin/svelte-check', [...args, ...machine]);
    expect(said).toMatch(/ERROR "Untyped\.svelte"/);
    expect(said).toMatch(/ERROR "untyped\.ts"/);
    expect(code).toBe(1);
  });
});

test('No source file is out of the checkers’ sight', async () => {
  const eslint = new ESLint({ cwd: TOP, overrideConfigFile: '.eslint.config.js' });
  const files = readdirSync(`${TOP}src`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name))
    .map((name) => `${TOP}src/${name}`);
  const unseen = await Promise.all(
    files.map(async (file) => {
      const { ignored } = await getFileInfo(file, { ignorePath: `${TOP}.prettierignore` });
      return ignored || (await eslint.isPathIgnored(file)) ? [file] : [];
    }),
  );
  expect(files.length).toBeGreaterThan(0);
  expect(unseen.flat()).toEqual([]);
});

/** Runs a checker's own command, as `npm run check` does, and answers with all it said. */
function checker(bin: string, args: string[]): Promise<{ code: unknown; said: string }> {
  const command = [`${TOP}node_modules/${bin}`, ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: TOP }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, said: stdout + stderr }),
    );
  });
}
