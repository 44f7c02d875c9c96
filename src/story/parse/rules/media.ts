import type { Fault, Path } from '../faults/fault.ts';
import { fieldOf, isRecord, listOf } from '../faults/raw.ts';
import { MEDIA_KINDS } from '../../story.ts';

const KEYS = MEDIA_KINDS.map((kind) => `"${kind}"`).join(', ');

/** Reports media without a source, and with several. Reads the raw JSON of an event or of a place's properties. */
export function checkMedia(owner: unknown, path: Path, faults: Fault[]): void {
  listOf(owner, 'media').forEach((item, index) => {
    if (!isRecord(item)) return;
    const at = [...path, 'media', index];
    const [first, second] = MEDIA_KINDS.filter((kind) => fieldOf(item, kind) !== undefined);
    if (first === undefined) {
      const message = `has none of ${KEYS}. Write one of them, with the path of the file.`;
      faults.push({ path: at, code: 'missing', message });
    } else if (second !== undefined) {
      const message = `has "${first}" and "${second}". Write an item for each.`;
      faults.push({ path: [...at, second], code: 'rule', message });
    }
  });
}
