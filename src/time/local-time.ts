import { MINUTE } from './gregorian.ts';

/** `+08:30`. With seconds (`+08:27:52`) for local mean times, which zones kept before standard time. */
export function formatOffset(offset: number): string {
  const pad = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const size = Math.abs(offset);
  const seconds = (size % MINUTE) / 1000;
  const hours = `${pad(size / (60 * MINUTE))}:${pad((size / MINUTE) % 60)}`;
  return `${offset < 0 ? '-' : '+'}${hours}${seconds ? `:${pad(seconds)}` : ''}`;
}

/** `2018-05-04T23:45`, with seconds only if there are any. */
export function formatLocal(localMs: number): string {
  const text = new Date(localMs).toISOString();
  return text.slice(0, localMs % MINUTE === 0 ? 16 : 19);
}
