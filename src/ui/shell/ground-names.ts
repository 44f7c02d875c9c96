import { langOn, type LocalizedText } from '../../story/text.ts';
import type { Words } from '../words/words.ts';

/** Codes of regions. `Intl.DisplayNames` throws at anything else. */
const CODE = /^[A-Z]{2}$/;

/**
 * The names of lands and seas on a page, by id. Lands are named in the language of the story's texts, even if the
 * interface has no words in it: every browser knows their names. A line break separates two names of one sea. An id
 * that nobody knows has an empty name, and stays off the map: a page may be older than the words it loads.
 */
export function createGroundNames({ told, language, map }: Words): (id: string) => LocalizedText {
  const lands = regionsIn([told ?? language, language]);
  const seas: Readonly<Record<string, string>> = map.seas;
  const lang = langOn(language, lands?.resolvedOptions().locale ?? language);
  return (id) => {
    const sea = seas[id];
    if (sea !== undefined) return { text: sea, lang: undefined };
    // “Myanmar (Burma)”: one name is enough.
    const text = CODE.test(id) ? lands?.of(id)?.replace(/ ?[(（].*/, '') : undefined;
    return { text: text ?? '', lang };
  };
}

/** Null where a tag is not one that Intl accepts. */
function regionsIn(languages: readonly string[]): Intl.DisplayNames | null {
  try {
    return new Intl.DisplayNames(languages, { type: 'region', fallback: 'none' });
  } catch {
    return null;
  }
}
