import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';
import { expect, test } from '@playwright/test';

const TOP = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

// One worker packs the package once for all.
test.describe.configure({ mode: 'default' });

let folder = '';
let tarball: Buffer;
let files: readonly string[] = [];

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-pack-'));
  await run('npm', ['pack', '--pack-destination', folder], {
    cwd: TOP,
    shell: process.platform === 'win32',
  });
  const [name = ''] = await readdir(folder);
  tarball = await readFile(join(folder, name));
  const packed = createPackageFromTarballData(tarball);
  files = packed.listFiles().map((path) => path.replace('/node_modules/parley-map/', ''));
});

test.afterAll(() => rm(folder, { recursive: true }));

const textOf = (file: string): Promise<string> => readFile(join(TOP, file), 'utf8');

test('The package holds the library, the element and their types, and nothing twice', async () => {
  const others = files.filter((file) => !/^dist\/(library\/|parley-map\.js$)/.test(file));
  expect([...others].sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
  const hashes = await Promise.all(
    files.map(async (file) =>
      createHash('sha256')
        .update(await textOf(file))
        .digest('hex'),
    ),
  );
  expect(files.filter((_, index) => hashes.indexOf(hashes[index] ?? '') !== index)).toEqual([]);
  expect(tarball.length, 'bytes').toBeLessThan(1_000_000);
});

test('It installs just the packages that it imports', async () => {
  const modules = files.filter((file) => /\.(js|d\.ts)$/.test(file));
  // The element's types add to those of frameworks, where there are any.
  const texts = await Promise.all(
    modules.filter((file) => !/element\.d\.ts$/.test(file)).map(textOf),
  );
  const imported = texts
    .flatMap((text) => ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName))
    .filter((name) => !name.startsWith('.'));
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(
    await textOf('package.json'),
  ) as Record<'dependencies' | 'peerDependencies', object | undefined>;
  expect(Object.keys({ ...dependencies, ...peerDependencies })).toEqual([...new Set(imported)]);
});

test('A server imports it', async () => {
  const script = "await import('parley-map/element'); await import('parley-map');";
  const { stdout, stderr } = await run('node', ['--input-type=module', '-e', script], { cwd: TOP });
  expect(stdout + stderr).toBe('');
});

test('publint finds nothing', async () => {
  const { messages, pkg } = await publint({
    pack: {
      tarball: tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.length),
    },
  });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});

test('Its types are found by every resolution that can import a module', async () => {
  const result = await checkPackage(createPackageFromTarballData(tarball));
  const problems = result.types ? result.problems : ['There are no types.'];
  // A CommonJS module can load it by `import()` only. TypeScript names that a problem.
  expect(problems.filter((each) => Object(each).kind !== 'CJSResolvesToESM')).toEqual([]);
});
