import { describe, expect, it } from 'vitest';
import { readStory } from '../../../src/story/load.ts';
import { parseStoryValue } from '../../../src/story/parse/parse.ts';
import { nearest } from '../../../src/story/parse/faults/did-you-mean.ts';
import { FIXTURE, mutate } from '../fixture.ts';

/** Every fault of a file, as `line:column path: message` without the path. */
async function faultsOf(text: string): Promise<readonly string[]> {
  const parsed = await readStory(new TextEncoder().encode(text));
  if (parsed.ok) return [];
  return parsed.faults.map(
    ({ position, message }) => `${position?.line}:${position?.column} ${message}`,
  );
}

const valueFaults = (value: unknown): readonly string[] => {
  const parsed = parseStoryValue(value);
  return parsed.ok ? [] : parsed.faults.map(({ message }) => message);
};

describe('a suggestion', () => {
  it.each([
    ['south-korea-government', ['north-korea-government']],
    ['eastern-front', ['western-front']],
    ['northern-league', ['southern-league']],
    ['east', ['west']],
    ['iraq', ['iran']],
    ['talks-2', ['talks-3', 'talks', 'talks-12']],
    ['summit-2018', ['summit-2019', 'summit-2081']],
    ['paris-committee-meeting', ['tokyo-committee-meeting']],
    ['import-ban', ['export-ban']],
    ['slovakia', ['slovenia']],
    ['austria', ['australia']],
    ['increase', ['decrease']],
  ])('is near in meaning too: for %j not one of %j', (word, candidates) => {
    expect(nearest(word, candidates)).toBeNull();
  });

  it.each([
    ['sigapore', 'singapore'],
    ['singpaore', 'singapore'],
    ['norht-korea', 'north-korea'],
    ['blue_house', 'blue-house'],
    ['bluehouse', 'blue-house'],
    ['Seoul', 'seoul'],
    ['talks2', 'talks-2'],
    ['secretary-generall', 'secretary-general'],
    ['denuclearisaton', 'denuclearisation'],
  ])('is given for a slip: for %j it is %j', (word, candidate) => {
    expect(nearest(word, ['tokyo', candidate])).toBe(candidate);
  });

  it.each(['limaé', 'Lima', 'lima!', ' lima', '-lima'])(
    'is never an id that is a fault itself: %j',
    async (broken) => {
      const text = FIXTURE.replace('"id": "seoul"', `"id": "${broken}"`).replaceAll(
        '"seoul"',
        '"lima"',
      );
      const lines = await faultsOf(text);
      expect(lines.join()).toContain('There is no place "lima".');
      expect(lines.join()).not.toContain('Did you mean');
    },
  );
});

describe('a list in the place of an object', () => {
  it.each([
    ['events', 0],
    ['people', 1],
    ['parties', 0],
    ['sources', 0],
    ['insets', 0],
  ])('is one fault, in %s', (key, index) => {
    const story = JSON.parse(FIXTURE) as Record<string, unknown[]>;
    story[key] = [...(story[key] ?? []), ['a', 'b']];
    expect(index).toBeDefined();
    expect(valueFaults(story)).toEqual([
      expect.stringContaining('expected an object, got a list. Write {'),
    ]);
  });

  it('is one fault in a place, a commitment and a claim', () => {
    for (const [piece, by] of [
      ['"properties": { "name": "Pyongyang"', '"properties": [], "x": { "name": "Pyongyang"'],
      ['"claims": [{', '"claims": [[], {'],
      ['"commitments": [', '"commitments": [[[1]],'],
    ] as const) {
      const faults = valueFaults(JSON.parse(mutate(piece, by)));
      expect(faults).toContain('expected an object, got a list. Write { … }.');
      expect(faults.join()).not.toContain('function');
    }
  });
});

describe('a number that JSON does not have', () => {
  it.each([
    ['.33', 'Write 0.33 for ".33".'],
    ['-.25', 'Write -0.25 for "-.25".'],
    ['+37.5', 'Write 37.5 for "+37.5".'],
    ['037.5', 'Write 37.5 for "037.5".'],
    ['-07', 'Write -7 for "-07".'],
    ['37.', 'Write 37 for "37.".'],
    ['−37.5', 'Write -37.5 for "−37.5".'],
    ['0x25', 'Write 37 for "0x25".'],
    ['37.57°', 'Write 37.57 for "37.57°".'],
    ['37.57N', 'Write 37.57 for "37.57N".'],
    ['2_000', 'Write 2000 for "2_000".'],
    ['NaN', 'Write a number.'],
    ['-Infinity', 'Write a number.'],
    ['None', 'Remove this key.'],
    ['undefined', 'Remove this key.'],
    ['True', 'Write true.'],
    ['“37”', 'Write straight double quotes, "…".'],
  ])('is told how to write it: %s', async (number, remedy) => {
    for (const text of [
      mutate('[126.98, 37.57]', `[126.98, ${number}]`),
      mutate('[126.98, 37.57]', `[ 126.98,\n${number}\n]`),
    ]) {
      const line = text.split('\n').findIndex((one) => one.includes(number));
      const column = text.split('\n')[line]?.indexOf(number) ?? 0;
      expect(await faultsOf(text)).toEqual([
        `${line + 1}:${column + 1} This is not JSON. ${remedy}`,
      ]);
    }
  });
});

describe('a message', () => {
  it.each([
    'https://ann:s3cret@example.org/a',
    'ftp://ann:s3cret@example.org/a',
    '//ann:s3cret@example.org',
    'ann:s3cret@example.org',
    `https://ann:s3cret${'x'.repeat(60)}@example.org/a`,
    'https://ann:s3cret@@example.org/a b',
    'https://s3cret@example.org/',
  ])('never shows a password, in whichever field: %s', (address) => {
    for (const piece of [
      '"https://example.org/a"',
      '"north"',
      '"2018-03-05"',
      '"seoul"',
      '"meeting"',
      '"KJU"',
      '1',
    ]) {
      const faults = valueFaults(JSON.parse(mutate(piece, JSON.stringify(address))));
      expect(faults.length).toBeGreaterThan(0);
      expect(faults.join()).not.toContain('s3cret');
    }
  });

  it('has the article that its word needs', () => {
    const faults = valueFaults(JSON.parse(mutate('"event": "talks"', '"event": 7')));
    expect(faults).toEqual(['expected the id of an event in quotes, got the number 7.']);
  });
});
