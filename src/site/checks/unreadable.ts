import { countMissing, languagesOfData } from '../../story/localize-data.ts';
import type { Path } from '../../story/parse/faults/fault.ts';
import type { Warning } from '../../story/parse/faults/warning.ts';
import type { StoryData } from '../../story/story-data.ts';
import { readableLanguagesOf } from '../../ui/words/readable-languages.ts';

/** Warns of each language that no reader can choose, because it has only some of the texts. */
export function warnOfUnreadable(data: StoryData, warnings: Warning[]): void {
  const readable = readableLanguagesOf(data);
  for (const tag of languagesOfData(data)) {
    if (readable.includes(tag)) continue;
    const missing = countMissing(data, tag);
    const path: Path = typeof data.title !== 'string' && tag in data.title ? ['title', tag] : [];
    const texts = missing === 1 ? 'One text is' : `${missing} texts are`;
    const message = `no reader can choose ${tag}: ${texts} not written in it. Write all of them, or remove ${tag}.`;
    warnings.push({ path, code: 'unreadable', message });
  }
}
