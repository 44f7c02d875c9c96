import { formatAt, MAX_FAULTS } from './fault.ts';
import type { Fault } from './fault.ts';

/** The kinds of warnings. `geo/README.md` has an example of each. */
export const WARNING_CODES = [
  'leftover',
  'unused',
  'unsourced',
  'ignored',
  'faint',
  'alike',
  'small-frame',
  'misplaced',
  'inset-below',
  'inset-hides',
  'unreadable',
  'large-file',
  'no-captions',
  'more',
] as const;

export type WarningCode = (typeof WARNING_CODES)[number];

/**
 * One thing of a story file that may be a mistake: where it is, and what to do if it is one. The story can be shown
 * as it is.
 */
export interface Warning extends Omit<Fault, 'code'> {
  readonly code: WarningCode;
}

/** `korea-thaw.json:14:22 warning: people[3].id: "xi" is not used. Remove it, or … (unused)` */
export function formatWarning(warning: Warning, file: string): string {
  return `${formatAt(warning, file, ' warning:')} (${warning.code})`;
}

/** At most `MAX_FAULTS` warnings and, if there are more, how many. */
export function capWarnings(warnings: readonly Warning[]): readonly Warning[] {
  const rest = warnings.length - MAX_FAULTS;
  if (rest <= 0) return warnings;
  const message = `… and ${rest} more ${rest === 1 ? 'warning' : 'warnings'}.`;
  return [...warnings.slice(0, MAX_FAULTS), { path: [], code: 'more', message }];
}
