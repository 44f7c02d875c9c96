import * as v from 'valibot';
import type { Fault, FaultCode, Path } from './fault.ts';
import { aliasOf } from './key-aliases.ts';
import { didYouMean } from './did-you-mean.ts';
import { describeValue, isRecord } from './raw.ts';

/** The part of a schema that says which keys and entries there may be. */
interface Frame {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Frame>>;
  readonly item?: Frame;
  readonly wrapped?: Frame;
}

const hasParts = ({ entries, item, wrapped }: Frame): boolean =>
  Boolean(entries ?? item ?? wrapped);

/** What a key that is not known may stand for: a name of another trade, or a slip of the finger. */
function guessAt(key: string, known: readonly string[], value: object): string {
  const free = known.filter((name) => !Object.hasOwn(value, name));
  const meant = aliasOf(key, free);
  return meant === null ? didYouMean(key, known) : ` Did you mean "${meant}"?`;
}

/**
 * Reports every key that a schema does not have, at any depth. (The library's own strict objects stop at
 * the first.)
 */
function checkKeys(frame: Frame, value: unknown, path: Path, faults: Fault[]): void {
  const { entries, item, wrapped } = frame;
  if (wrapped !== undefined) {
    checkKeys(wrapped, value, path, faults);
    return;
  }
  if (item !== undefined && Array.isArray(value)) {
    value.forEach((one, index) => {
      checkKeys(item, one, [...path, index], faults);
    });
    return;
  }
  if (entries === undefined) return;
  if (Array.isArray(value)) {
    faults.push({ path, code: 'schema', message: 'expected an object, got a list.' });
  }
  if (!isRecord(value)) return;
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(entries, key)) {
      const inner = entries[key];
      if (inner && hasParts(inner)) checkKeys(inner, value[key], [...path, key], faults);
      continue;
    }
    const guess = guessAt(key, Object.keys(entries), value) || ' Remove it.';
    faults.push({
      path: [...path, key],
      code: 'unknown-key',
      message: `is not known here.${guess}`,
    });
  }
}

/** Keys whose value is always the same can be written out for the author. */
const REMEDIES: Readonly<Record<string, string>> = { '"version"': '"version": 1' };

const WORDS: Readonly<Record<string, string>> = { Object: 'an object', Array: 'a list' };

function toFault(issue: v.BaseIssue<unknown>, path: Path): Fault | null {
  const steps = issue.path ?? [];
  const full: Path = [...path, ...steps.map(({ key }) => key as string | number)];
  if (issue.type === 'raw_check') {
    return { path: full, code: issue.expected as FaultCode, message: issue.message };
  }
  if (issue.expected?.startsWith('"')) {
    // A list where an object belongs has been reported once, by `checkKeys`.
    if (Array.isArray(steps.at(-1)?.input)) return null;
    const added = REMEDIES[issue.expected] ?? issue.expected;
    return { path: full, code: 'missing', message: `is missing. Add ${added}.` };
  }
  const wanted = WORDS[issue.expected ?? ''] ?? 'another value';
  const message = `expected ${wanted}, got ${describeValue(issue.input)}.`;
  return { path: full, code: 'schema', message };
}

/** The value as its schema reads it, or null after every fault in it has been added to the list. */
export function check<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  path: Path,
  faults: Fault[],
): v.InferOutput<S> | null {
  const before = faults.length;
  checkKeys(schema as unknown as Frame, value, path, faults);
  const result = v.safeParse(schema, value);
  for (const issue of result.issues ?? []) {
    const fault = toFault(issue, path);
    if (fault !== null) faults.push(fault);
  }
  return result.success && faults.length === before ? result.output : null;
}
