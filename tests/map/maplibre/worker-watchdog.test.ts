import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startWatchdog } from '../../../src/map/maplibre/worker-watchdog.ts';

const onsilent = vi.fn<() => void>();
const page = { hidden: false };

/** How long each file of the page has taken, in ms. */
function filesTook(...durations: readonly number[]): void {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue(
    durations.map((duration) => ({ duration })) as unknown as PerformanceEntryList,
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', page);
  page.hidden = false;
  filesTook();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  onsilent.mockClear();
});

test('RS-03: a worker that says nothing for five seconds has not started; this is told once', () => {
  startWatchdog(onsilent);
  vi.advanceTimersByTime(4_900);
  expect(onsilent).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(onsilent).toHaveBeenCalledOnce();
});

test('one that has spoken is not asked again', () => {
  const stop = startWatchdog(onsilent);
  vi.advanceTimersByTime(4_000);
  stop();
  vi.advanceTimersByTime(60_000);
  expect(onsilent).not.toHaveBeenCalled();
});

test('where the network is slow it may take three times as long as the slowest file', () => {
  filesTook(300, 4_000);
  startWatchdog(onsilent);
  vi.advanceTimersByTime(11_900);
  expect(onsilent).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(onsilent).toHaveBeenCalledOnce();
});

test('while nobody sees the page, nothing is expected of it', () => {
  page.hidden = true;
  startWatchdog(onsilent);
  vi.advanceTimersByTime(60_000);
  page.hidden = false;
  vi.advanceTimersByTime(4_900);
  expect(onsilent).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(onsilent).toHaveBeenCalledOnce();
});
