import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchBytes, type FetchOptions } from '../../../src/story/fetch/fetch-bytes.ts';

type Answer = (init: RequestInit) => Response | Promise<Response>;

/** When each request was sent, in ms after the first. */
let sent: number[];
let inits: RequestInit[];

/** Answers the requests in turn; the last answer stays. */
function serve(...answers: readonly Answer[]): void {
  const start = Date.now();
  sent = [];
  inits = [];
  vi.stubGlobal('fetch', (_address: string, init: RequestInit) => {
    const answer = answers[Math.min(sent.length, answers.length - 1)];
    sent.push(Date.now() - start);
    inits.push(init);
    return Promise.resolve(answer?.(init) ?? new Response());
  });
}

/** Fetches while the clock runs; tells the outcome and how long it took. */
async function run(options: Partial<FetchOptions> = {}, address = 'https://a.example/s.json') {
  const start = Date.now();
  const fetched = fetchBytes(address, { limit: 100, ...options });
  let took = NaN;
  void fetched.then(() => (took = Date.now() - start));
  await vi.advanceTimersByTimeAsync(200_000);
  const found = await fetched;
  return { ...found, took, text: found.ok ? new TextDecoder().decode(found.bytes) : '' };
}

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response('no', { status: code, headers });
const text =
  (body: string, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(body, { headers });
const offline: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
/** As a browser does: it rejects when the request is aborted. */
const silent: Answer = ({ signal }) =>
  new Promise((_, reject) =>
    signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
  );
/** A body that sends `part` every `every` ms, for ever or `times` times. */
const drip =
  (part: string, every: number, times = Infinity): Answer =>
  () => {
    let count = 0;
    return new Response(
      new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            await new Promise((go) => setTimeout(go, every));
            count += 1;
            if (count > times) controller.close();
            else controller.enqueue(new TextEncoder().encode(part));
          },
        },
        { highWaterMark: 0 },
      ),
    );
  };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a file', () => {
  it('is fetched once, without credentials', async () => {
    serve(text('{}'));
    expect(await run()).toMatchObject({ ok: true, text: '{}', took: 0 });
    expect(inits).toMatchObject([{ credentials: 'omit' }]);
  });

  it('comes after two answers of a busy server', async () => {
    serve(status(503), status(503), text('{}'));
    expect(await run()).toMatchObject({ ok: true, text: '{}' });
    expect(sent).toEqual([0, 500, 2500]);
  });

  it('is not asked for a fourth time', async () => {
    serve(status(503));
    expect(await run()).toMatchObject({ failure: { kind: 'status', status: 503 } });
    expect(sent).toHaveLength(3);
  });

  it('comes when the network is back', async () => {
    serve(offline, text('{}'));
    expect(await run()).toMatchObject({ ok: true });
    expect(sent).toEqual([0, 500]);
  });

  it('is asked for again when its body broke off, from the beginning', async () => {
    const broken: Answer = () => {
      let count = 0;
      return new Response(
        new ReadableStream<Uint8Array>({
          pull(controller) {
            count += 1;
            if (count > 1) controller.error(new TypeError('network error'));
            else controller.enqueue(new TextEncoder().encode('{"a":'));
          },
        }),
      );
    };
    serve(broken, text('{}'));
    expect(await run()).toMatchObject({ ok: true, text: '{}' });
  });

  it('is not asked for again where the server does not have it', async () => {
    serve(status(404));
    expect(await run()).toMatchObject({ failure: { kind: 'status', status: 404 }, took: 0 });
    expect(sent).toEqual([0]);
  });

  it('is asked for when the server says', async () => {
    serve(status(429, { 'retry-after': '4' }), text('{}'));
    expect(await run()).toMatchObject({ ok: true });
    expect(sent).toEqual([0, 4000]);
  });
});

describe('the time', () => {
  it('is 15 seconds without an answer, for each of three tries', async () => {
    serve(silent);
    expect(await run()).toMatchObject({ failure: { kind: 'stalled' }, took: 47_500 });
    expect(sent).toEqual([0, 15_500, 32_500]);
  });

  it('is 15 seconds without a byte, also where the request takes no notice of its end', async () => {
    serve(() => new Promise(() => undefined));
    expect(await run()).toMatchObject({ failure: { kind: 'stalled' }, took: 47_500 });
    serve(drip('x', 16_000));
    expect(await run()).toMatchObject({ failure: { kind: 'stalled' }, took: 47_500 });
  });

  it('is as long as something comes, up to 60 seconds in all', async () => {
    serve(drip('x', 14_000, 4));
    expect(await run()).toMatchObject({ ok: false, failure: { kind: 'late' }, took: 60_000 });
    serve(drip('x', 14_000, 3));
    expect(await run()).toMatchObject({ ok: true, text: 'xxx', took: 56_000 });
    serve(drip('x', 1000));
    expect(await run()).toMatchObject({ failure: { kind: 'late' }, took: 60_000 });
    expect(sent).toEqual([0]);
  });

  it('ends when the caller says, in a request, in a body and between two tries', async () => {
    for (const answer of [silent, drip('x', 1000), status(503)]) {
      serve(answer);
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 300);
      expect(await run({ signal: stop.signal })).toMatchObject({
        failure: { kind: 'aborted' },
        took: 300,
      });
    }
    serve(silent);
    expect(await run({ signal: AbortSignal.abort() })).toMatchObject({
      failure: { kind: 'aborted' },
      took: 0,
    });
  });

  it('leaves no timer behind', async () => {
    serve(text('{}'));
    await fetchBytes('https://a.example/', { limit: 100, signal: new AbortController().signal });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the size', () => {
  it('may be the limit, and no byte more, whatever length was promised', async () => {
    serve(text('x'.repeat(100)));
    expect(await run()).toMatchObject({ ok: true });
    for (const length of ['', '10', '101']) {
      serve(text('x'.repeat(101), { 'content-length': length }));
      expect(await run()).toMatchObject({ failure: { kind: 'too-large' }, took: 0 });
      expect(sent).toHaveLength(1);
    }
  });

  it('is told while it comes, with the length where that is known', async () => {
    const told = async (headers: Record<string, string>) => {
      const steps: unknown[] = [];
      serve(text('x'.repeat(8), headers));
      await run({ onprogress: (...step) => steps.push(step) });
      return steps;
    };
    expect(await told({ 'content-length': '16' })).toEqual([[8, 16]]);
    expect(await told({})).toEqual([[8, null]]);
    // Compressed, the header tells of other bytes than those that are counted.
    expect(await told({ 'content-length': '16', 'content-encoding': 'gzip' })).toEqual([[8, null]]);
    expect(await told({ 'content-length': '4' })).toEqual([[8, null]]);
    expect(await told({ 'content-length': 'x' })).toEqual([[8, null]]);
  });
});

describe('an answer', () => {
  it.each(['text/html', 'text/html; charset=utf-8', 'TEXT/HTML', 'application/xhtml+xml'])(
    'that is a web page is no file: %s',
    async (type) => {
      serve(text('<h1>Sign in</h1>', { 'content-type': type }));
      expect(await run()).toMatchObject({ failure: { kind: 'page' }, took: 0 });
    },
  );

  it.each(['application/json', 'text/plain', 'text/htmlx', 'application/octet-stream', ''])(
    'of any other type is read: %s',
    async (type) => {
      serve(text('{}', { 'content-type': type }));
      expect(await run()).toMatchObject({ ok: true });
    },
  );

  it('that comes from an origin that is not allowed is not read, whatever its status', async () => {
    for (const code of [200, 503]) {
      serve(() => {
        const response = new Response('{}', { status: code });
        Object.defineProperty(response, 'url', { value: 'https://other.example/s.json' });
        return response;
      });
      const isAllowed = (address: string) => new URL(address).origin === 'https://a.example';
      expect(await run({ isAllowed })).toMatchObject({
        failure: { kind: 'redirected', origin: 'https://other.example' },
      });
      expect(sent).toHaveLength(1);
      expect((await run()).ok).toBe(code === 200);
    }
  });
});
