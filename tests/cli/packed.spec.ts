import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { builtinModules } from 'node:module';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { namesIn } from '../architecture/imports.ts';

const TOP = fileURLToPath(new URL('../../', import.meta.url));
const STORY = join(TOP, 'geo/stories/korea-thaw.json');
const run = promisify(execFile);

// One worker packs the package once for all.
test.describe.configure({ mode: 'default' });

let folder = '';

/** Runs the packed command in the folder, where nothing is installed. */
const command = (...args: readonly string[]) =>
  run(process.execPath, ['package/dist/cli/parley-map.js', ...args], {
    cwd: folder,
    // No module of this checkout may be found by chance.
    env: { PATH: process.env['PATH'] ?? '' },
  });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-packed-'));
  await run('npm', ['pack', '--pack-destination', folder], {
    cwd: TOP,
    shell: process.platform === 'win32',
  });
  const [name = ''] = await readdir(folder);
  await run('tar', ['-xzf', name], { cwd: folder });
  await cp(STORY, join(folder, 'story.json'));
});

test.afterAll(() => rm(folder, { recursive: true }));

const textOf = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');

const filesIn = async (path: string): Promise<readonly string[]> =>
  (await readdir(join(folder, path), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, path).length + 1))
    .sort();

// 0.7 MB is the rasteriser, 0.45 MapLibre, 0.25 the template's other files, 0.2 Natural Earth for the ground of any region.
test('The package is not larger than 2.5 MB', async () => {
  const [name = ''] = (await readdir(folder)).filter((each) => each.endsWith('.tgz'));
  expect((await readFile(join(folder, name))).length).toBeLessThan(2_500_000);
});

test('The packed command imports nothing that would have to be installed', async () => {
  const modules = (await readdir(join(folder, 'package/dist/cli'))).filter((name) =>
    name.endsWith('.js'),
  );
  const lists = await Promise.all(
    modules.map(async (name) => namesIn(name, await textOf(`package/dist/cli/${name}`))),
  );
  const names = lists.flat().filter((name) => !name.startsWith('./'));
  expect(names.length).toBeGreaterThan(0);
  const installed = names.filter((name) => !builtinModules.includes(name.replace(/^node:/, '')));
  expect(installed).toEqual([]);
});

test('It checks a story', async () => {
  const { stdout, stderr } = await command('check', 'story.json');
  expect([stdout, stderr]).toEqual(['story.json: 71 events, 45 places, no fault\n', '']);
});

test('It makes the same site as our own build does, without source maps and examples', async () => {
  const { stdout } = await command('build', 'story.json', '--out', 'site');
  expect(stdout).toMatch(/^site: \d+ files\n$/);
  const made = await filesIn('site');
  const { files } = JSON.parse(await readFile(join(TOP, 'dist/.parley-map.json'), 'utf8')) as {
    readonly files: readonly string[];
  };
  const expected = files.filter((path) => !/\.map$|^examples\//.test(path));
  expect(made).toEqual([...expected, '.parley-map.json'].sort());
  for (const path of expected.filter((each) => !each.endsWith('.js'))) {
    const [here, there] = await Promise.all([
      readFile(join(folder, 'site', path)),
      readFile(join(TOP, 'dist', path)),
    ]);
    expect(here.equals(there), path).toBe(true);
  }
  for (const path of made.filter((each) => each.endsWith('.js'))) {
    const own = await readFile(join(TOP, 'dist', path), 'utf8');
    const script = own.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n');
    expect((await textOf(`site/${path}`)) === script, path).toBe(true);
  }
});

test('It begins a story with a spreadsheet beside it', async () => {
  const { stdout } = await command('new', 'desk', '--yes', '--spreadsheet');
  expect(stdout).toContain('desk/story.json is written.');
  expect((await command('check', 'desk/story.json')).stdout).toContain('no fault');
  const spreadsheet = await readFile(join(folder, 'desk/events.xlsx'));
  expect(spreadsheet.equals(await readFile(join(TOP, 'public/template.xlsx')))).toBe(true);
});

test('It exports a story to each format', async () => {
  for (const to of ['csv', 'geojson', 'kml', 'ics', 'timelinejs', 'linked-places']) {
    const { stdout } = await command('export', 'story.json', '--to', to);
    expect(stdout, to).toContain('Singapore');
  }
});

test('It imports what it has exported', async () => {
  for (const to of ['csv', 'geojson', 'kml', 'timelinejs', 'linked-places']) {
    await command('export', 'story.json', '--to', to, '--out', `exported.${to}`);
    // Whether the story then has faults is tested without a package.
    const args = [`exported.${to}`, '--out', `${to}.json`, '--skip-undated'];
    await command('import', ...args).catch(() => null);
    const { events } = JSON.parse(await textOf(`${to}.json`)) as { readonly events: unknown[] };
    expect(events.length, to).toBeGreaterThan(50);
  }
});

test('It shows a story until it is ended', async ({ page }) => {
  const child = spawn(
    process.execPath,
    ['package/dist/cli/parley-map.js', 'preview', 'story.json', '--port', '0'],
    { cwd: folder, env: { PATH: process.env['PATH'] ?? '' } },
  );
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const [address = ''] = /http:\S+/.exec(line.toString()) ?? [];
    // The policy of the site must let the page listen: a refusal is an error in the console.
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    await page.goto(address);
    await expect(page.locator('h1')).toContainText('The Korean thaw');
    const text = await textOf('story.json');
    await writeFile(join(folder, 'story.json'), text.replace('"at": "capella"', '"at": "capela"'));
    await expect(page.getByText(/^story\.json:\d+:\d+ events\[\d+\]\.at: /)).toBeVisible();
    await writeFile(join(folder, 'story.json'), text);
    await expect(page.locator('h1')).toContainText('The Korean thaw');
    expect(refused.filter((each) => !each.includes('500'))).toEqual([]);
  } finally {
    child.kill('SIGINT');
    await once(child, 'close');
  }
});

test('A story with faults writes nothing', async () => {
  const faulty = (await textOf('story.json')).replace('"at": "capella"', '"at": "capela"');
  await writeFile(join(folder, 'faulty.json'), faulty);
  const failed = await command('build', 'faulty.json', '--out', 'none').catch(
    (error: { readonly code: number; readonly stderr: string }) => error,
  );
  expect(failed).toMatchObject({ code: 1 });
  expect(failed.stderr).toMatch(/^faulty\.json:\d+:\d+ events\[\d+\]\.at: .*capella/);
  expect(await readdir(folder)).not.toContain('none');
});

test('With an address and sites of media, the site knows where it is published and what it may load', async () => {
  const address = ['--url', 'https://news.example/korea/'];
  const images = 'https://images.example';
  const picture = { image: `${images}/port.jpg`, alt: 'A port' };
  const other = { image: 'https://other.example/port.jpg', alt: 'Another port' };
  const text = (await textOf('story.json')).replace(
    '"text":',
    () => `"media": ${JSON.stringify([picture, other])}, "text":`,
  );
  await writeFile(join(folder, 'media.json'), text);
  const sites = ['--media-from', 'https://sounds.example', '--media-from', images];
  await command('build', '--out', 'named', ...address, ...sites, 'media.json');
  expect(JSON.parse(await textOf('named/oembed.json'))).toMatchObject({
    provider_url: 'https://news.example/korea/',
  });
  expect(await textOf('named/parley-map.js')).toContain('https://news.example');
  expect(await textOf('named/_headers')).toContain("'self' https://news.example");
  const page = await textOf('named/index.html');
  expect(page).toContain('https://news.example/korea/card.png');
  expect(page).toContain(`<img src="${picture.image}"`);
  expect(page).not.toMatch(/<img [^>]*other\.example/);
  expect(await textOf('named/_headers')).toMatch(
    /; img-src [^;]* https:\/\/sounds\.example https:\/\/images\.example;/,
  );
});
