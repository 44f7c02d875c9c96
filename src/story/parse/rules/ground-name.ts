import type { Fault, Path } from '../faults/fault.ts';
import { fieldOf, isRecord } from '../faults/raw.ts';

/** Reports a name on the ground that says too much or too little. The value may be anything. */
export function checkGroundName(value: unknown, path: Path, faults: Fault[]): void {
  if (!isRecord(value)) return;
  const has = (key: string): boolean => fieldOf(value, key) !== undefined;
  const fault = (key: string, code: 'missing' | 'rule', message: string): void =>
    void faults.push({ path: [...path, key], code, message });
  if (!has('id') && !has('name')) {
    fault(
      'id',
      'missing',
      'is missing. Add "id" for a land or sea of the map, or "name" for another one.',
    );
  } else if (has('id') && has('name')) {
    fault('name', 'rule', 'is a second name beside "id". Remove one of the two.');
  } else if (fieldOf(value, 'hide') === true) {
    if (has('name')) fault('hide', 'rule', 'hides a name that you add. Remove the entry.');
    if (has('at'))
      fault('at', 'rule', 'is the place of a name that is hidden. Remove "at" or "hide".');
  } else if (!has('at')) {
    const other = has('id') ? ', or "hide": true' : '';
    fault('at', 'missing', `is missing. Add [longitude, latitude]${other}.`);
  }
}
