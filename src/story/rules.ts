import type { Fault, FaultCode, Path } from './fault.ts';
import { fieldOf, listOf } from './raw.ts';
import { EVENT_KINDS } from './story.ts';

/**
 * The rules between the fields of one event. They read the raw file, so that a fault in one field does
 * not hide what is wrong between two others.
 */
export function checkRules(event: unknown, path: Path, faults: Fault[]): void {
  const has = (key: string) => fieldOf(event, key) !== undefined;
  const report = (code: FaultCode, message: string, key: string) => {
    faults.push({ path: [...path, key], code, message });
  };
  const kind = fieldOf(event, 'kind');
  // A kind that does not exist has a fault of its own; nothing follows from it.
  if (!EVENT_KINDS.some((known) => known === kind)) return;
  for (const key of ['from', 'to']) {
    if (kind === 'letter' && !has(key)) {
      report('missing', 'is missing. A letter needs "from" and "to".', key);
    }
    if (kind !== 'letter' && has(key)) {
      report('rule', `belongs to letters only, not to kind "${String(kind)}". Remove it.`, key);
    }
  }
  if (!has('at') && fieldOf(event, 'status') !== 'planned') {
    report('missing', 'is missing. Only a planned event may leave its place open.', 'at');
  }
  if (kind !== 'agreement' && listOf(event, 'commitments').length > 0) {
    report(
      'rule',
      `belong to agreements only, not to kind "${String(kind)}". Remove them.`,
      'commitments',
    );
  }
  if (Array.isArray(fieldOf(event, 'sources')) && listOf(event, 'sources').length === 0) {
    report('missing', 'is empty. An event needs a source at least.', 'sources');
  }
}
