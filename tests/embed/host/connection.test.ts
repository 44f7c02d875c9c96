import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connect, type Connection } from '../../../src/embed/host/connection.ts';
import { createPort, stubWindow, type Port, type Posted } from '../kit/line.ts';

const ID = '12345678-abcd';
const MAPS = 'https://maps.example';
const STATE = { state: 't=2018-06-12', date: '2018-06-12' };

let post: (posted: Posted) => void;
let ports: Port[];
let welcomes: { message: unknown; origin: string; port: unknown }[];
let taken: unknown[];
let failures: string[];
let contentWindow: { postMessage(message: unknown, origin: string, ports: unknown[]): void };
let connection: Connection;

beforeEach(() => {
  vi.useFakeTimers();
  [ports, welcomes, taken, failures] = [[], [], [], []];
  contentWindow = {
    postMessage: (message, origin, [port]) => void welcomes.push({ message, origin, port }),
  };
  post = stubWindow({
    MessageChannel: class {
      readonly port1 = createPort();
      readonly port2 = createPort();
      constructor() {
        ports.push(this.port1);
      }
    },
  });
  const frame = { contentWindow } as unknown as HTMLIFrameElement;
  connection = connect(
    frame,
    MAPS,
    ID,
    (message) => void taken.push(message),
    ({ code }) => void failures.push(code),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const HELLO = { parley: 1, type: 'hello', id: ID, versions: [1], build: '0.1.0' };
const hello = (more: Partial<Posted> = {}) =>
  post({ source: contentWindow, origin: MAPS, data: HELLO, ports: [], ...more });
const port = () => ports.at(-1) as Port;
const hear = (data: unknown) => port().onmessage?.({ data });
const codeOf = (answer: Promise<unknown>) => answer.catch((error: { code: string }) => error.code);

describe('P1: a hello counts by its source, its origin and its secret', () => {
  test('all right: it is welcomed, at that origin, with a port', () => {
    hello();
    expect(welcomes).toEqual([
      { message: { parley: 1, type: 'welcome', id: ID }, origin: MAPS, port: expect.anything() },
    ]);
  });

  test.each([
    ['a sibling frame', { source: {} }],
    ['nobody', { source: null }],
    ['the frame, when it has gone to another origin', { origin: 'https://evil.example' }],
    ['a frame without an origin', { origin: 'null' }],
    ['one without the secret', { data: { ...HELLO, id: 'guess-guess' } }],
    ['one of another version', { data: { ...HELLO, versions: [2, 3] } }],
  ])('%s is not heard', (_who, more) => {
    hello(more);
    expect(welcomes).toEqual([]);
    expect(ports).toEqual([]);
  });
});

describe('EM-07: every promise settles', () => {
  test('each of fifty answers finds its call by its number, in whatever order', async () => {
    hello();
    const calls = Array.from({ length: 50 }, (_, index) => connection.call('seek', `${index}`));
    const asked = [...port().posted].reverse();
    expect(asked[0]).toEqual({ type: 'call', n: 50, name: 'seek', data: { to: '49' } });
    for (const { n, data } of asked) {
      const { to } = data as { to: string };
      hear({ type: 'reply', n, ok: true, data: { ...STATE, date: to } });
    }
    const answers = await Promise.all(calls);
    expect(answers.map(({ date }) => date)).toEqual(calls.map((_, index) => `${index}`));
  });

  test('a refusal has the code that the frame has given', async () => {
    hello();
    const answer = connection.call('seek', 'soon');
    hear({ type: 'reply', n: 1, ok: false, code: 'date', message: 'No date.' });
    await expect(answer).rejects.toMatchObject({ code: 'date', message: 'No date.' });
  });

  test('P7: without an answer of a page that has started it is a timeout after five seconds', async () => {
    hello();
    hear({ type: 'event', name: 'ready', data: STATE });
    const code = codeOf(connection.call('play'));
    await vi.advanceTimersByTimeAsync(4999);
    let settled = false;
    void code.then(() => (settled = true));
    await vi.advanceTimersByTimeAsync(0);
    expect(settled).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await code).toBe('timeout');
  });

  test('P7: a call waits while the page fetches its story for a minute; the five seconds begin when it has started', async () => {
    hello();
    const answer = connection.call('seek', '2018');
    const late = codeOf(connection.call('play'));
    await vi.advanceTimersByTimeAsync(60_000);
    hear({ type: 'event', name: 'ready', data: STATE });
    await vi.advanceTimersByTimeAsync(4999);
    hear({ type: 'reply', n: 1, ok: true, data: STATE });
    expect(await answer).toEqual(STATE);
    await vi.advanceTimersByTimeAsync(1);
    expect(await late).toBe('timeout');
  });

  test('P7: a page that never says whether it has started is a timeout too', async () => {
    hello();
    const code = codeOf(connection.call('play'));
    await vi.advanceTimersByTimeAsync(75_000);
    expect(await code).toBe('timeout');
  });

  test('P7: when the element is taken away it is a disconnection, before the hello and after', async () => {
    const early = codeOf(connection.call('play'));
    hello();
    const late = codeOf(connection.call('pause'));
    connection.close();
    expect(await Promise.all([early, late])).toEqual(['disconnected', 'disconnected']);
    expect(port().closed).toBe(true);
    hello();
    expect(ports).toHaveLength(1);
  });

  test('P7: a frame that has been loaded anew gets another port, and is asked again', async () => {
    hello();
    const answer = connection.call('seek', '2018');
    hello();
    expect(ports).toHaveLength(2);
    expect(ports[0]?.closed).toBe(true);
    expect(port().posted).toEqual(ports[0]?.posted);
    hear({ type: 'reply', n: 1, ok: true, data: STATE });
    expect(await answer).toEqual(STATE);
  });
});

describe('EM-34: a frame with nobody in it', () => {
  test('is unreachable after eight seconds', async () => {
    const code = codeOf(connection.call('play'));
    await vi.advanceTimersByTimeAsync(8000);
    expect(failures).toEqual(['unreachable']);
    expect(await code).toBe('unreachable');
  });

  test('is none of ours when something else has answered', async () => {
    post({ source: contentWindow, origin: MAPS, data: 'hi', ports: [] });
    await vi.advanceTimersByTimeAsync(8000);
    expect(failures).toEqual(['protocol']);
  });
});

test('EM-06: two thousand arbitrary messages, from anyone and over the port, do nothing', async () => {
  hello();
  const answer = codeOf(connection.call('play'));
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true });
  const reply = fc.record({
    type: fc.constantFrom('reply', 'hello', 'size', 'event'),
    n: fc.oneof(fc.integer({ min: 2 }), fc.string(), fc.constant(null)),
    ok: fc.boolean(),
    data: anything,
  });
  const source = fc.constantFrom<unknown>(null, {}, contentWindow);
  fc.assert(
    fc.property(fc.oneof(anything, reply), source, (data, source) => {
      post({ source, origin: MAPS, data, ports: [] });
      hear(data);
    }),
    { numRuns: 2000, seed: 4 },
  );
  expect(ports).toHaveLength(1);
  hear({ type: 'reply', n: 1, ok: true, data: STATE });
  expect(await answer).toEqual(STATE);
});
