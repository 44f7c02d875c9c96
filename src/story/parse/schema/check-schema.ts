import * as v from 'valibot';
import type { Fault, FaultCode, Path } from '../faults/fault.ts';
import { aliasOf } from './key-aliases.ts';
import { didYouMean } from '../faults/did-you-mean.ts';
import { describeValue, isRecord } from '../faults/raw.ts';

/** The part of a valibot schema that says which keys and items are allowed. */
interface SchemaNode {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly item?: SchemaNode;
  readonly wrapped?: SchemaNode;
}

const hasParts = ({ entries, item, wrapped }: SchemaNode): boolean =>
  Boolean(entries ?? item ?? wrapped);

/** What the author may have meant by an unknown key: an alias or a typing error. */
function guessAt(key: string, known: readonly string[], value: object): string {
  const free = known.filter((name) => !Object.hasOwn(value, name));
  const meant = aliasOf(key, free);
  return meant === null ? didYouMean(key, known) : ` Did you mean "${meant}"?`;
}

/** Reports every unknown key at any depth. (Valibot's strict objects report only the first.) */
function checkKeys(node: SchemaNode, value: unknown, path: Path, faults: Fault[]): void {
  const { entries, item, wrapped } = node;
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

/** What to add for a missing key that allows only one value. */
const REMEDIES: Readonly<Record<string, string>> = { '"version"': '"version": 1' };

const WORDS: Readonly<Record<string, string>> = { Object: 'an object', Array: 'a list' };

function toFault(issue: v.BaseIssue<unknown>, path: Path): Fault | null {
  const steps = issue.path ?? [];
  // `checkKeys` has reported a list in the place of an object. What valibot found in it by name is no value of the file.
  if (steps.some(({ input, key }) => Array.isArray(input) && typeof key !== 'number')) return null;
  const full: Path = [...path, ...steps.map(({ key }) => key as string | number)];
  if (issue.type === 'raw_check') {
    return { path: full, code: issue.expected as FaultCode, message: issue.message };
  }
  if (issue.expected?.startsWith('"')) {
    const added = REMEDIES[issue.expected] ?? issue.expected;
    return { path: full, code: 'missing', message: `is missing. Add ${added}.` };
  }
  const wanted = WORDS[issue.expected ?? ''] ?? 'another value';
  const message = `expected ${wanted}, got ${describeValue(issue.input)}.`;
  return { path: full, code: 'schema', message };
}

/** The value as its schema returns it. If it has faults, adds them to the list and returns null. */
export function check<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  path: Path,
  faults: Fault[],
): v.InferOutput<S> | null {
  const before = faults.length;
  checkKeys(schema as unknown as SchemaNode, value, path, faults);
  const result = v.safeParse(schema, value);
  for (const issue of result.issues ?? []) {
    const fault = toFault(issue, path);
    if (fault !== null) faults.push(fault);
  }
  return result.success && faults.length === before ? result.output : null;
}
