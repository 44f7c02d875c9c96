import { isFlaw } from '../../time/flaw.ts';
import { countAt } from '../../time/gregorian.ts';
import type { Interval } from '../../time/interval.ts';
import { parseInterval } from '../../time/parse-interval.ts';
import type { Fault, Path } from './fault.ts';
import type { Entry } from './schema.ts';
import { toIntervalData } from '../../time/interval-data.ts';
import type { ChangeData } from '../story-data.ts';

type Written = Entry<'event'>['commitments'][number]['history'];

/** The local day an interval begins on. Days, because an agreement at 10:00 may be carried out “that day”. */
const dayOf = (when: Interval): number => countAt(when.localStart, 'day');

/**
 * What became of a commitment. It begins as promised at the agreement's own `when`, unless the author
 * gives a state for that very day; from there each change begins on the day of the one before or later.
 * Of changes on the same day the last in the list holds.
 */
export function buildHistory(
  written: Written,
  signed: Interval,
  zone: string,
  path: Path,
  faults: Fault[],
): readonly ChangeData[] {
  const history: ChangeData[] = [];
  let first = signed;
  let last = signed;
  written.forEach(({ when: text, state, event = null, text: words = null }, index) => {
    const when = parseInterval(text, zone);
    const at = [...path, index, 'when'];
    if (isFlaw(when)) {
      faults.push({ path: at, code: when.flaw, message: when.message });
      return;
    }
    if (dayOf(when) < dayOf(last)) {
      const before = last === signed ? 'the agreement' : 'the change before it';
      const message = `${text} is earlier than ${before} (${last.text}). A history runs forward.`;
      faults.push({ path: at, code: 'date-order', message });
    }
    if (history.length === 0) first = when;
    last = when;
    history.push({ when: toIntervalData(when), state, event, text: words });
  });
  if (history.length > 0 && dayOf(first) === dayOf(signed)) return history;
  return [{ when: toIntervalData(signed), state: 'promised', event: null, text: null }, ...history];
}
