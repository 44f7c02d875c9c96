/** The kind of a fault. */
export type FaultCode =
  | 'json-syntax'
  | 'duplicate-key'
  | 'encoding'
  | 'too-large'
  | 'too-deep'
  | 'unreachable'
  | 'schema'
  | 'missing'
  | 'unknown-key'
  | 'id'
  | 'duplicate'
  | 'reference'
  | 'range'
  | 'text'
  | 'language'
  | 'url'
  | 'media'
  | 'date'
  | 'date-order'
  | 'date-gap'
  | 'date-twice'
  | 'date-offset'
  | 'zone'
  | 'rule'
  | 'more';

/** Reports a fault at a path inside a value. */
export type Report = (code: FaultCode, message: string, ...path: (string | number)[]) => void;

export type Path = readonly (string | number)[];

/** A position in the file. Both count from 1; columns count UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong with a story file: where it is, and what to write instead. */
export interface Fault {
  /** From the root of the JSON; empty for the file as a whole. */
  readonly path: Path;
  readonly code: FaultCode;
  readonly message: string;
  /** Set by `locateFaults`. */
  readonly position?: Position;
}

/** The most faults that are reported. More would scroll the first one out of sight. */
export const MAX_FAULTS = 100;

/** `events[3].when`; the root is `(root)`. Keys that are no identifiers are quoted. */
export function formatPath(path: Path): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (!/^[A-Za-z_][\w-]*$/.test(key)) text += `[${JSON.stringify(key)}]`;
    else text += text === '' ? key : `.${key}`;
  }
  return text || '(root)';
}

/** Where it is, with a mark behind the position, and the message. */
export function formatAt(
  { path, message, position }: Omit<Fault, 'code'>,
  file: string,
  mark = '',
): string {
  const place = `${position ? `${file}:${position.line}:${position.column}` : file}${mark}`;
  return path.length === 0 ? `${place} ${message}` : `${place} ${formatPath(path)}: ${message}`;
}

/** `korea-thaw.json:14:22 events[3].when: "June 2018" is not a date. Write 2018-06.` */
export const formatFault = ({ path, message, position }: Fault, file: string): string =>
  formatAt({ path, message, ...(position ? { position } : {}) }, file);

/**
 * At most `MAX_FAULTS` faults and, if there are more, how many. Wrong references are left out first: a single
 * fault in the entry that they refer to may cause many of them.
 */
export function capFaults(faults: readonly Fault[]): readonly Fault[] {
  const rest = faults.length - MAX_FAULTS;
  if (rest <= 0) return faults;
  const message = `… and ${rest} more ${rest === 1 ? 'fault' : 'faults'}.`;
  const causes = faults.filter(({ code }) => code !== 'reference').slice(0, MAX_FAULTS);
  const results = faults.filter(({ code }) => code === 'reference');
  const kept = new Set([...causes, ...results.slice(0, MAX_FAULTS - causes.length)]);
  return [...faults.filter((fault) => kept.has(fault)), { path: [], code: 'more', message }];
}
