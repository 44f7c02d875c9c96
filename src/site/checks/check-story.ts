import { readStoryData } from '../../story/load.ts';
import type { ParsedData } from '../../story/parse/parse.ts';
import { checkPositions } from './misplaced.ts';
import { warnOfUnreadable } from './unreadable.ts';

/** Reads a story and checks it by every rule there is, as the builder and the checker both do. Never throws. */
export const checkStory = (bytes: Uint8Array): Promise<ParsedData> =>
  readStoryData(bytes, [checkPositions, warnOfUnreadable]);
