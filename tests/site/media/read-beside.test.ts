import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBeside } from '../../../src/site/media/read-beside.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-beside-'));
  mkdirSync(join(folder, 'desk/photos'), { recursive: true });
  mkdirSync(join(folder, 'desk-secret'));
  writeFileSync(join(folder, 'secret.png'), 'secret');
  writeFileSync(join(folder, 'desk-secret/a.png'), 'secret');
  writeFileSync(join(folder, 'desk/a.png'), 'a');
  writeFileSync(join(folder, 'desk/photos/ä b.png'), 'b');
  symlinkSync('../secret.png', join(folder, 'desk/link.png'));
  symlinkSync('..', join(folder, 'desk/up'));
  symlinkSync('a.png', join(folder, 'desk/inside.png'));
  symlinkSync('nowhere.png', join(folder, 'desk/broken.png'));
  symlinkSync('desk', join(folder, 'linked-desk'));
  execFileSync('mkfifo', [join(folder, 'desk/pipe.png')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = async (path: string, story = 'desk/story.json') => {
  const bytes = await readBeside(join(folder, story))(path);
  return bytes && Buffer.from(bytes).toString();
};

describe('the files beside a story', () => {
  test.each([
    ['a.png', 'a'],
    ['./a.png', 'a'],
    ['photos/ä b.png', 'b'],
    ['inside.png', 'a'],
  ])('are read from its folder and the folders in it: %s', async (path, content) => {
    expect(await read(path)).toBe(content);
    expect(await read(path, 'linked-desk/story.json')).toBe(content);
  });

  // Finder, some archives and some cameras write decomposed letters; `compose.ts` turns a story's paths into composed ones.
  test.each(['Köln.png', 'Bilder/Häfen/Bögen.png'])(
    'are found however their letters are composed: %s',
    async (path) => {
      const [composed, decomposed] = [path.normalize('NFC'), path.normalize('NFD')];
      mkdirSync(join(folder, 'desk', decomposed, '..'), { recursive: true });
      writeFileSync(join(folder, 'desk', decomposed), 'c');
      expect(composed).not.toBe(decomposed);
      expect(await read(composed)).toBe('c');
    },
  );

  test.each([
    ...['../secret.png', '../desk-secret/a.png', 'link.png', 'up/secret.png', 'broken.png'],
    ...['none.png', 'photos', '.', '', 'a.png/', 'a.png\0', 'pipe.png', '/etc/hostname'],
  ])('are not there if they lie elsewhere or are no files: %j', async (path) => {
    expect(await read(path)).toBeNull();
  });
});
