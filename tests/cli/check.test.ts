import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIXTURE, mutate } from '../story/fixture.ts';
import { runIn } from './run.ts';

let folder = '';

/** The checker as an author runs it in a folder: how it ends, and its lines. */
function run(...args: readonly string[]) {
  const { status, lines } = runIn(folder, 'check', ...args);
  return { status, lines };
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

  it('refuses an option that it does not have, and no file at all', () => {
    const { status, lines } = run('--warning-as-errors', 'desk/sound.json');
    expect(status).toBe(2);
    expect(lines.slice(0, 2)).toEqual([
      "error: unknown option '--warning-as-errors'",
      '(Did you mean --warnings-as-errors?)',
    ]);
    expect(run()).toMatchObject({
      status: 2,
      lines: expect.arrayContaining(["error: missing required argument 'files'"]),
    });
  });

  it('writes what it finds as JSON for other programs, and nothing else', () => {
    const unused = '"sources": [{ "id": "npr", "publisher": "NPR", "title": "Another" }, {';
    writeFileSync(join(folder, 'desk', 'warned.json'), FIXTURE.replace('"sources": [{', unused));
    const files = ['desk/sound.json', 'desk/faulty.json', 'desk/warned.json', 'desk/none.json'];
    const { status, stdout, stderr } = runIn(folder, 'check', '--json', ...files);
    expect([status, stderr]).toEqual([2, '']);
    expect(JSON.parse(stdout)).toEqual([
      { file: 'desk/sound.json', faults: [], warnings: [] },
      {
        file: 'desk/faulty.json',
        faults: [
          {
            ...{ line: 28, column: 89, path: 'events[0].when', code: 'date' },
            message: '"June 2018" is not a date. Write 2018-06.',
          },
        ],
        warnings: [],
      },
      {
        file: 'desk/warned.json',
        faults: [],
        warnings: [
          {
            ...{ line: 26, column: 23, path: 'sources[0].id', code: 'unused' },
            message: expect.stringContaining('"npr" is not used.'),
          },
        ],
      },
      {
        file: 'desk/none.json',
        faults: [{ path: '', code: 'unreachable', message: 'there is no such file.' }],
        warnings: [],
      },
    ]);
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
      status: 2,
      lines: [
        'desk: this is a folder. Name a file in it.',
        'desk/none.json: there is no such file.',
      ],
    });
  });
});
