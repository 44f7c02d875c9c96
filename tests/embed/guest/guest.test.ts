import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { idOf, startGuest, type SteerablePage } from '../../../src/embed/guest/guest.ts';
import type { State } from '../../../src/embed/protocol.ts';
import { createPort, stubWindow, type Port, type Posted } from '../kit/line.ts';

const ID = '12345678-abcd';
const NEWS = 'https://news.example';
const STATE: State = {
  state: '',
  date: '2018-06-12',
  event: null,
  place: null,
  person: null,
  playbackRate: 1,
  paused: true,
  ended: false,
};

let hellos: { message: unknown; to: string }[];
let parent: { postMessage(message: unknown, to: string): void };
let post: (posted: Posted) => void;
let done: unknown[];
let tell: (name: 'play') => void;

const page = (): SteerablePage => ({
  title: 'A story',
  duration: 10,
  refusal: null,
  methods: new Map([
    ['seek', (to: unknown) => void done.push(to)],
    [
      'fail',
      () => {
        throw Object.assign(new Error('No such date.'), { code: 'date' });
      },
    ],
  ]),
  state: () => STATE,
  listen: (teller) => {
    tell = teller;
    return { fireChanges: () => undefined, ignoreChanges: () => undefined };
  },
});

beforeEach(() => {
  vi.useFakeTimers();
  hellos = [];
  done = [];
  parent = { postMessage: (message, to) => void hellos.push({ message, to }) };
  post = stubWindow({ window: { parent }, innerWidth: 640 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const start = (origin = '*', steered: Promise<SteerablePage | null> = Promise.resolve(page())) =>
  startGuest({ id: ID, origin, page: steered });

function welcome(more: Partial<Posted> & { data?: unknown } = {}): Port {
  const port = createPort();
  const data = { parley: 1, type: 'welcome', id: ID };
  post({ source: parent, origin: NEWS, data, ports: [port], ...more });
  return port;
}

const localize = (port: Port, data: unknown) => port.onmessage?.({ data });
const pass = () => vi.advanceTimersByTimeAsync(20);

describe('P10: before it is welcomed a frame says hello and nothing else', () => {
  test('five times, at 0, 0.5, 1, 2 and 4 s', async () => {
    start();
    const counts = [];
    for (const wait of [0, 499, 1, 500, 1000, 2000, 60_000]) {
      await vi.advanceTimersByTimeAsync(wait);
      counts.push(hellos.length);
    }
    expect(counts).toEqual([1, 1, 2, 3, 4, 5, 5]);
    const hello = { parley: 1, type: 'hello', id: ID, versions: [1] };
    expect(hellos).toEqual(Array(5).fill({ message: hello, to: '*' }));
  });

  test('and no more once it is welcomed', async () => {
    start();
    await vi.advanceTimersByTimeAsync(0);
    welcome();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(hellos).toHaveLength(1);
  });
});

describe('P2: a frame takes a welcome from the page around it alone', () => {
  test.each([
    ['a sibling', { source: {} }],
    ['nobody', { source: null }],
    ['one that has not the secret', { data: { parley: 1, type: 'welcome', id: 'another' } }],
    ['one of another version', { data: { parley: 2, type: 'welcome', id: ID } }],
    ['one without a port', { ports: [] }],
  ])('not from %s', async (_who, more) => {
    start();
    const port = welcome(more);
    await pass();
    expect(port.posted).toEqual([]);
    expect(port.onmessage).toBeNull();
  });

  test('a second welcome closes the first port', async () => {
    start();
    const first = welcome();
    await pass();
    const second = welcome();
    expect(first.closed).toBe(true);
    expect(second.posted[0]).toMatchObject({ type: 'event', name: 'ready', data: STATE });
  });
});

test('P3: with an origin in its address a frame talks to that origin only', async () => {
  start(NEWS);
  await pass();
  expect(hellos[0]?.to).toBe(NEWS);
  expect(welcome({ origin: 'https://evil.example' }).onmessage).toBeNull();
  expect(welcome().onmessage).not.toBeNull();
});

test('P6: what a frame does not know it says it does not know; unknown fields do not matter', async () => {
  start();
  const port = welcome();
  await pass();
  localize(port, { type: 'call', n: 1, name: 'eval', data: { to: 'alert(1)' }, later: true });
  localize(port, { type: 'call', n: 2, name: 'seek', data: { to: '2018' }, later: true });
  localize(port, { type: 'call', n: 3, name: 'fail' });
  await pass();
  expect(port.posted.slice(1)).toEqual([
    expect.objectContaining({ type: 'reply', n: 1, ok: false, code: 'unknown-method' }),
    { type: 'reply', n: 2, ok: true, data: STATE },
    { type: 'reply', n: 3, ok: false, code: 'date', message: 'No such date.' },
  ]);
});

test('P8: calls are answered together, at most a hundred in a frame of the screen', async () => {
  start();
  const port = welcome();
  await pass();
  port.posted.length = 0;
  for (let n = 0; n < 150; n += 1)
    localize(port, { type: 'call', n, name: 'seek', data: { to: n } });
  expect(done).toEqual([]);
  await pass();
  expect(done).toHaveLength(100);
  expect(port.posted.filter(({ code }) => code === 'busy')).toHaveLength(50);
  expect(port.posted).toHaveLength(150);
});

test('P8: sizes are declared only where they are asked for, by the table, ten times a second at the most', async () => {
  let resize = (): void => undefined;
  const listen = vi.fn((type: string, listener: () => void) => {
    if (type === 'resize') resize = listener;
  });
  start();
  expect(welcome().posted.filter(({ type }) => type === 'size')).toEqual([]);
  vi.stubGlobal('addEventListener', listen);
  const data = { parley: 1, type: 'welcome', id: ID, features: ['size'] };
  const port = welcome({ data });
  const sizes = () => port.posted.filter(({ type }) => type === 'size');
  expect(sizes()).toEqual([{ type: 'size', width: 640, height: 547 }]);
  for (let width = 641; width < 741; width += 1) {
    vi.stubGlobal('innerWidth', width);
    resize();
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(3000);
  expect(sizes().length).toBeLessThanOrEqual(12);
  expect(sizes().at(-1)).toEqual({ type: 'size', width: 740, height: 609 });
});

test('What happens inside is told over the port', async () => {
  start();
  await pass();
  const port = welcome();
  tell('play');
  expect(port.posted).toEqual([
    { type: 'event', name: 'ready', data: STATE, title: 'A story', duration: 10 },
    { type: 'event', name: 'play', data: STATE },
  ]);
});

test('What a reader did before a call is told before its answer; what the call does is kept', async () => {
  const story = page();
  /** What has changed inside since somebody looked. */
  let changed = false;
  const methods = new Map([['pause', () => void (changed = true)]]);
  const listen: SteerablePage['listen'] = (tell) => {
    const ignoreChanges = () => void (changed = false);
    const fireChanges = () => {
      if (changed) tell('play');
      ignoreChanges();
    };
    return { fireChanges, ignoreChanges };
  };
  start('*', Promise.resolve({ ...story, methods, listen }));
  const port = welcome();
  await pass();
  port.posted.length = 0;

  changed = true;
  for (const n of [1, 2]) {
    localize(port, { type: 'call', n, name: 'pause' });
    await pass();
  }
  expect(port.posted).toEqual([
    { type: 'event', name: 'play', data: STATE },
    { type: 'reply', n: 1, ok: true, data: STATE },
    { type: 'reply', n: 2, ok: true, data: STATE },
  ]);
});

test('A page that does not come to life says so, and refuses what was asked of it', async () => {
  start('*', Promise.resolve(null));
  const port = welcome();
  localize(port, { type: 'call', n: 1, name: 'seek', data: { to: '2018' } });
  await pass();
  expect(port.posted).toEqual([
    expect.objectContaining({ name: 'error', data: expect.objectContaining({ code: 'engine' }) }),
    expect.objectContaining({ type: 'reply', n: 1, ok: false, code: 'engine' }),
  ]);
});

test('P4: two thousand arbitrary messages, to the window and over the port, do nothing', async () => {
  start();
  const port = welcome();
  await pass();
  const known = port.posted.length;
  const source = fc.constantFrom<unknown>(null, {}, parent);
  const messages = fc.tuple(
    fc.anything({ withBigInt: true, withDate: true, withMap: true }),
    source,
  );
  fc.assert(
    fc.property(messages, ([data, source]) => {
      post({ source, origin: NEWS, data, ports: [createPort()] });
      localize(port, data);
    }),
    { numRuns: 2000, seed: 4 },
  );
  await pass();
  expect(done).toEqual([]);
  expect(port.closed).toBe(false);
  expect(port.posted).toHaveLength(known);
  expect(hellos).toEqual([]);
});

test('The secret is read off the fragment, and nothing else is', () => {
  expect(idOf('#parley=12345678-abcd')).toBe('12345678-abcd');
  for (const hash of [
    '',
    '#parley=',
    '#parley=short',
    '#x',
    `#parley=${'a'.repeat(65)}`,
    '#parley=<b>12345678',
  ]) {
    expect(idOf(hash)).toBeNull();
  }
});

describe('a frame whose story cannot be had', () => {
  const FAILURE = { code: 'story', message: 'The server answered 503.' };

  test('says so before or after the welcome, answers no call, and is ready when the story comes', async () => {
    let come: (found: SteerablePage) => void = () => undefined;
    const fail = start('*', new Promise((resolve) => (come = resolve)));
    fail(FAILURE);
    const port = welcome();
    localize(port, { type: 'call', n: 1, name: 'seek', data: { to: 'a' } });
    await pass();
    const error = { type: 'event', name: 'error', data: FAILURE };
    expect(port.posted).toEqual([error, { type: 'reply', n: 1, ok: false, ...FAILURE }]);
    fail({ ...FAILURE, message: 'Again.' });
    expect(port.posted.at(-1)).toEqual({ ...error, data: { ...FAILURE, message: 'Again.' } });
    come(page());
    await pass();
    expect(port.posted.at(-1)).toMatchObject({ name: 'ready', title: 'A story' });
    localize(port, { type: 'call', n: 2, name: 'seek', data: { to: 'b' } });
    await pass();
    expect(port.posted.at(-1)).toMatchObject({ n: 2, ok: true });
    expect(done).toEqual(['b']);
  });
});
