import { describe, expect, it } from 'vitest';
import { formatWarning, WARNING_CODES } from '../../../src/story/parse/faults/warning.ts';
import { readStory } from '../../../src/story/load.ts';
import { parseStory } from '../../../src/story/parse/parse.ts';
import { FIXTURE, mutate } from '../fixture.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** The warnings of a story that has no fault, as the checker prints them, without the file's name. */
async function warningsOf(text: string): Promise<readonly string[]> {
  const parsed = await readStory(bytes(text));
  expect(parsed.ok ? [] : parsed.faults).toEqual([]);
  return parsed.warnings.map((one) => formatWarning(one, '').replace(/^:/, '').trim());
}

/** A piece of the sound fixture, what stands there instead, and the one warning. */
const UNUSED: readonly (readonly [piece: string, by: string, warning: string])[] = [
  [
    '"parties": [{',
    '"parties": [{ "id": "south", "name": "South Korea", "hue": "south" }, {',
    '10:23 warning: parties[0].id: "south" is not used. Remove it, or name it in the "party" of a person or the "by" of a commitment. (unused)',
  ],
  [
    '"people": [',
    '"people": [{ "id": "xi", "name": "Xi", "initials": "X", "role": "Guest", "party": "north", "home": "seoul" },',
    '11:22 warning: people[0].id: "xi" is not used. Remove it, or name it in the "who" of an event. (unused)',
  ],
  [
    '"at": "blue-house", "who": ["kim", "moon"]',
    '"at": "seoul", "who": ["kim", "moon"]',
    '22:34 warning: places.features[2].id: "blue-house" is not used. Remove it, or name it in the "at", "about" or "binds" of an event. (unused)',
  ],
  [
    '"sources": [{',
    '"sources": [{ "id": "npr", "publisher": "NPR", "title": "Another" }, {',
    '26:23 warning: sources[0].id: "npr" is not used. Remove it, or name it in the "sources" of an event. (unused)',
  ],
  [
    '"from": "kim"',
    '"via": [[1, 1], [2, 2]], "from": "kim"',
    '39:29 warning: events[2].via: is a route, but nobody travels to an event of kind "letter". Remove it. (unused)',
  ],
  [
    '"who": ["kim"]',
    '"who": ["kim"], "via": [[1, 1], [2, 2]]',
    '29:49 warning: events[0].via: is the route of nobody: everyone at this event is at home here. Remove it. (unused)',
  ],
  [
    '"when": "2018-12~"',
    '"when": "2018-12~", "who": ["kim"], "via": [[1, 1], [2, 2]]',
    '41:50 warning: events[3].via: leads nowhere, because this event has no place yet. Remove it. (unused)',
  ],
];

describe('a warning', () => {
  it('is not given for a sound story', async () => {
    expect(await warningsOf(FIXTURE)).toEqual([]);
  });

  it.each(UNUSED)('of what is merely unused: %j, now %j', async (piece, by, warning) => {
    expect(await warningsOf(mutate(piece, by))).toEqual([warning]);
  });

  it('of a source that is only quoted says where else it must stand', async () => {
    const npr = '"sources": [{ "id": "npr", "publisher": "NPR", "title": "Another" }, {';
    const text = mutate('"sources": [{', npr).replace('"source": "yonhap"', '"source": "npr"');
    expect(await warningsOf(text)).toEqual([
      '26:23 warning: sources[0].id: "npr" is only in the "claims" of "pact". Name it in the "sources" of "pact" too. (unused)',
    ]);
  });

  it('has a code of the list, a path, a position and a sentence', async () => {
    const { warnings } = await readStory(
      bytes(mutate(...(UNUSED[1]?.slice(0, 2) as [string, string]))),
    );
    expect(warnings).toEqual([
      {
        code: 'unused',
        path: ['people', 0, 'id'],
        position: { line: 11, column: 22 },
        message: '"xi" is not used. Remove it, or name it in the "who" of an event.',
      },
    ]);
  });

  it('is given for text that is parsed at once too, without its line', () => {
    const parsed = parseStory(mutate(...(UNUSED[1]?.slice(0, 2) as [string, string])));
    expect(parsed).toMatchObject({ ok: true, warnings: [{ code: 'unused' }] });
  });

  it('is the hundredth at most, and the rest are counted', async () => {
    const sources = Array.from(
      { length: 130 },
      (_, index) => `{ "id": "s${index}", "publisher": "P", "title": "T" }`,
    );
    const lines = await warningsOf(mutate('"sources": [', `"sources": [${sources.join()},`));
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toBe('warning: … and 30 more warnings. (more)');
    expect(WARNING_CODES).toContain('more');
  });
});
