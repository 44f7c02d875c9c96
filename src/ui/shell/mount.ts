import { flushSync, mount as show, unmount } from 'svelte';
import { bundledGrounds } from '../../map/basemap/bundled-grounds.ts';
import type { Player } from '../../player/player.svelte.ts';
import type { Story } from '../../story/story.ts';
import { keepKeys } from '../keys/keep-keys.ts';
import { chooseLanguage } from '../words/choose-language.ts';
import {
  applyDisplaySettings,
  isMotionReduced,
  type DisplaySettings,
} from '../url/display-settings.ts';
import { watchReplacedTexts } from './replaced-texts.ts';
import App from './App.svelte';
import './theme.css';
import { loadWords } from '../words/languages.ts';

/** All styles of the map, which the library's build writes in (`src/site/library/library.ts`). */
declare const PARLEY_STYLES: string;

/** The text size that the reader has chosen (`src/site/library/shadow-styles.ts`). Styles of the map count in it. */
const REM = '--rem';

/** What a page may ask of the map it mounts; what it leaves out is as in a frame of its own. */
export interface MountOptions extends Partial<Pick<DisplaySettings, 'theme' | 'motion'>> {
  /** What is shown. A player belongs to one mount at a time. */
  readonly player: Player;
  /** BCP 47 tag of the interface and of the story's texts; the story's own language if left out. */
  readonly language?: string;
  /** Whether single characters are keys of the map. */
  readonly keyboard?: boolean;
}

/** A map that stands in a page. */
export interface Mounted {
  /** Takes everything away again: elements, listeners, the live map. A second call does nothing. */
  readonly unmount: () => void;
}

/**
 * Shows a player's story at the end of an element, in a shadow root: neither the page's styles nor the map's
 * reach the other. The map is as wide as the element. Rejects when the interface's words cannot be fetched.
 */
export async function mount(target: ParentNode, options: MountOptions): Promise<Mounted> {
  const { player, theme = 'light', motion = 'auto', keyboard = true } = options;
  const { language = player.story.language } = options;
  const spoken = (await loadWords(language)) ?? (await loadWords('en'));
  if (!spoken) throw new Error('The interface has no words.');
  const words = { ...spoken, language: kindOf(spoken.language, language, player.story) };

  const host = document.createElement('parley-view');
  const page = createRoot(host);
  applyDisplaySettings(page, { theme, motion, controls: true, basemap: true });
  const still = isMotionReduced(motion);
  page.lang = words.language;
  page.dir = words.direction;
  target.append(host);
  page.style.setProperty(REM, readTextSize(page));
  const { stop } = watchReplacedTexts(page);
  const props = { player, words, still, keyboard, grounds: bundledGrounds };
  const app = show(App, { target: page, props });
  flushSync();
  // `theme.css` withdraws the controls after 15 s from a page whose scripts have not come.
  page.dataset['parley'] = 'ready';
  let there = true;
  return {
    unmount: () => {
      if (!there) return;
      there = false;
      void unmount(app);
      host.remove();
      stop();
    },
  };
}

/**
 * The kind of the interface's language that the page asks for, where the story is written in it (`ko-KR`, `zh-Hant`):
 * texts are looked up by that, and it is the language of the whole. A story in another language than the interface's
 * changes nothing: words and dates would not fit each other.
 */
function kindOf(language: string, asked: string, { title }: Story): string {
  const kind = typeof title === 'string' ? null : chooseLanguage(asked, Object.keys(title));
  const [begins] = language.split('-');
  return kind && kind.toLowerCase().split('-')[0] === begins ? kind : language;
}

/** `medium` is the reader's own text size, whatever the page's. A root that is in no document has no computed styles. */
function readTextSize(page: HTMLElement): string {
  page.style.fontSize = 'medium';
  const { fontSize } = getComputedStyle(page);
  page.style.fontSize = '';
  return fontSize || '16px';
}

/** An element's shadow root with the map's own styles, and in it the place of the page. */
function createRoot(host: HTMLElement): HTMLElement {
  const shadow = host.attachShadow({ mode: 'open' });
  keepKeys(shadow);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PARLEY_STYLES);
  shadow.adoptedStyleSheets = [sheet];
  const page = document.createElement('div');
  page.id = 'parley';
  shadow.append(page);
  return page;
}
