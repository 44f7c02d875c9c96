import type { Arrange } from '../../map/inset/inset-arrangement.ts';
import type { StoryFile } from '../../story/story-file.ts';
import { chooseLanguage, languagesOf } from '../words/choose-language.ts';
import { readTexts } from './lifted.ts';
import { applyDisplaySettings, opensElsewhere } from '../url/display-settings.ts';
import type { Parameters } from '../url/parameters.ts';
import type { OpenPage } from './page.ts';
import { watchReplacedTexts } from './replaced-texts.ts';
import { LANGUAGES } from '../words/languages.ts';
import { loadWords } from '../words/load.ts';

/**
 * Brings a page to life that the server render has written: in its own language as it stands there, in
 * another one anew. `arrange` is for a frame, which gives the map its height. Where something cannot be fetched the page stays as it is, to be read, and the answer is
 * null.
 */
export async function openPage(
  file: StoryFile,
  parameters: Parameters,
  arrange?: Arrange,
): Promise<OpenPage | null> {
  const target = document.querySelector<HTMLElement>('#parley');
  if (!target) return null;
  const root = document.documentElement;
  // Not from `<html lang>`, which a translating proxy changes.
  const own = target.lang;
  const nothing = (): null => null;
  // The head script may be lost.
  if (!root.dataset['motion']) {
    applyDisplaySettings(root, parameters);
    if (opensElsewhere(location.search)) root.dataset['elsewhere'] = '';
  }
  const hasClip = Boolean(parameters.start || parameters.end);
  const clip = hasClip ? import('../url/clip.ts').catch(nothing) : null;
  const asked = chooseLanguage(
    parameters.lang,
    LANGUAGES.map(({ tag }) => tag),
  );
  const languages = languagesOf(file);
  const texts = readTexts(target, file.language);
  // From now on, and with the dialogs, which stand beside the page.
  const { restore } = watchReplacedTexts(document.body);

  // The first date takes Intl thirty times as long as any later one: best while the network is waited for.
  setTimeout(Intl.DateTimeFormat);

  const fetchIn = async (language: string) => {
    const [{ startPage }, words, story, loadedClip] = await Promise.all([
      import('./page.ts'),
      loadWords(language),
      // What the server has written is in the story's own language, whatever the interface's is.
      file.read(
        (language !== own && chooseLanguage(language, file.languages)) || file.language,
        texts,
      ),
      clip,
    ]);
    const applyClip = loadedClip?.applyClip ?? null;
    return words && { startPage, words, story, applyClip, anew: language !== own };
  };
  const found = (await fetchIn(asked ?? own).catch(nothing)) ?? (await fetchIn(own).catch(nothing));
  return (
    found && found.startPage({ ...found, own, target, parameters, languages, arrange, restore })
  );
}
