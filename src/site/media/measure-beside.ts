import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { locateFaults } from '../../story/load.ts';
import type { StoryData } from '../../story/story-data.ts';
import { measureMedia, type Measured } from './measure-media.ts';

/** The media of a story file, read from its folder. Faults and warnings have line and column. */
export async function measureBeside(
  file: string,
  source: Uint8Array,
  data: StoryData,
  origins: readonly string[] = [],
): Promise<Measured> {
  const readBeside = (path: string): Promise<Uint8Array | null> =>
    readFile(join(dirname(file), path)).catch(() => null);
  const measured = await measureMedia(data, readBeside, origins);
  const text = new TextDecoder().decode(source);
  return {
    ...measured,
    faults: await locateFaults(measured.faults, text),
    warnings: await locateFaults(measured.warnings, text),
  };
}
