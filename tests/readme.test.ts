import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { heightAt } from '../src/embed/protocol.ts';
import { FIGURES } from '../src/scene/figures.ts';
import { readStory } from '../src/story/load.ts';
import { WARNING_CODES } from '../src/story/parse/faults/warning.ts';
import { HOSTS } from './hosts/hosts.ts';

const TOP = new URL('..', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, TOP), 'utf8');

const READMES = [
  'README.md',
  'src/README.md',
  'src/embed/README.md',
  'geo/README.md',
  'tests/README.md',
  'tests/bench/README.md',
  'tests/hosts/README.md',
  '.github/CONTRIBUTING.md',
  '.github/SECURITY.md',
];

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (page: string): readonly string[] =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );

/** The cells of each row of the table below a heading row that begins so. */
function rowsOf(page: string, first: string): readonly (readonly string[])[] {
  const lines = page.split('\n');
  const head = lines.findIndex(
    (line, index) => line.startsWith(`| ${first} `) && lines[index + 1]?.startsWith('| --'),
  );
  const table = lines.slice(head + 2);
  const end = table.findIndex((line) => !line.startsWith('|'));
  return table.slice(0, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

test('the README has at most 120 lines, and a picture of the page of less than 200 kB', () => {
  const readme = read('README.md');
  expect(readme.split('\n').length).toBeLessThanOrEqual(121);
  const [, picture = ''] = /!\[[^\]]+\]\(([^)]+\.png)\)/.exec(readme) ?? [];
  expect(statSync(new URL(picture, TOP)).size).toBeLessThan(200_000);
});

test.each(READMES)(
  'every link of %s within the repository leads to a file, and to a heading in it',
  (path) => {
    const page = read(path);
    const links = [...page.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)];
    for (const [link, file = '', anchor] of links) {
      const target = file === '' ? new URL(path, TOP) : new URL(file, new URL(path, TOP));
      expect(existsSync(target), `${path} has the link ${link}`).toBe(true);
      if (anchor === undefined) continue;
      expect(anchorsOf(readFileSync(target, 'utf8')), `${path} has the link ${link}`).toContain(
        anchor,
      );
    }
  },
);

/** What the build writes, fetches or is given: no file of the repository. */
const BUILT =
  /^(dist\/|node_modules\/|card\.png|oembed\.json|parley-(map|article)\.js|public\/card\.png)/;

/** A path as prose names it: a file with its ending, or a folder with a slash at its end. */
const PATH =
  /^(?:\.{0,2}[a-z@_][\w@.-]*|\.\.)?(?:\/[\w@.-]+)*(?:\/|\.(?:ts|svelte|css|json|html|md|js|png|txt))$/i;

const FILES = ['src', 'geo', 'tests', 'public'].flatMap((folder) =>
  readdirSync(new URL(folder, TOP), { recursive: true, encoding: 'utf8' }).map((path) =>
    `${folder}/${path}`.replaceAll('\\', '/'),
  ),
);

/** Whether a path leads anywhere from the top or from the page's folder; a bare name may be any file's, or its ending. */
function leadsSomewhere(path: string, page: string): boolean {
  // An address of the built site, whose files lie in public/.
  if (path.startsWith('/')) return existsSync(new URL(`public${path}`, TOP));
  if (BUILT.test(path) || existsSync(new URL(path, TOP))) return true;
  if (existsSync(new URL(path, new URL(page, TOP)))) return true;
  const isBare = !path.includes('/');
  return isBare && FILES.some((file) => file.endsWith(path.startsWith('.') ? path : `/${path}`));
}

test.each(READMES)('every path that %s names is there', (page) => {
  const prose = read(page).replace(/```[^]*?```/g, '');
  const paths = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  const lost = paths.filter((path) => PATH.test(path) && !leadsSomewhere(path, page));
  expect(lost).toEqual([]);
});

test('the code for frameworks and bundlers is that of the pages that are tried', () => {
  const page = read('src/embed/README.md');
  const examples = [...page.matchAll(/^`(tests\/hosts\/[^`]+)`:\n\n```\w+\n([^]*?)```$/gm)];
  expect(examples).toHaveLength(4);
  for (const [, path = '', code] of examples) expect(code, path).toBe(read(path));
});

test('the hosts that are tried are those of the table of verdicts', () => {
  const listed = rowsOf(read('tests/hosts/README.md'), 'host').map(([name]) => name);
  expect(listed).toEqual(HOSTS.map(({ name }) => name));
});

test('a path is told from other code', () => {
  const paths = ['map/Map.svelte', 'time/', '../geo/basemap/', '.size-limit.json', 'embed.html'];
  const others = ['parley/1', '2018/', '@newswire/frames', '../2018-06-12', 'player.seekStep(266)'];
  expect(paths.filter((path) => !PATH.test(path))).toEqual([]);
  expect(others.filter((path) => PATH.test(path))).toEqual([]);
  expect(leadsSomewhere('map/opening/Opening.svelte', 'src/README.md')).toBe(false);
});

test('the glossary has at most fifteen words, each once', () => {
  const words = rowsOf(read('src/README.md'), 'word').map(([word]) => word);
  expect(words.length).toBeGreaterThan(0);
  expect(words.length).toBeLessThanOrEqual(15);
  expect(new Set(words).size).toBe(words.length);
});

test('the examples of the story format have no fault: the one of five lines has no source', async () => {
  const examples = [...read('geo/README.md').matchAll(/```json\n([^]*?)```/g)].map(
    ([, example = '']) => example,
  );
  expect(examples.map((example) => example.trim().split('\n').length > 5)).toEqual([false, true]);
  const parsed = await Promise.all(
    examples.map((example) => readStory(new TextEncoder().encode(example))),
  );
  expect(parsed).toMatchObject([
    { ok: true, warnings: [{ code: 'unsourced' }] },
    { ok: true, warnings: [] },
  ]);
});

test('the table of warnings has each kind once, with an example', () => {
  const rows = rowsOf(read('geo/README.md'), 'warning');
  expect(rows.map(([code = '']) => code.replaceAll('`', ''))).toEqual(WARNING_CODES);
  for (const [, example = '', meaning = ''] of rows) {
    expect(example).toMatch(/^`.+`$/);
    expect(meaning).not.toBe('');
  }
});

test('the table of kinds of events has each kind once, with the figure that the map draws', () => {
  const listed = rowsOf(read('geo/README.md'), '`kind`').flatMap(([kinds = '', , drawn = '']) => {
    const [, figure] = /^an? (\w+)/.exec(drawn) ?? [];
    return [...kinds.matchAll(/`(\w+)`/g)].map(([, kind]) => [kind, figure]);
  });
  expect(listed.sort()).toEqual(Object.entries(FIGURES).sort());
});

test('the heights that are given as examples are those of the code', () => {
  const examples = rowsOf(read('src/embed/README.md'), 'width').map(([, , example = '']) =>
    example.split(' × ').map(Number),
  );
  expect(examples).toHaveLength(3);
  for (const [width = 0, height] of examples) expect(heightAt(width)).toBe(height);
});

test('the numbers of the inset are those of the style sheet', () => {
  const [, text = ''] = /\*\*Inset\.\*\*([^]*?)\n## /.exec(read('geo/README.md')) ?? [];
  const [styles = ''] = read('src/map/arrangement.css').split('@media');
  const shares = [...styles.matchAll(/\* (0\.\d+)/g)].map(([, share]) => Number(share));
  expect(new Set(shares)).toEqual(new Set([0.8, 0.355, 0.4, 0.2, 0.35]));
  for (const share of shares) expect(text).toContain(`${Number((share * 100).toFixed(1))} %`);
  const sizes = [/width < (\d+)px/, /calc\((\d+)px \+ /].map(
    (pattern) => pattern.exec(styles)?.[1],
  );
  expect(sizes).toEqual(['620', '10']);
  for (const size of sizes) expect(text).toContain(`${size} px`);
});
