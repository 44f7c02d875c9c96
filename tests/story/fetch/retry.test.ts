import { describe, expect, it } from 'vitest';
import { parseRetryAfter, waitBeforeRetry, type Failure } from '../../../src/story/fetch/retry.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const status = (code: number, retryAfter: string | null = null): Failure => ({
  kind: 'status',
  status: code,
  retryAfter,
});
const waits = (failure: Failure) =>
  [0, 1, 2, 3].map((failed) => waitBeforeRetry(failure, failed, NOW));

describe('after a failure', () => {
  it.each([
    ['no network', { kind: 'network' }],
    ['nothing came', { kind: 'stalled' }],
    ...[408, 429, 500, 502, 503, 504, 599].map((code) => [`${code}`, status(code)] as const),
  ] as const)('that may pass, there are two more tries: %s', (_, failure) =>
    expect(waits(failure)).toEqual([500, 2000, null, null]),
  );

  it.each([
    ...[204, 304, 400, 401, 403, 404, 410, 418, 451, 600].map((code) => status(code)),
    ...(['late', 'too-large', 'page', 'aborted'] as const).map((kind) => ({ kind })),
    { kind: 'redirected', origin: 'https://other.example' } as const,
  ])('that stays, there is no other try: %j', (failure) =>
    expect(waits(failure)).toEqual([null, null, null, null]),
  );

  it('a server is not asked again before the time that it names', () => {
    expect(waitBeforeRetry(status(429, '3'), 0, NOW)).toBe(3000);
    expect(waitBeforeRetry(status(503, 'Sun, 01 Mar 2026 12:00:07 GMT'), 1, NOW)).toBe(7000);
    expect(waitBeforeRetry(status(503, '10'), 0, NOW)).toBe(10_000);
  });

  it('a server that asks for more than 10 seconds is not asked again', () => {
    expect(waitBeforeRetry(status(429, '11'), 0, NOW)).toBeNull();
    expect(waitBeforeRetry(status(503, 'Sun, 01 Mar 2026 13:00:00 GMT'), 0, NOW)).toBeNull();
  });

  it('a time that is over, or is none, leaves the usual wait', () => {
    for (const text of [
      '0',
      'Sun, 01 Mar 2026 11:00:00 GMT',
      '',
      '-5',
      '1.5',
      'soon',
      '9'.repeat(400),
    ])
      expect(waitBeforeRetry(status(503, text), 0, NOW)).toBe(500);
  });
});

it('Retry-After is a number of seconds or a date, as RFC 9110 has it', () => {
  expect(parseRetryAfter('120', NOW)).toBe(120_000);
  expect(parseRetryAfter(' Sun, 01 Mar 2026 12:00:30 GMT ', NOW)).toBe(30_000);
  expect(parseRetryAfter(null, NOW)).toBeNull();
  expect(parseRetryAfter('2026', NOW)).toBe(2_026_000);
});
