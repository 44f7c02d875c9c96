import { locateFaults, readStoryData } from '../../story/load.ts';
import type { ParsedData } from '../../story/parse/parse.ts';
import type { StoryData } from '../../story/story-data.ts';
import type { MediaFile, ReadFile } from '../media/measure-media.ts';
import { checkPositions } from './misplaced.ts';
import { warnOfUnreadable } from './unreadable.ts';

/** A checked story, with the sizes of its pictures and the names that its files have in a site; or its faults. */
export type CheckedStory = ParsedData & {
  /** What its media need beside the pages. */
  readonly media: readonly MediaFile[];
};

const noFiles: ReadFile = () => Promise.resolve(null);

/** A story without media is checked without what reads pictures. */
const hasMedia = ({ places, events }: StoryData): boolean =>
  [...places, ...events].some(({ media }) => media.length > 0);

/**
 * Reads a story and checks it by every rule there is, as the builder and the checker both do. Never throws. `readFile`:
 * reads what lies beside the story; without it, every file is missing. `origins`: other sites whose media the pages may
 * load.
 */
export async function checkStory(
  bytes: Uint8Array,
  readFile: ReadFile = noFiles,
  origins: readonly string[] = [],
): Promise<CheckedStory> {
  const parsed = await readStoryData(bytes, [checkPositions, warnOfUnreadable]);
  if (!parsed.ok) return { ...parsed, media: [] };
  if (!hasMedia(parsed.data)) return { ...parsed, media: [] };
  const { measureMedia } = await import('../media/measure-media.ts');
  const { data, files, ...found } = await measureMedia(parsed.data, readFile, origins);
  const text = new TextDecoder().decode(bytes);
  const faults = await locateFaults(found.faults, text);
  const warnings = [...parsed.warnings, ...(await locateFaults(found.warnings, text))];
  return faults.length > 0
    ? { ok: false, faults, warnings, media: [] }
    : { ok: true, data, warnings, media: files };
}
