import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFolder, writeFolder } from '../../src/cli/build/output-folder.ts';
import { UsageError } from '../../src/cli/input/usage-error.ts';

let top = '';
let folder = '';
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'parley-out-'));
  folder = join(top, 'site');
});
afterEach(() => rmSync(top, { recursive: true }));

const build = async (names: readonly string[], force = false): Promise<void> =>
  writeFolder(
    folder,
    new Map(names.map((name) => [name, Buffer.from(name)])),
    await openFolder(folder, force),
  );

const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.parley-map.json')
    .map(({ parentPath, name }) => join(parentPath, name).slice(path.length + 1))
    .sort();

describe('the folder of a site', () => {
  it('is made where there is none, and written where it is empty', async () => {
    await build(['index.html', 'assets/a.js']);
    expect(filesIn(folder)).toEqual(['assets/a.js', 'index.html']);
    expect(readFileSync(join(folder, 'assets/a.js'), 'utf8')).toBe('assets/a.js');
    folder = join(top, 'empty');
    mkdirSync(folder);
    await build(['index.html']);
    expect(filesIn(folder)).toEqual(['index.html']);
  });

  it('is written again, and loses what the site no longer has; what others have put there stays', async () => {
    await build(['index.html', 'assets/story-1.json']);
    writeFileSync(join(folder, 'robots.txt'), '');
    await build(['index.html', 'assets/story-2.json']);
    expect(filesIn(folder)).toEqual(['assets/story-2.json', 'index.html', 'robots.txt']);
  });

  it('of somebody else is left as it is, unless that is wanted', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'novel.txt'), 'mine');
    await expect(build(['index.html'])).rejects.toThrow(UsageError);
    await expect(build(['index.html'])).rejects.toThrow(/is not empty.* add --force\.$/);
    expect(filesIn(folder)).toEqual(['novel.txt']);
    await build(['index.html'], true);
    expect(filesIn(folder)).toEqual(['index.html', 'novel.txt']);
  });

  it('is no file', async () => {
    writeFileSync(folder, '');
    await expect(build(['index.html'])).rejects.toThrow(/is a file\. Name a folder\.$/);
  });

  it.each(['../novel.txt', '/novel.txt', 'a/../../novel.txt', '..', 'C:\\novel.txt'])(
    'has a list that leads to no other folder: %s',
    async (path) => {
      await build(['index.html']);
      writeFileSync(join(top, 'novel.txt'), 'mine');
      writeFileSync(
        join(folder, '.parley-map.json'),
        JSON.stringify({ files: [path, 'index.html'] }),
      );
      expect(await openFolder(folder, false)).toEqual(['index.html']);
      await build(['embed.html']);
      expect(filesIn(top).filter((name) => !name.endsWith('.json'))).toEqual([
        'novel.txt',
        'site/embed.html',
      ]);
    },
  );

  it.each(['', '[]', 'null', '{"files": 1}', '{"files": [1, null]}'])(
    'may have a broken list: %j',
    async (text) => {
      mkdirSync(folder);
      writeFileSync(join(folder, '.parley-map.json'), text);
      expect(await openFolder(folder, false)).toEqual([]);
    },
  );
});
