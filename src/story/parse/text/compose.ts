import { isRecord } from '../faults/raw.ts';

/** Another form of the same letters is another web address. */
const ADDRESS = /^https?:\/\//i;

type Parts = Readonly<Record<string, unknown>>;

const copyOf = (parts: Parts): Record<string, unknown> =>
  Array.isArray(parts) ? Object.assign([], parts) : { ...parts };

/**
 * A value with every text in it in composed letters (Unicode NFC), so that equal texts are equal. Some programs write
 * a letter and its marks as separate code points. Names of keys stay, because they lead to a place in the file. The
 * value must not contain itself, but its parts may be shared: each is composed once. What has nothing to compose is
 * not copied, because most stories have nothing.
 */
export function compose(value: unknown, done = new Map<object, unknown>()): unknown {
  if (typeof value === 'string') return ADDRESS.test(value) ? value : value.normalize('NFC');
  if (!Array.isArray(value) && !isRecord(value)) return value;
  if (done.has(value)) return done.get(value);
  const parts = value as Parts;
  let copy: Record<string, unknown> | null = null;
  for (const key of Object.keys(parts)) {
    const part = parts[key];
    const composed = compose(part, done);
    if (Object.is(composed, part)) continue;
    copy ??= copyOf(parts);
    copy[key] = composed;
  }
  done.set(value, copy ?? value);
  return copy ?? value;
}
