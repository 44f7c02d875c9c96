/** How a request ended that brought no bytes. */
export type Failure =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter: string | null }
  /** There was no answer, or it broke off. */
  | { readonly kind: 'network' }
  /** No byte has come for `STALL` ms. */
  | { readonly kind: 'stalled' }
  /** All tries together took longer than `DEADLINE` ms. */
  | { readonly kind: 'late' }
  | { readonly kind: 'too-large' }
  /** The answer is a web page. */
  | { readonly kind: 'page' }
  /** The address leads on to an origin that is not allowed. */
  | { readonly kind: 'redirected'; readonly origin: string }
  | { readonly kind: 'aborted' };

/** The longest time without a byte, in ms. */
export const STALL = 15_000;
/** The longest time for all tries together, in ms. */
export const DEADLINE = 60_000;
/** The longest wait that a server may ask for, in ms. */
export const MAX_RETRY_AFTER = 10_000;
/** The wait before the second and the third try, in ms. There is no fourth. */
const WAITS: readonly number[] = [500, 2000];

/**
 * How long to wait before the next try, in ms; null if there is none. Faults of the network and of a server that is busy
 * pass; all others stay, however often they are asked about. `failed`: number of tries before this one. `now`: Unix time
 * in ms, because `Retry-After` may name a date.
 */
export function waitBeforeRetry(failure: Failure, failed: number, now: number): number | null {
  const wait = WAITS[failed];
  if (wait === undefined || !mayPass(failure)) return null;
  const asked = failure.kind === 'status' ? parseRetryAfter(failure.retryAfter, now) : null;
  if (asked === null) return wait;
  // A server that asks for more is not asked again before that time.
  return asked <= MAX_RETRY_AFTER ? Math.max(asked, wait) : null;
}

function mayPass(failure: Failure): boolean {
  if (failure.kind !== 'status') return failure.kind === 'network' || failure.kind === 'stalled';
  const { status } = failure;
  return status === 408 || status === 429 || (status >= 500 && status <= 599);
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3). In ms from now; null for anything else. */
export function parseRetryAfter(text: string | null, now: number): number | null {
  const written = text?.trim() ?? '';
  if (/^\d{1,9}$/.test(written)) return Number(written) * 1000;
  // Without letters `Date.parse` would take many a number for a year.
  const date = /^[A-Z]/i.test(written) ? Date.parse(written) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** What has happened, as the end of a sentence. */
export function describeFailure(failure: Exclude<Failure, { readonly kind: 'too-large' }>): string {
  switch (failure.kind) {
    case 'status':
      return `the server answered ${failure.status}`;
    case 'network':
      return 'there was no answer, or it broke off';
    case 'stalled':
      return `nothing came for ${STALL / 1000} seconds`;
    case 'late':
      return `it took longer than ${DEADLINE / 1000} seconds`;
    case 'page':
      return 'the address gives a web page, not a story';
    case 'redirected':
      return `the address leads on to ${failure.origin}, which is not allowed`;
    case 'aborted':
      return 'the download was stopped';
  }
}
