import { countMissing, languagesOfData, taggedTexts } from '../../story/localize-data.ts';
import type { Path } from '../../story/parse/faults/fault.ts';
import type { Warning } from '../../story/parse/faults/warning.ts';
import type { StoryData } from '../../story/story-data.ts';
import { textIn } from '../../story/text.ts';
import { readableLanguagesOf } from '../../ui/words/readable-languages.ts';

/**
 * Warns of each language that no reader can choose, because it has only some of the texts. A text in it that readers of
 * another language get, because there is none in theirs, is no reason to warn.
 */
export function warnOfUnreadable(data: StoryData, warnings: Warning[]): void {
  const readable = readableLanguagesOf(data);
  const others = languagesOfData(data).filter((tag) => !readable.includes(tag));
  if (others.length === 0) return;
  const unreached = taggedTexts(data).flatMap((text) => {
    const shown = readable.map((language) => textIn(text, language, data.language).language);
    return Object.keys(text).filter((tag) => !shown.includes(tag));
  });
  for (const tag of others) {
    if (!unreached.includes(tag)) continue;
    const missing = countMissing(data, tag);
    const path: Path = typeof data.title !== 'string' && tag in data.title ? ['title', tag] : [];
    const texts = missing === 1 ? 'One text is' : `${missing} texts are`;
    const message = `no reader can choose ${tag}: ${texts} not written in it. Write all of them, or remove ${tag}.`;
    warnings.push({ path, code: 'unreadable', message });
  }
}
