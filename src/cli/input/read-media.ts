import type { ReadFile } from '../../site/media/measure-media.ts';
import { readBeside } from '../../site/media/read-beside.ts';
import { mediaPathsOf } from '../../story/formats/media-paths.ts';
import { storyIn, type Source } from './read-source.ts';

/** The files beside a story that it names, by their path from its folder. */
export const mediaNamesOf = (source: Source): readonly string[] => mediaPathsOf(storyIn(source));

/** Reads the media of a story: from its archive, if it came in one, or from the folder of its file. */
export function readMediaOf(path: string, { media }: Source): ReadFile {
  const beside = readBeside(path);
  return async (name) => media.get(name) ?? (await beside(name));
}
