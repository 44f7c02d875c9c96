import { existsSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { heightAt } from '../src/embed/protocol.ts';
import { FOOT, HIGHEST, MIDDLE, NARROW, SHARE, TALLEST } from '../src/map/inset/inset-geometry.ts';
import { FIGURES } from '../src/scene/figures.ts';
import { readStory } from '../src/story/load.ts';

const TOP = new URL('..', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, TOP), 'utf8');

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

test.each([['README.md'], ['src/embed/README.md'], ['geo/README.md'], ['tests/README.md']])(
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

test('the example of the story format has no fault', async () => {
  const [, example = ''] = /```json\n([^]*?)```/.exec(read('geo/README.md')) ?? [];
  expect(await readStory(new TextEncoder().encode(example))).toMatchObject({ ok: true });
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

test('the numbers of the inset are those of the code', () => {
  const [, text = ''] = /\*\*Inset\.\*\*([^]*?)\n## /.exec(read('geo/README.md')) ?? [];
  const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`;
  for (const share of [MIDDLE, SHARE, HIGHEST, TALLEST]) expect(text).toContain(percent(share));
  for (const size of [NARROW, FOOT]) expect(text).toContain(`${size} px`);
});
