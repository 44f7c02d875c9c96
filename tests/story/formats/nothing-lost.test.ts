import { describe, expect, it } from 'vitest';
import { readOtherFormat } from '../../../src/story/formats/read-other-format.ts';
import type { Imported } from '../../../src/story/formats/format.ts';
import { bytesOf } from './complete.ts';
import * as files from './fixtures/files.ts';

type Path = readonly (string | number)[];

const JSON_FILES = Object.entries(files).filter(([, file]) => typeof file !== 'string');
const XML_FILES = [
  ['KML', files.KML],
  ['GPX', files.GPX],
] as const;

const importText = (text: string): Promise<Imported> =>
  readOtherFormat(bytesOf(text), { dayOrder: 'month-first' });

/** Every value in a value, with its path. */
function* valuesIn(
  value: unknown,
  path: Path = [],
): Generator<readonly [path: Path, value: unknown]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  for (const [key, one] of Object.entries(value)) {
    yield* valuesIn(one, [...path, isList ? Number(key) : key]);
  }
}

/** A copy of a value, with another value at a path. */
function withValue(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as object) };
  Reflect.set(copy, key, withValue(Reflect.get(copy, key), rest, by));
  return copy;
}

/** What keeps a text a date or an address of the same kind, but another. */
const changed = (text: string): string =>
  // Of a position the first number: its height is told without its value.
  /^\d+\.?\d*[, ]\d/.test(text)
    ? `1${text}`.replace(/^1\d/, '2')
    : /\d$/.test(text)
      ? text.replace(/\d$/, (digit) => (digit === '1' ? '2' : '1'))
      : `${text}x`;

/** What is told by its number alone: heights and more of each point of a track, and times between its first and last. */
const COUNTED = /<(?:ele|x:hr)>$|00:10:00Z|T03:00:00Z/;

/** Values that say nothing but what the format is; and a height, which is told without its value. */
const CONSTANTS = /(?:^|\.)(?:type|@context|coordinates\.2)$/;

describe.each(JSON_FILES)('In %s', (_name, file) => {
  it('a key that nobody knows, in any object, is named in the losses', async () => {
    const objects = [...valuesIn(file)].filter(
      ([, value]) => typeof value === 'object' && value !== null && !Array.isArray(value),
    );
    expect(objects.length).toBeGreaterThan(3);
    for (const [path, value] of objects) {
      const more = withValue(file, path, { ...(value as object), neverSeen: 'lost' });
      const imported = await importText(JSON.stringify(more));
      const told = imported.ok ? imported.losses.map(({ message }) => message).join('\n') : '';
      expect(told, `${path.join('.')}.neverSeen`).toContain('neverSeen');
    }
  });

  it('no value can change without a change in the story or in the losses', async () => {
    const before = JSON.stringify(await importText(JSON.stringify(file)));
    for (const [path, value] of valuesIn(file)) {
      if (typeof value === 'object' || value === '' || CONSTANTS.test(path.join('.'))) continue;
      const other =
        typeof value === 'string' ? changed(value) : typeof value === 'number' ? value + 1 : !value;
      const after = JSON.stringify(await importText(JSON.stringify(withValue(file, path, other))));
      expect(after === before, path.join('.')).toBe(false);
    }
  });
});

describe.each(XML_FILES)('In %s', (_name, file) => {
  it('an element that nobody knows, in any element, is named in the losses', async () => {
    const ends = [...file.matchAll(/<\/[\w:]+>/g)];
    expect(ends.length).toBeGreaterThan(10);
    for (const { index } of ends) {
      const more = `${file.slice(0, index)}<neverSeen>lost</neverSeen>${file.slice(index)}`;
      const imported = await importText(more);
      const told = imported.ok
        ? imported.losses.map(({ message }) => message).join('\n')
        : 'no story';
      // HTML has no case.
      expect(told.toLowerCase(), file.slice(index - 40, index + 20)).toContain('neverseen');
    }
  });

  it('no text and no attribute can change without a change in the story or in the losses', async () => {
    const before = JSON.stringify(await importText(file));
    const body = file.indexOf('?>') + 2;
    const places = [
      ...file.matchAll(/(?<=[\w:]>)[^<>\s][^<>]*(?=<\/)|(?<=\s[\w:]+=")[^"]+(?=")/g),
    ].filter(
      ({ index, input }) =>
        index > body && !/(?:xmlns(?::\w+)?|version)="$/.test(input.slice(0, index)),
    );
    expect(places.length).toBeGreaterThan(10);
    for (const { index, 0: text } of places) {
      if (COUNTED.test(file.slice(index - 6, index)) || COUNTED.test(text)) continue;
      const other = `${file.slice(0, index)}${changed(text)}${file.slice(index + text.length)}`;
      const after = JSON.stringify(await importText(other));
      expect(after === before, `${text} at ${file.slice(index - 30, index + 30)}`).toBe(false);
    }
  });
});

describe.each([
  ['TimelineJS CSV', files.TIMELINE_CSV, ','],
  ['TimelineJS CSV of version 1', files.TIMELINE_CSV_V1, ','],
  ['LP-TSV', files.LP_TSV, '\t'],
] as const)('In %s', (_name, file, separator) => {
  it('a column that nobody knows is named in the losses of each row', async () => {
    for (const column of ['neverSeen', '__proto__', 'start_date', 'constructor']) {
      const rows = file.replace(/\n$/, '').split('\n');
      const wider = rows.map(
        (row, index) => `${row}${separator}${index === 0 ? column : `lost ${index}`}`,
      );
      const imported = await importText(wider.join('\n'));
      const told = imported.ok ? imported.losses.map(({ message }) => message).join('\n') : '';
      for (let row = 1; row < rows.length; row += 1) expect(told, column).toContain(`lost ${row}`);
    }
  });
});
