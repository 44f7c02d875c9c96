import type { Arrange } from '../../map/inset/inset-arrangement.ts';
import type { StoryFile } from '../../story/story-file.ts';
import { chooseLanguage, languagesOf } from '../words/choose-language.ts';
import { readTexts } from './lifted.ts';
import { hasWishes, readOptions } from '../url/options.ts';
import type { OpenPage } from './page.ts';
import { watchReplacedTexts } from './replaced-texts.ts';
import { LANGUAGES, loadWords } from '../words/languages.ts';

/**
 * Brings a page to life that the server render has written: in its own language as it stands there, in
 * another one anew. `arrange` is for a frame, which gives the map its height. Where something cannot be fetched the page stays as it is, to be read, and the answer is
 * null.
 */
export async function openPage(file: StoryFile, arrange?: Arrange): Promise<OpenPage | null> {
  const target = document.querySelector<HTMLElement>('#parley');
  if (!target) return null;
  const root = document.documentElement;
  const own = root.lang;
  const { search } = location;
  const nothing = (): null => null;
  // Where the script in the head has not come: what a reader asks for must not hang on one small file.
  if (!root.dataset['motion']) await import('../url/first-looks.ts').catch(nothing);
  const options = readOptions(search, root);
  const prepared = hasWishes(search)
    ? import('../url/wishes.ts').then((wishes) => wishes.startWishes(search)).catch(nothing)
    : null;
  const asked = chooseLanguage(
    options.language,
    LANGUAGES.map(({ tag }) => tag),
  );
  const languages = languagesOf(file);
  const texts = readTexts(target, file.language);
  // From now on, and with the dialogs, which stand beside the page.
  const { restore } = watchReplacedTexts(document.body);

  // The first date takes Intl thirty times as long as any later one: best while the network is waited for.
  setTimeout(Intl.DateTimeFormat);

  const fetchIn = async (language: string) => {
    const [{ startPage }, words, story, prepare] = await Promise.all([
      import('./page.ts'),
      loadWords(language),
      // What the server has written is in the story's own language, whatever the interface's is.
      file.read(
        (language !== own && chooseLanguage(language, file.languages)) || file.language,
        texts,
      ),
      prepared,
    ]);
    return words && { startPage, words, story, prepare, anew: language !== own };
  };
  const found = (await fetchIn(asked ?? own).catch(nothing)) ?? (await fetchIn(own).catch(nothing));
  return found && found.startPage({ ...found, target, options, languages, arrange, restore });
}
