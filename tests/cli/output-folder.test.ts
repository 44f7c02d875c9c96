import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
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
  writeFolder(folder, new Map(names.map((name) => [name, Buffer.from(name)])), {
    earlier: await openFolder(folder, force),
  });

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
    'with a broken list is somebody else’s: %j',
    async (text) => {
      mkdirSync(folder);
      writeFileSync(join(folder, '.parley-map.json'), text);
      writeFileSync(join(folder, 'index.html'), 'mine');
      await expect(build(['index.html'])).rejects.toThrow(/cannot be read.* add --force\.$/);
      expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('mine');
      await build(['index.html'], true);
    },
  );

  it('is empty if only the system has put files into it', async () => {
    mkdirSync(folder);
    for (const name of ['.DS_Store', 'Thumbs.db', 'desktop.ini']) {
      writeFileSync(join(folder, name), '');
    }
    await build(['index.html']);
  });

  it.each(['', '.', 'assets', 'assets/..'])(
    'keeps a folder that its list names: %j',
    async (path) => {
      await build(['index.html']);
      mkdirSync(join(folder, 'assets'));
      writeFileSync(join(folder, '.parley-map.json'), JSON.stringify({ files: [path] }));
      expect(await openFolder(folder, false)).toEqual(path === 'assets' ? ['assets'] : []);
      await build(['index.html']);
      expect(readdirSync(folder).sort()).toEqual(['.parley-map.json', 'assets', 'index.html']);
    },
  );

  it('has no empty name, and no file on the way to it', async () => {
    const site = folder;
    folder = '';
    await expect(build(['index.html'], true)).rejects.toThrow('--out is empty. Name a folder.');
    writeFileSync(site, 'mine');
    folder = join(site, 'x');
    await expect(build(['index.html'])).rejects.toThrow(
      /x cannot be made: a part of its path is a/,
    );
  });

  it.each([
    ['index.html/a.txt', 'index.html', /index\.html is a folder\./],
    ['assets', 'assets/a.js', /a\.js cannot be written: a part of its path is a file\./],
  ])('tells what is in the way: %s', async (there, wanted, message) => {
    mkdirSync(join(folder, there, '..'), { recursive: true });
    writeFileSync(join(folder, there), '');
    await expect(build([wanted], true)).rejects.toThrow(UsageError);
    await expect(build([wanted], true)).rejects.toThrow(message);
  });

  it.each(['index.html', 'assets', '.parley-map.json'])(
    'is not written through a link: %s',
    async (name) => {
      await build(['index.html', 'assets/a.js']);
      const outside = join(top, 'outside');
      mkdirSync(join(outside, 'assets'), { recursive: true });
      writeFileSync(join(outside, name === 'assets' ? 'assets/a.js' : name), '{"files": []}');
      rmSync(join(folder, name), { recursive: true });
      symlinkSync(join(outside, name), join(folder, name));
      await expect(build(['index.html', 'assets/a.js'], true)).rejects.toThrow(
        `${join(folder, name)} is a link. Remove it, or name another folder.`,
      );
      // A file of an earlier build that is removed lies in no linked folder. The link itself may be removed.
      const outcome = await build(['embed.html'], true).catch((error: unknown) => error);
      expect(outcome instanceof UsageError).toBe(name !== 'index.html');
      const file = join(outside, name === 'assets' ? 'assets/a.js' : name);
      expect(readFileSync(file, 'utf8')).toBe('{"files": []}');
    },
  );

  it('may be that of the story, whose files it neither changes nor removes', async () => {
    mkdirSync(folder);
    const inputs = ['template.csv', 'card.png'].map((name) => join(folder, name));
    for (const path of inputs) writeFileSync(path, 'mine');
    const write = (name: string, content: string, earlier: readonly string[] = []) =>
      writeFolder(folder, new Map([[name, Buffer.from(content)]]), { earlier, inputs });
    await expect(write('template.csv', 'ours')).rejects.toThrow(
      /would be overwritten, and the site/,
    );
    await write('card.png', 'mine');
    await write('index.html', '', ['template.csv']);
    expect(inputs.map((path) => readFileSync(path, 'utf8'))).toEqual(['mine', 'mine']);
  });
});
