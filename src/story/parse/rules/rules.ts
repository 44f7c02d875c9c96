import type { Fault, FaultCode, Path } from '../faults/fault.ts';
import { fieldOf, listOf, quoted } from '../faults/raw.ts';
import { EVENT_KINDS, isGathering } from '../../story.ts';

/** Reports an empty list of people. (A missing list is no fault: then nobody knows who came.) */
function checkWho(event: unknown, kind: string, report: (message: string) => void): void {
  const who = fieldOf(event, 'who');
  if (!Array.isArray(who) || who.length > 0) return;
  const isPlanned = fieldOf(event, 'status') === 'planned';
  const need = `An event of kind "${kind}" needs at least one person.`;
  report(isPlanned ? 'is empty. Write who is expected, or remove it.' : `is empty. ${need}`);
}

/** Reports links to the same event. */
function checkTwice(event: unknown, path: Path, faults: Fault[]): void {
  const seen = new Set<string>();
  listOf(event, 'follows').forEach((link, index) => {
    const id = fieldOf(link, 'event');
    if (typeof id !== 'string') return;
    if (seen.has(id)) {
      const message = `${quoted(id)} is in this list twice. Remove one of the two.`;
      faults.push({ path: [...path, 'follows', index, 'event'], code: 'duplicate', message });
    }
    seen.add(id);
  });
}

/** Reports commitments without a party. */
function checkBy(event: unknown, path: Path, faults: Fault[]): void {
  listOf(event, 'commitments').forEach((commitment, index) => {
    const by = fieldOf(commitment, 'by');
    if (!Array.isArray(by) || by.length > 0) return;
    const message = 'is empty. A commitment needs at least one party that makes it.';
    faults.push({ path: [...path, 'commitments', index, 'by'], code: 'missing', message });
  });
}

/**
 * Checks the rules between the fields of one event. Reads the raw JSON, so that a fault in one field does not
 * hide a fault between two others.
 */
export function checkRules(event: unknown, path: Path, faults: Fault[]): void {
  const has = (key: string) => fieldOf(event, key) !== undefined;
  const report = (code: FaultCode, message: string, key: string) => {
    faults.push({ path: [...path, key], code, message });
  };
  const kind = has('kind') ? fieldOf(event, 'kind') : 'event';
  // The schema reports an unknown kind. The rules depend on the kind.
  if (!EVENT_KINDS.some((known) => known === kind)) return;
  for (const key of ['from', 'to']) {
    if (kind === 'letter' && !has(key)) {
      report('missing', 'is missing. A letter needs "from" and "to".', key);
    }
    if (kind !== 'letter' && has(key)) {
      report('rule', `is only for letters, not for kind "${String(kind)}". Remove it.`, key);
    }
  }
  if (kind !== 'agreement' && listOf(event, 'commitments').length > 0) {
    report(
      'rule',
      `are only for agreements, not for kind "${String(kind)}". Remove them.`,
      'commitments',
    );
  }
  if (isGathering(kind)) {
    checkWho(event, String(kind), (message) => {
      report('missing', message, 'who');
    });
  }
  checkTwice(event, path, faults);
  checkBy(event, path, faults);
}
