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
import { expect, test } from '@playwright/test';
import { namesIn } from '../architecture/imports.ts';

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

const importsOf = async (file: string): Promise<readonly string[]> =>
  namesIn(file, await textOf(file));

/** What a host page imports; the rest is for the command line. */
const imported = () => files.filter((file) => !file.startsWith('dist/cli/'));

test('The package holds the library, the element, their types and the command, and nothing twice', async () => {
  const others = files.filter((file) => !/^dist\/(cli\/|library\/|parley-map\.js$)/.test(file));
  expect([...others].sort()).toEqual([
    'LICENSE',
    'README.md',
    'geo/story.schema.json',
    'package.json',
  ]);
  const hashes = await Promise.all(
    files.map(async (file) =>
      createHash('sha256')
        .update(await textOf(file))
        .digest('hex'),
    ),
  );
  expect(files.filter((_, index) => hashes.indexOf(hashes[index] ?? '') !== index)).toEqual([]);
  expect(files.filter((file) => /\.map$|\/examples\//.test(file))).toEqual([]);
  expect(tarball.length, 'bytes').toBeLessThan(2_500_000);
});

test('It installs just the packages that it imports', async () => {
  const modules = imported().filter((file) => /\.(js|d\.ts)$/.test(file));
  // The element's types add to those of frameworks, where there are any.
  const lists = await Promise.all(
    modules.filter((file) => !/element\.d\.ts$/.test(file)).map(importsOf),
  );
  const names = lists.flat().filter((name) => !name.startsWith('.'));
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(
    await textOf('package.json'),
  ) as Record<'dependencies' | 'peerDependencies', object | undefined>;
  expect(Object.keys({ ...dependencies, ...peerDependencies })).toEqual([...new Set(names)]);
});

test('Its modules name no file that a bundler would have to copy', async () => {
  const strange = imported().filter(
    (file) => !/\.(js|d\.ts|json)$|^(LICENSE|README\.md)$/.test(file),
  );
  expect(strange).toEqual([]);
  const modules = imported().filter((file) => file.endsWith('.js'));
  const texts = await Promise.all(modules.map(textOf));
  // The form that bundlers take for a file.
  const named = texts.flatMap((text) => text.match(/["'`]\s*,\s*import\.meta\.url/g) ?? []);
  expect(named).toEqual([]);
  // Each module is reached from an entry by imports alone.
  const lists = await Promise.all(modules.map(importsOf));
  const reached = lists.flat().map((name) => name.replace(/^.*\//, ''));
  const entries = ['index.js', 'parley-map.js'];
  const names = modules.map((file) => file.replace(/^.*\//, ''));
  expect(names.filter((name) => ![...reached, ...entries].includes(name))).toEqual([]);
});

// es-module-lexer, by which Vite finds imports, has read backticks only since its version 2.
test('The names of the modules that it imports stand in quotes', async () => {
  const modules = imported().filter((file) => /^dist\/library\/.*\.js$/.test(file));
  const texts = await Promise.all(modules.map(textOf));
  expect(texts.flatMap((text) => text.match(/\bimport\(`.{30}/g) ?? [])).toEqual([]);
});

test('A server imports it', async () => {
  const script = "await import('parley-map/element'); await import('parley-map');";
  const { stdout, stderr } = await run('node', ['--input-type=module', '-e', script], { cwd: TOP });
  expect(stdout + stderr).toBe('');
});

test('publint finds nothing', async () => {
  const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(tarball).buffer } });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});

test('Its types are found by every resolution that can import a module', async () => {
  const result = await checkPackage(createPackageFromTarballData(tarball));
  const problems = result.types ? result.problems : ['There are no types.'];
  // A CommonJS module can load it by `import()` only. TypeScript names that a problem.
  expect(problems.filter((each) => Object(each).kind !== 'CJSResolvesToESM')).toEqual([]);
});
