import * as v from 'valibot';
import type { Fault, FaultCode, Path } from '../faults/fault.ts';
import { aliasOf } from './key-aliases.ts';
import { nearest } from '../faults/did-you-mean.ts';
import { describeValue, isRecord, quoted } from '../faults/raw.ts';
import type { Warning } from '../faults/warning.ts';
import { describeLeftovers } from '../rules/leftovers.ts';

/** The part of a valibot schema that says which keys and items are allowed. */
interface SchemaNode {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly item?: SchemaNode;
  readonly wrapped?: SchemaNode;
  /** Set by `forReaders`. */
  readonly isForReaders?: boolean;
  /** Set by `open`. */
  readonly isOpen?: boolean;
}

/** Marks an object of another format, GeoJSON: what else programs write into it is left out, with a warning. */
export const open = <T extends v.GenericSchema>(schema: T): T =>
  Object.assign(schema, { isOpen: true });

const hasParts = ({ entries, item, wrapped, isForReaders }: SchemaNode): boolean =>
  Boolean(entries ?? item ?? wrapped ?? isForReaders);

/** Warns of what programs left in a text, or in each language of it. */
function warnOfLeftovers(value: unknown, path: Path, warnings: Warning[]): void {
  if (isRecord(value)) {
    for (const tag of Object.keys(value)) warnOfLeftovers(value[tag], [...path, tag], warnings);
  }
  const message = typeof value === 'string' ? describeLeftovers(value) : null;
  if (message !== null) warnings.push({ path, code: 'leftover', message });
}

/** The known key that the author may have meant by an unknown one: an alias or a typing error. Null if there is none. */
function meantBy(key: string, known: readonly string[], value: object): string | null {
  const free = known.filter((name) => !Object.hasOwn(value, name));
  return aliasOf(key, free) ?? nearest(key, known);
}

/** The name of the object beside an unknown key that the key belongs into: "properties". Null if there is none. */
function homeOf(key: string, entries: Readonly<Record<string, SchemaNode>>): string | null {
  const home = Object.entries(entries).find(([, node]) => {
    let inner = node;
    while (inner.wrapped !== undefined) inner = inner.wrapped;
    return inner.entries !== undefined && Object.hasOwn(inner.entries, key);
  });
  return home?.[0] ?? null;
}

/**
 * Whether an unknown key is rather a slip than another program's: a word, near to a key that is not used, or the usual
 * name for one. (Layers often have a `type` of their own.)
 */
function isSlip(key: string, known: readonly string[], value: object): boolean {
  if (!/^\p{L}+$/u.test(key)) return false;
  const free = known.filter((name) => !Object.hasOwn(value, name));
  const meant = aliasOf(key, free);
  return (meant !== null && meant !== 'kind') || nearest(key, free) !== null;
}

/** Where faults and warnings are collected. */
export interface Findings {
  readonly faults: Fault[];
  readonly warnings: Warning[];
  /** Keys of another program that are left out. They get one warning together (`warnOfIgnored`). */
  readonly ignored: Path[];
}

/** How many names the warning tells. */
const MAX_NAMES = 8;

/** Warns of keys that are left out: once for the file, because a layer has the same ones in each of its rows. */
export function warnOfIgnored({ ignored, warnings }: Findings): void {
  const [path, ...rest] = ignored;
  if (path === undefined) return;
  const names = [...new Set(rest.map((one) => String(one.at(-1))))].filter(
    (name) => name !== path.at(-1),
  );
  const told = names.slice(0, MAX_NAMES).map(quoted).join(', ');
  const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : '';
  const others = names.length === 0 ? '' : ` So are ${told}${more}.`;
  const message = `is not known here and is left out.${others} Remove what you do not need.`;
  warnings.push({ path, code: 'ignored', message });
}

/** Findings in the parts of one entry. */
interface PartFindings extends Findings {
  /** Known keys that were written under another name or elsewhere, by `keyOf`. */
  readonly meant: Set<string>;
}

/** A path as a key of a set. */
const keyOf = (path: Path): string => JSON.stringify(path);

/**
 * Reports every unknown key at any depth (valibot's strict objects report only the first), and warns of what is in the
 * texts.
 */
function checkParts(node: SchemaNode, value: unknown, path: Path, findings: PartFindings): void {
  const { entries, item, wrapped, isForReaders, isOpen = false } = node;
  if (isForReaders) {
    warnOfLeftovers(value, path, findings.warnings);
    return;
  }
  if (wrapped !== undefined) {
    checkParts(wrapped, value, path, findings);
    return;
  }
  if (item !== undefined && Array.isArray(value)) {
    value.forEach((one, index) => {
      checkParts(item, one, [...path, index], findings);
    });
    return;
  }
  if (entries === undefined) return;
  if (Array.isArray(value)) {
    const form =
      'features' in entries ? '{ "type": "FeatureCollection", "features": [ … ] }' : '{ … }';
    const message = `expected an object, got a list. Write ${form}.`;
    findings.faults.push({ path, code: 'schema', message });
  }
  if (!isRecord(value)) return;
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(entries, key)) {
      const inner = entries[key];
      if (inner && hasParts(inner)) checkParts(inner, value[key], [...path, key], findings);
      continue;
    }
    if (isOpen && !isSlip(key, Object.keys(entries), value)) {
      findings.ignored.push([...path, key]);
      continue;
    }
    const home = homeOf(key, entries);
    const meant = home === null ? meantBy(key, Object.keys(entries), value) : null;
    if (meant !== null) findings.meant.add(keyOf([...path, meant]));
    if (home !== null) findings.meant.add(keyOf([...path, home, key]));
    const guess = meant === null ? 'Remove it.' : `Did you mean "${meant}"?`;
    const remedy = home === null ? guess : `Write it in "${home}".`;
    findings.faults.push({
      path: [...path, key],
      code: 'unknown-key',
      message: `is not known here. ${remedy}`,
    });
  }
}

/** What to add for a missing key whose name does not say enough. */
const REMEDIES: Readonly<Record<string, string>> = {
  '"version"': '"version": 1',
  '"alt"': '"alt", and say in it what is to be seen or heard',
};

const WORDS: Readonly<Record<string, string>> = { Object: 'an object', Array: 'a list' };

/** What to write for a list or an object: the same value as a list, or the signs alone. */
function formOf({ expected, input }: v.BaseIssue<unknown>): string {
  if (input === null) return ' Remove the key, or write what is missing.';
  if (expected === 'Object') return ' Write { … }.';
  if (expected !== 'Array') return '';
  return typeof input === 'string' ? ` Write [${quoted(input)}].` : ' Write [ … ].';
}

function toFault(issue: v.BaseIssue<unknown>, path: Path): Fault | null {
  const steps = issue.path ?? [];
  // `checkParts` has reported a list in the place of an object. What valibot found in it by name is no value of the file.
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
  const message = `expected ${wanted}, got ${describeValue(issue.input)}.${formOf(issue)}`;
  return { path: full, code: 'schema', message };
}

/** The value as its schema returns it. If it has faults, adds them to the list and returns null. */
export function check<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  path: Path,
  findings: Findings,
): v.InferOutput<S> | null {
  const { faults } = findings;
  const before = faults.length;
  // Keys that are there under a wrong name or in a wrong place. They are not told again as missing.
  const meant = new Set<string>();
  checkParts(schema as unknown as SchemaNode, value, path, { ...findings, meant });
  const result = v.safeParse(schema, value);
  for (const issue of result.issues ?? []) {
    const fault = toFault(issue, path);
    if (fault === null || (fault.code === 'missing' && meant.has(keyOf(fault.path)))) continue;
    faults.push(fault);
  }
  return result.success && faults.length === before ? result.output : null;
}
