import fc from 'fast-check';

/** A value of JSON that may be changed in place. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

type Parent = Json[] | { [key: string]: Json };

/** A value inside another: `parent[key]`. */
interface Spot {
  readonly parent: Parent;
  readonly key: string;
}

const isParent = (value: Json): value is Parent => typeof value === 'object' && value !== null;

const get = ({ parent, key }: Spot): Json => (parent as { [key: string]: Json })[key] ?? null;

function set({ parent, key }: Spot, value: Json): void {
  // Assigning `__proto__` would change the prototype.
  Object.defineProperty(parent, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

function drop({ parent, key }: Spot): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
}

/** Every value inside another, in the order of the file. */
function spotsIn(root: Parent): readonly Spot[] {
  const spots: Spot[] = [];
  const visit = (parent: Parent): void => {
    for (const key of Object.keys(parent)) {
      const spot = { parent, key };
      spots.push(spot);
      const value = get(spot);
      if (isParent(value)) visit(value);
    }
  };
  visit(root);
  return spots;
}

/** One change to a value: what is done, to which of its parts, and with what. */
export interface Mutation {
  readonly what: keyof typeof MUTATIONS;
  /** Which part, counted round. */
  readonly at: number;
  /** Another part, for what needs two. */
  readonly other: number;
  readonly value: Json;
  readonly name: string;
}

type Mutate = (spot: Spot, other: Spot, mutation: Mutation) => void;

const copyOf = (value: Json): Json => structuredClone(value);

const MUTATIONS = {
  drop: (spot) => {
    drop(spot);
  },
  duplicate: ({ parent, key }, _other, { name }) => {
    const copy = copyOf(get({ parent, key }));
    if (Array.isArray(parent)) parent.splice(Number(key), 0, copy);
    else set({ parent, key: name }, copy);
  },
  swap: (spot, other) => {
    const [one, two] = [copyOf(get(spot)), copyOf(get(other))];
    set(spot, two);
    set(other, one);
  },
  retype: (spot, _other, { value }) => {
    set(spot, copyOf(value));
  },
  deepen: (spot, _other, { at }) => {
    let value = get(spot);
    for (let depth = at % 40; depth >= 0; depth -= 1) value = depth % 3 === 0 ? { value } : [value];
    set(spot, value);
  },
  rename: ({ parent, key }, _other, { name }) => {
    if (Array.isArray(parent)) return;
    const value = parent[key] ?? null;
    drop({ parent, key });
    set({ parent, key: name }, value);
  },
  /** A small change, after which the story is often still sound. */
  nudge: (spot, _other, { at }) => {
    const value = get(spot);
    if (typeof value === 'number') set(spot, value + (at % 7) - 3);
    if (typeof value === 'string') {
      set(
        spot,
        value.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + at) % 10)),
      );
    }
  },
} satisfies Readonly<Record<string, Mutate>>;

const TEXTS = [
  '',
  ' ',
  '2018',
  '2018-06-12',
  '2018-06-12T24:00',
  '0001-01-01',
  '9999-12-31',
  '../2018',
  '2018/..',
  'meeting',
  'planned',
  'supersedes',
  'Asia/Pyongyang',
  '-14:00',
  '__proto__',
  'constructor',
  'https://example.org/',
  'javascript:alert(1)',
  '\u202E',
  '\uD800',
  '\0',
  'Point',
  'MultiPolygon',
  '[a](https://example.org/)',
  '**',
  '=1+1',
];

const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, 0, -1, 180, 1e308, -1e-7, 1528765200000, {}, []),
  fc.constantFrom<Json>(...TEXTS),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double(),
  fc.tuple(
    fc.double({ min: -200, max: 200, noNaN: true }),
    fc.double({ min: -95, max: 95, noNaN: true }),
  ),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);

const name = fc.oneof(
  fc.constantFrom(
    'id',
    'when',
    'at',
    'who',
    'title',
    'coordinates',
    '__proto__',
    'constructor',
    '',
  ),
  fc.string({ maxLength: 8 }),
);

const EACH = Object.keys(MUTATIONS) as (keyof typeof MUTATIONS)[];

const mutation: fc.Arbitrary<Mutation> = fc.record({
  // Many keys may be missing, so these two often leave a sound story.
  what: fc.constantFrom(...EACH, 'drop', 'drop', 'drop', 'nudge'),
  at: fc.nat(100_000),
  other: fc.nat(100_000),
  value,
  name,
});

/** One to four changes to a value. After one, a story is often still sound. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.oneof(
  { weight: 2, arbitrary: mutation.map((one) => [one]) },
  { weight: 1, arbitrary: fc.array(mutation, { minLength: 2, maxLength: 4 }) },
);

/** A copy of an object with changes to its parts. */
export function mutate(sound: unknown, changes: readonly Mutation[]): unknown {
  const copy = structuredClone(sound) as Parent;
  for (const change of changes) {
    const spots = spotsIn(copy);
    const spot = spots[change.at % spots.length];
    const other = spots[change.other % spots.length];
    if (spot && other) (MUTATIONS[change.what] as Mutate)(spot, other, change);
  }
  return copy;
}

/** One change to bytes: some are taken out at a place, and others are put in. */
export interface Splice {
  readonly at: number;
  readonly size: number;
  readonly bytes: Uint8Array;
  /** A part of the file itself is put in, too. */
  readonly from: number;
  readonly length: number;
}

/** What programs and people leave in files. */
const PIECES = [
  '<',
  '>',
  '"',
  '""',
  ';',
  ',',
  '\t',
  '\r',
  '\n\n',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ':',
  '&#0;',
  ']]>',
  '<!--',
  '9'.repeat(30),
  '-',
  '\uFEFF',
  '\u202E',
  'null',
  '2018-13-45',
  '#REF!',
  '=1+1',
];

const pieces = fc.oneof(
  fc.constantFrom(...PIECES).map((piece) => new TextEncoder().encode(piece)),
  fc.uint8Array({ maxLength: 12 }),
);

/** One to four changes to bytes. */
export const splices: fc.Arbitrary<readonly Splice[]> = fc.array(
  fc.record({
    at: fc.nat(1_000_000),
    size: fc.oneof(fc.nat(12), fc.nat(100_000)),
    bytes: pieces,
    from: fc.nat(1_000_000),
    length: fc.oneof(fc.constant(0), fc.nat(400)),
  }),
  { minLength: 1, maxLength: 4 },
);

/** Bytes with changes to them. */
export function splice(sound: Uint8Array, changes: readonly Splice[]): Uint8Array {
  let bytes = sound;
  for (const { at, size, bytes: put, from, length } of changes) {
    const start = at % (bytes.length + 1);
    const own = from % (bytes.length + 1);
    bytes = new Uint8Array([
      ...bytes.subarray(0, start),
      ...put,
      ...bytes.subarray(own, own + length),
      ...bytes.subarray(start + size),
    ]);
  }
  return bytes;
}
