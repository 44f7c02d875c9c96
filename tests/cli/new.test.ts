import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/cli/new/ask.ts';
import { newFolder, quote, type NewOptions } from '../../src/cli/new/new-folder.ts';
import { UsageError } from '../../src/cli/input/usage-error.ts';
import { useFolder } from './folder.ts';
import { outcomeOf } from './outcome.ts';
import { runIn } from './run.ts';

const folder = useFolder();

const SHEET = new Uint8Array([1, 2, 3]);
const begin = (options: NewOptions = {}, name = 'summit') =>
  newFolder(folder.at(name), options, {
    version: '1.2.3',
    canAsk: false,
    readSpreadsheet: () => Promise.resolve(SHEET),
  });

describe('a new story', () => {
  it('has no fault and no warning, the answers in it, and the address of its schema', async () => {
    await begin({ title: 'Vier Gipfel', language: 'de', zone: 'Europe/Berlin' });
    expect(JSON.parse(folder.read('summit/story.json'))).toMatchObject({
      $schema: 'https://cdn.jsdelivr.net/npm/parley-map@1.2.3/geo/story.schema.json',
      id: 'vier-gipfel',
      title: 'Vier Gipfel',
      language: 'de',
      zone: 'Europe/Berlin',
    });
    const { status, stdout, stderr } = await outcomeOf('check', folder.at('summit/story.json'));
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/: 3 events, 4 places, no fault\n$/);
  });

  it('stands as prettier would write it', async () => {
    await begin();
    const text = folder.read('summit/story.json');
    expect(await format(text, { parser: 'json' })).toBe(text);
  });

  it('tells the next two commands, with the path in quotes if it has a blank', async () => {
    const lines = await begin({}, 'my summit');
    const file = folder.at('my summit/story.json');
    expect(lines.filter((line) => line.startsWith('  '))).toEqual([
      `  npx parley-map preview "${file}"`,
      `  npx parley-map build "${file}" --out "${folder.at('my summit/site')}"`,
    ]);
  });

  it.each(['summit/story.json', 'my summit', '$x d', 'a "b" `c`', "it's $x", 'a\\b'])(
    'quotes a path so that a shell reads it as it is: %s',
    (path) => {
      const command = `printf %s ${quote(path, false)}`;
      expect(spawnSync('sh', ['-c', command], { encoding: 'utf8' }).stdout).toBe(path);
    },
  );

  it('has a spreadsheet beside it if that is wanted', async () => {
    const lines = await begin({ spreadsheet: true });
    expect(folder.read('summit/events.xlsx')).toBe(Buffer.from(SHEET).toString());
    expect(lines.join('\n')).toContain(`preview ${folder.at('summit/events.xlsx')}`);
  });

  it.each(['story.json', 'events.xlsx'])(
    'never overwrites %s, and then writes nothing',
    async (name) => {
      folder.write(`summit/${name}`, 'mine');
      await expect(begin({ spreadsheet: true })).rejects.toThrow(
        `${folder.at(`summit/${name}`)} is there already. Name another folder, or remove the file.`,
      );
      expect(folder.read(`summit/${name}`)).toBe('mine');
      const other = name === 'story.json' ? 'events.xlsx' : 'story.json';
      expect(existsSync(folder.at(`summit/${other}`))).toBe(false);
    },
  );

  it('is not made in a file, or with what no story may have', async () => {
    folder.write('summit', '');
    await expect(begin()).rejects.toThrow(UsageError);
    await expect(begin({ zone: 'Mars' }, 'a')).rejects.toThrow('--zone: Mars is no time zone.');
    await expect(begin({ language: 'German' }, 'a')).rejects.toThrow('German is no BCP 47 tag.');
    for (const title of ['Line\ntwo', 'Line\u2028two', 'Line\0two']) {
      await expect(begin({ title }, 'a')).rejects.toThrow('--title: A title is one line');
    }
    await expect(begin({ title: 'x'.repeat(201) }, 'a')).rejects.toThrow('at most 200 characters');
    expect(existsSync(folder.at('a'))).toBe(false);
  });

  it('is written by the command', () => {
    const { status, stderr } = runIn(folder.at('.'), 'new', 'desk', '--yes');
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(folder.read('desk/story.json'))).toMatchObject({ version: 1 });
  });
});

describe('the questions for a new story', () => {
  const DEFAULTS = { title: 'A title', language: 'en', zone: 'UTC' };
  const answer = async (typed: string) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const asked = ask(DEFAULTS, input, output);
    // A person waits for the question.
    const lines = typed.split(/(?<=\n)/);
    output.on('data', (text: Buffer) => {
      if (!text.toString().endsWith(': ')) return;
      const line = lines.shift();
      if (line === undefined) input.end();
      else input.write(line);
    });
    const answers = await asked;
    return answers;
  };

  it('take an empty answer for the default', async () => {
    expect(await answer('\nde\n\n')).toEqual({ ...DEFAULTS, language: 'de' });
  });

  it('are asked again until an answer will do', async () => {
    expect(await answer('Four summits\nGerman\nde\nMars\nEurope/Berlin\n')).toEqual({
      title: 'Four summits',
      language: 'de',
      zone: 'Europe/Berlin',
    });
  });

  it('give nothing if the input ends', async () => {
    await expect(answer('Four summits\n')).rejects.toThrow('Nothing is written.');
  });
});
