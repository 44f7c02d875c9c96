import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MAX_DEPTH } from '../../../../src/story/parse/text/depth.ts';
import type { Fault } from '../../../../src/story/parse/faults/fault.ts';
import { loadStory, locateFaults, readStory } from '../../../../src/story/load.ts';
import { parseStory, parseStoryValue, type Parsed } from '../../../../src/story/parse/parse.ts';
import { FIXTURE, mutate } from '../../fixture.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const bytes = (text: string) => new TextEncoder().encode(text);
const faultsOf = (parsed: Parsed): readonly Fault[] => (parsed.ok ? [] : parsed.faults);

/** What every way of reading a text says of it: codes, and the places where they are told. */
async function readByAll(text: string) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(text)));
  const parsed = faultsOf(parseStory(text));
  const located = [
    await locateFaults(parsed, text),
    faultsOf(await readStory(bytes(text))),
    faultsOf(await loadStory('story.json')),
  ];
  const codes = [parsed, ...located].map((faults) => faults.map(({ code }) => code).join());
  const places = located.map((faults) =>
    faults.map(({ position }) => `${position?.line}:${position?.column}`).join(),
  );
  return { codes: new Set(codes), places: new Set(places) };
}

const once = (text: string, count: number) => text.repeat(count);

/** Ways to nest something so deep, and the column (line 1) of the bracket that is one too many. */
const NESTS: readonly (readonly [name: string, make: (depth: number) => string, column: number])[] =
  [
    ['lists', (depth) => once('[', depth) + once(']', depth), 33],
    ['objects', (depth) => `${once('{"a":', depth)}1${once('}', depth)}`, 32 * 5 + 1],
    [
      'lists and objects by turns',
      (depth) => `${once('[{"a":', depth / 2)}1${once('}]', depth / 2)}`,
      16 * 6 + 1,
    ],
    ['lists never closed', (depth) => once('[', depth), 33],
    ['objects never closed', (depth) => once('{"a":', depth), 32 * 5 + 1],
    [
      'lists in a key that stands twice',
      (depth) => `{"a":1,"a":${once('[', depth)}${once(']', depth)}}`,
      11 + 32,
    ],
    [
      'lists after texts full of brackets',
      (depth) => `["[[[{\\"",${once('[', depth)}${once(']', depth)}]`,
      11 + 31,
    ],
    ['lists with a slip further in', (depth) => `${once('[', depth)}oops${once(']', depth)}`, 33],
    ...(
      [
        ['an escape that JSON lacks', '"\\q":1}'],
        ['a line break', '"\n":1}'],
        ['no end', '"x'],
      ] as const
    ).map(
      ([slip, rest]) =>
        [
          `lists before a key that has ${slip}`,
          (depth: number) => `{"a":${once('[', depth)}${once(']', depth)},${rest}`,
          5 + 32,
        ] as const,
    ),
  ];

describe.each(NESTS)('%s', (_name, make, column) => {
  it.each([34, 6000, 100_000])(
    'nested %d deep are one fault with its place, however the story is read',
    async (depth) => {
      expect(await readByAll(make(depth))).toEqual({
        codes: new Set(['too-deep']),
        places: new Set([`1:${column}`]),
      });
    },
  );
});

describe('a story that is nested too deep', () => {
  it('has that one fault at a million, too', async () => {
    for (const text of [once('[', 1_000_000), once('{"a":', 1_000_000)]) {
      expect((await readByAll(text)).codes).toEqual(new Set(['too-deep']));
    }
  });

  it.each([6000, 100_000])(
    'in a field that is not known has that one fault, at %d',
    async (depth) => {
      const text = mutate(
        '"id": "thaw",',
        `"id": "thaw",\n"x": ${once('[', depth)}${once(']', depth)},`,
      )
        // Others are not told: who mends this one sees them.
        .replace('"hue": "north"', '"hue": "reddish"');
      const [fault, ...others] = faultsOf(await readStory(bytes(text)));
      expect(others).toEqual([]);
      expect(fault).toEqual({
        path: ['x', ...new Array<number>(31).fill(0)],
        code: 'too-deep',
        message: 'is nested more than 32 deep. No part of a story is.',
        position: { line: 4, column: 6 + 31 },
      });
    },
  );

  it('may be 32 deep and no more, as text and as a value', () => {
    const at = (depth: number) => `{"x":${once('[', depth - 1)}${once(']', depth - 1)}}`;
    for (const read of [parseStory, (text: string) => parseStoryValue(JSON.parse(text))]) {
      expect(faultsOf(read(at(32))).map(({ code }) => code)).not.toContain('too-deep');
      expect(faultsOf(read(at(33)))).toEqual([
        expect.objectContaining({
          code: 'too-deep',
          path: ['x', ...new Array<number>(31).fill(0)],
        }),
      ]);
    }
  });

  it('has the same fault as text and as a value', () => {
    // Names, not numbers: objects put those first.
    const key = fc.string({ minLength: 1, maxLength: 2 }).filter((text) => !/^\d+$/.test(text));
    const layer = fc.record({ name: fc.option(key), before: fc.constantFrom('[', 7, null) });
    const tree = fc
      .array(layer, { maxLength: 60, size: 'max' })
      .map((layers) =>
        layers.reduce<unknown>(
          (inner, { name, before }) => (name === null ? [before, inner] : { [name]: inner }),
          1,
        ),
      );
    let deep = 0;
    fc.assert(
      fc.property(tree, (value) => {
        const text = JSON.stringify(value);
        const told = faultsOf(parseStory(text)).filter(({ code }) => code === 'too-deep');
        deep += told.length;
        const same = faultsOf(parseStoryValue(JSON.parse(text)));
        expect(same.filter(({ code }) => code === 'too-deep')).toEqual(told);
      }),
      { seed: 1953, numRuns: 200 },
    );
    expect(deep).toBeGreaterThan(20);
  });
});

describe('a text that is no JSON and has brackets without end', () => {
  it.each([
    ['brackets after a word', `oops ${once('[', 100_000)}`, '1:1'],
    ['a comment before them', `/* " */ ${once('[', 100_000)}`, '1:1'],
    ['a comma too many before them', `[1,,${once('[', 100_000)}`, '1:4'],
    ['brackets that are closed by others', once('[1},', 100_000), '1:3'],
    ['objects whose names are brackets', once('{[', 100_000), '1:2'],
    ['a text that is not closed before them', `["a,\n${once('[', 100_000)}`, '1:2'],
  ])('%s: is told as no JSON, where an author meets it first', async (_name, text, place) => {
    expect(await readByAll(text)).toEqual({
      codes: new Set(['json-syntax']),
      places: new Set([place]),
    });
  });

  it('of events without their closing brackets names the first of them', async () => {
    const events = new Array(50).fill('{ "id": "a", "kind": "visit"').join(',\n');
    const [fault] = faultsOf(await readStory(bytes(`{ "events": [\n${events}\n] }`)));
    expect(fault).toMatchObject({ code: 'json-syntax', position: { line: 3, column: 1 } });
  });
});

describe('a value that is nested too deep', () => {
  const nest = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
    let value: unknown = 1;
    for (let level = 0; level < depth; level++) value = wrap(value);
    return value;
  };

  it.each([
    ['lists', (inner: unknown) => [inner]],
    ['objects', (inner: unknown) => ({ a: inner })],
    [
      'objects without a prototype',
      (inner: unknown) => Object.assign(Object.create(null), { inner }),
    ],
    ['lists and objects by turns', (inner: unknown) => [{ a: inner }]],
  ])('is refused: %s', (_name, wrap) => {
    for (const depth of [33, 6000, 1_000_000]) {
      const faults = faultsOf(parseStoryValue({ ...JSON.parse(FIXTURE), x: nest(depth, wrap) }));
      expect(faults).toEqual([expect.objectContaining({ code: 'too-deep' })]);
      expect(faults[0]?.path).toHaveLength(MAX_DEPTH);
    }
  });

  it('is one that contains itself, at any place, alone or many times', () => {
    const sound = JSON.parse(FIXTURE) as Record<string, unknown>;
    const self: Record<string, unknown> = { ...sound };
    self['x'] = self;
    const list: unknown[] = [];
    list.push(list, list, list);
    const [one, other]: Record<string, unknown>[] = [{}, {}];
    Object.assign(one ?? {}, { other, again: other });
    Object.assign(other ?? {}, { one, again: one });
    for (const value of [self, list, { ...sound, events: [one] }, { ...sound, title: list }]) {
      expect(faultsOf(parseStoryValue(value))).toEqual([
        expect.objectContaining({ code: 'too-deep' }),
      ]);
    }
  });

  it('is not one whose parts are shared, however many ways lead to them', () => {
    const shared = nest(28, (inner) => [inner, inner]);
    const faults = faultsOf(parseStoryValue({ ...JSON.parse(FIXTURE), x: shared }));
    expect(faults.map(({ code }) => code)).toEqual(['unknown-key']);
    const position = nest(20, (inner) => [inner, inner]);
    const ring = [position, position, position, position];
    const place = { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] } };
    const places = { type: 'FeatureCollection', features: [place] };
    const codes = faultsOf(parseStoryValue({ ...JSON.parse(FIXTURE), places }));
    expect(codes.map(({ code }) => code)).not.toContain('too-deep');
  });
});

describe('a value that throws when it is read', () => {
  const angry = () => {
    throw new Error('no');
  };
  const handler = { get: angry, has: angry, ownKeys: angry, getOwnPropertyDescriptor: angry };

  it.each([
    [
      'a getter',
      {
        get title() {
          return angry();
        },
      },
    ],
    [
      'a getter further in',
      {
        places: {
          get features() {
            return angry();
          },
        },
      },
    ],
    ['a proxy further in', { events: [new Proxy({}, handler)] }],
  ])('is a fault: %s', (_name, value) => {
    const sound = JSON.parse(FIXTURE) as object;
    const whole = Object.defineProperties({ ...sound }, Object.getOwnPropertyDescriptors(value));
    for (const one of [value, whole, new Proxy(whole, handler)]) {
      expect(faultsOf(parseStoryValue(one)).length).toBeGreaterThan(0);
    }
  });

  it('is a fault where numbers are of another kind than JSON has', () => {
    const ring = [
      [1n, 2n],
      [2n, 2n],
      [2n, 3n],
      [1n, 2n],
    ];
    const geometry = { type: 'Polygon', coordinates: [ring] };
    const places = { type: 'FeatureCollection', features: [{ type: 'Feature', geometry }] };
    const faults = faultsOf(parseStoryValue({ ...JSON.parse(FIXTURE), places }));
    expect(faults.map(({ message }) => message)).toContain('expected a number, got a bigint.');
  });
});
