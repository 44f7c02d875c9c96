import type { Fault, FaultCode, Path } from './fault.ts';
import { fieldOf, listOf, quoted } from './raw.ts';
import { EVENT_KINDS } from '../story.ts';
import type { EventKind } from '../story.ts';

/** Kinds of events that people come to: without anybody there is nothing to draw of them. */
const GATHERINGS: readonly EventKind[] = ['journey', 'visit', 'meeting', 'agreement', 'ceremony'];

export const isGatheringKind = (kind: unknown): boolean =>
  GATHERINGS.some((known) => known === kind);

/** Reports a list of nobody. (Without the list it is open who came: that is no fault.) */
function checkWho(event: unknown, kind: string, report: (message: string) => void): void {
  const who = fieldOf(event, 'who');
  if (!Array.isArray(who) || who.length > 0) return;
  const isPlanned = fieldOf(event, 'status') === 'planned';
  const need = `An event of kind "${kind}" needs a person at least.`;
  report(isPlanned ? 'is empty. Name who is to come, or remove it.' : `is empty. ${need}`);
}

/** Reports every event that a list of links names again. */
function checkTwice(event: unknown, path: Path, faults: Fault[]): void {
  const seen = new Set<string>();
  listOf(event, 'follows').forEach((link, index) => {
    const id = fieldOf(link, 'event');
    if (typeof id !== 'string') return;
    if (seen.has(id)) {
      const message = `${quoted(id)} stands in this list twice. Remove one of the two.`;
      faults.push({ path: [...path, 'follows', index, 'event'], code: 'duplicate', message });
    }
    seen.add(id);
  });
}

/** Reports commitments that nobody has made. */
function checkBy(event: unknown, path: Path, faults: Fault[]): void {
  listOf(event, 'commitments').forEach((commitment, index) => {
    const by = fieldOf(commitment, 'by');
    if (!Array.isArray(by) || by.length > 0) return;
    const message = 'is empty. A commitment needs a party at least that makes it.';
    faults.push({ path: [...path, 'commitments', index, 'by'], code: 'missing', message });
  });
}

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
  if (isGatheringKind(kind)) {
    checkWho(event, String(kind), (message) => {
      report('missing', message, 'who');
    });
  } else if (has('via')) {
    const message = `is the way people travel, and none do to kind "${String(kind)}". Remove it.`;
    report('rule', message, 'via');
  }
  checkTwice(event, path, faults);
  checkBy(event, path, faults);
  if (Array.isArray(fieldOf(event, 'sources')) && listOf(event, 'sources').length === 0) {
    report('missing', 'is empty. An event needs a source at least.', 'sources');
  }
}
