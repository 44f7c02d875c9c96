import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIXTURE, mutate } from '../story/fixture.ts';

const CHECK = fileURLToPath(new URL('../../src/cli/check.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');

let folder = '';

/** The checker as an author runs it in a folder: how it ends, and its lines. */
function run(...files: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', TSX, CHECK, ...files],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  return { status, lines: `${stdout}${stderr}`.trim().split('\n') };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-check-'));
  mkdirSync(join(folder, 'desk'));
  writeFileSync(join(folder, 'desk', 'sound.json'), FIXTURE);
  writeFileSync(join(folder, 'desk', 'faulty.json'), FIXTURE.replace('2018-03-05', 'June 2018'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the story checker', () => {
  it('names each file by its path from the folder it is run in, however it was given', () => {
    const fault = '28:89 events[0].when: "June 2018" is not a date. Write 2018-06.';
    expect(
      run('desk/sound.json', './desk/faulty.json', join(folder, 'desk', 'faulty.json')),
    ).toEqual({
      status: 1,
      lines: [
        'desk/sound.json: 4 events, 3 places, no fault',
        `desk/faulty.json:${fault}`,
        `desk/faulty.json:${fault}`,
      ],
    });
  });

  it('looks for the files of media beside the story', () => {
    const media = '"media": [\n{ "audio": "speech.mp3", "alt": "A speech" }],';
    const file = join(folder, 'desk', 'media.json');
    writeFileSync(file, mutate('"text": "They talk.",', `"text": "They talk.", ${media}`));
    expect(run('desk/media.json')).toEqual({
      status: 1,
      lines: [
        'desk/media.json:29:12 events[0].media[0].audio: "speech.mp3" is not there. Copy the file beside the story, or write its true path.',
      ],
    });
    writeFileSync(join(folder, 'desk', 'speech.mp3'), 'a speech');
    expect(run('desk/media.json')).toMatchObject({ status: 0 });
  });

  it('tells warnings and passes, and fails for them only if it is asked to', () => {
    const unused = '"sources": [{ "id": "npr", "publisher": "NPR", "title": "Another" }, {';
    const text = FIXTURE.replace('"sources": [{', unused);
    writeFileSync(join(folder, 'desk', 'unused.json'), text);
    const lines = [
      'desk/unused.json:26:23 warning: sources[0].id: "npr" is not used. Remove it, or name it in the "sources" of an event. (unused)',
    ];
    const result = 'desk/unused.json: 4 events, 3 places, no fault, 1 warning';
    expect(run('desk/unused.json')).toEqual({ status: 0, lines: [result, ...lines] });
    for (const given of [
      ['--warnings-as-errors', 'desk/unused.json'],
      ['desk/unused.json', '--warnings-as-errors'],
    ]) {
      expect(run(...given)).toEqual({ status: 1, lines: [result, ...lines] });
    }
    expect(run('--warnings-as-errors', 'desk/sound.json')).toMatchObject({ status: 0 });
  });

  it('refuses an option that it does not have', () => {
    expect(run('--warning-as-errors', 'desk/sound.json')).toEqual({
      status: 2,
      lines: ['There is no option --warning-as-errors. The only one is --warnings-as-errors.'],
    });
  });

  it('says of a file that is nested too deep where, in a line and without a stack', () => {
    for (const [name, depth] of [
      ['deep', 6000],
      ['deeper', 1_000_000],
    ] as const) {
      const text = `{ "id": "deep",\n  "x": ${'['.repeat(depth)}${']'.repeat(depth)} }`;
      writeFileSync(join(folder, 'desk', `${name}.json`), text);
    }
    const path = `x${'[0]'.repeat(31)}`;
    const fault = `2:39 ${path}: is nested more than 32 deep. No part of a story is.`;
    expect(run('desk/deep.json', 'desk/deeper.json')).toEqual({
      status: 1,
      lines: [`desk/deep.json:${fault}`, `desk/deeper.json:${fault}`],
    });
  });

  it('says of a folder that it is one, and of a file that is not there that it is not', () => {
    expect(run('desk', 'desk/none.json')).toEqual({
      status: 1,
      lines: [
        'desk: this is a folder. Name a file in it.',
        'desk/none.json: there is no such file.',
      ],
    });
  });
});
