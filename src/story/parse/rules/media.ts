import type { Fault, Path } from '../faults/fault.ts';
import { fieldOf, isRecord, listOf } from '../faults/raw.ts';
import { MEDIA_KINDS } from '../../story.ts';

const KEYS = MEDIA_KINDS.map((kind) => `"${kind}"`).join(', ');

/** Files that only a video has. Browsers show the captions of no sound. */
const OF_VIDEO = ['poster', 'captions'] as const;

/**
 * Reports media without a source, with several, and with a file that their kind has no use for. Reads the raw JSON of an
 * event or of a place's properties.
 */
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
    if (first === undefined || first === 'video') return;
    for (const key of OF_VIDEO) {
      if (fieldOf(item, key) === undefined) continue;
      const isHeard = first === 'audio' && key === 'captions';
      const remedy = isHeard ? 'Link a transcript in "caption" instead.' : 'Remove it.';
      faults.push({ path: [...at, key], code: 'rule', message: `is only for a video. ${remedy}` });
    }
  });
}
