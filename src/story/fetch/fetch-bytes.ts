import { DEADLINE, STALL, waitBeforeRetry, type Failure } from './retry.ts';

export interface FetchOptions {
  /** The most bytes that are read. */
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
  /** Whether an answer may come from an address. Redirects may lead to any; the default allows all. */
  readonly isAllowed?: ((address: string) => boolean) | undefined;
  /** Called with each part. `total`: length of the file in bytes, or null if that is not known. */
  readonly onprogress?: ((received: number, total: number | null) => void) | undefined;
}

export type Fetched =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      /** Where it was found, after redirects. */
      readonly address: string;
    }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Fetches a file without credentials. Tries three times in all, if the failure may pass. It gives up when no byte has come
 * for 15 s, and after 60 s in all. Never throws.
 */
export async function fetchBytes(address: string | URL, options: FetchOptions): Promise<Fetched> {
  const all = new AbortController();
  const timer = setTimeout(() => end(all, 'late'), DEADLINE);
  const release = endWith(all, options.signal);
  try {
    for (let failed = 0; ; failed += 1) {
      const fetched = await tryOnce(address, options, all.signal);
      if (fetched.ok) return fetched;
      const wait = waitBeforeRetry(fetched.failure, failed, Date.now());
      if (wait === null) return fetched;
      await pause(wait, all.signal);
      if (all.signal.aborted) return { ok: false, failure: failureOf(all.signal) };
    }
  } finally {
    clearTimeout(timer);
    release();
  }
}

/** Why a download is ended before its time. */
type End = 'late' | 'stalled' | 'aborted';

const end = (controller: AbortController, why: End): void => controller.abort(why);

/** The caller's own signal may have any reason: that is a download that the caller has aborted. */
function failureOf({ aborted, reason }: AbortSignal): Failure {
  if (!aborted) return { kind: 'network' };
  return { kind: reason === 'late' || reason === 'stalled' ? reason : 'aborted' };
}

/** Ends a download with a signal. Returns what undoes that. `AbortSignal.any` is not in all browsers. */
function endWith(controller: AbortController, signal: AbortSignal | undefined): () => void {
  const follow = (): void => controller.abort(signal?.reason);
  if (signal?.aborted) follow();
  signal?.addEventListener('abort', follow);
  return () => signal?.removeEventListener('abort', follow);
}

/** One try. It fails when it stalls, or when the signal of all tries ends it. */
async function tryOnce(
  address: string | URL,
  options: FetchOptions,
  all: AbortSignal,
): Promise<Fetched> {
  const stop = new AbortController();
  const { signal } = stop;
  const release = endWith(stop, all);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const move = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => end(stop, 'stalled'), STALL);
  };
  const failed = (failure: Failure): Fetched => ({ ok: false, failure });
  try {
    move();
    const response = await race(fetch(address, { credentials: 'omit', signal }), signal);
    move();
    const refusal = refusalOf(response, options);
    if (refusal) {
      response.body?.cancel().catch(() => undefined);
      return failed(refusal);
    }
    const bytes = await readBytes(response, options, signal, move);
    if (bytes === null) return failed({ kind: 'too-large' });
    // Responses that a script has made have no address.
    return { ok: true, bytes, address: response.url || String(address) };
  } catch {
    return failed(failureOf(signal));
  } finally {
    clearTimeout(timer);
    release();
  }
}

/** What is wrong with an answer before its body is read. */
function refusalOf(response: Response, { isAllowed = () => true }: FetchOptions): Failure | null {
  const { status, url, headers } = response;
  // Responses that a script has made have no address.
  if (url !== '' && !isAllowed(url)) return { kind: 'redirected', origin: new URL(url).origin };
  if (!response.ok) return { kind: 'status', status, retryAfter: headers.get('retry-after') };
  const isPage = /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(
    headers.get('content-type') ?? '',
  );
  return isPage ? { kind: 'page' } : null;
}

/** The bytes of a response, or null if there are too many. Counts them itself: `content-length` may be wrong. */
async function readBytes(
  response: Response,
  { limit, onprogress }: FetchOptions,
  signal: AbortSignal,
  onmove: () => void,
): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const total = lengthOf(response);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const part = await race(reader.read(), signal);
      if (part.done) break;
      onmove();
      length += part.value.length;
      if (length > limit) return null;
      onprogress?.(length, total !== null && total >= length ? total : null);
      chunks.push(part.value);
    }
  } finally {
    // Ends what still comes; after the end of the body it does nothing.
    reader.cancel().catch(() => undefined);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** The length of the whole body. Of a compressed one, the header tells the compressed length, so it is not known. */
function lengthOf({ headers }: Response): number | null {
  const length = Number(headers.get('content-length'));
  return length > 0 && !headers.get('content-encoding') ? length : null;
}

/** Rejects when the signal is aborted, also where what is waited for takes no notice of it. */
function race<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(new Error('aborted'));
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}

/** Resolves after a time in ms, or when the signal is aborted. */
const pause = (wait: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, wait);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
  });
