import { isFlaw } from '../../../time/flaw.ts';
import { countAt } from '../../../time/gregorian.ts';
import type { Interval } from '../../../time/interval.ts';
import { parseInterval } from '../../../time/parse-interval.ts';
import type { Fault, Path } from '../faults/fault.ts';
import type { Entry } from '../schema/schema.ts';
import { toIntervalData } from '../../../time/interval-data.ts';
import type { ChangeData } from '../../story-data.ts';

type Written = Entry<'event'>['commitments'][number]['history'];

/** The local day on which an interval begins. A change dated by the day may follow an agreement at 10:00 that day. */
const dayOf = (when: Interval): number => countAt(when.localStart, 'day');

/**
 * What became of a commitment. The history begins with `promised` on the date of the agreement, unless the
 * author gives a state for that day. Each change begins on the same day as the one before it or later. Of
 * several changes on one day the last counts.
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
      const message = `${text} is earlier than ${before} (${last.text}). Write a history in order of time.`;
      faults.push({ path: at, code: 'date-order', message });
    }
    if (history.length === 0) first = when;
    last = when;
    history.push({ when: toIntervalData(when), state, event, text: words });
  });
  if (history.length > 0 && dayOf(first) === dayOf(signed)) return history;
  return [{ when: toIntervalData(signed), state: 'promised', event: null, text: null }, ...history];
}
