import { flushSync, mount as show, unmount } from 'svelte';
import { measureOnHostPage } from '../../map/labels/measure-text.ts';
import { bundledGrounds } from '../../map/basemap/bundled-grounds.ts';
import type { Player } from '../../player/player.svelte.ts';
import { loadExtras } from '../event/extras.ts';
import { keepKeys } from '../keys/keep-keys.ts';
import {
  applyDisplaySettings,
  isMotionReduced,
  type DisplaySettings,
} from '../url/display-settings.ts';
import { watchReplacedTexts } from './replaced-texts.ts';
import App from './App.svelte';
import './theme.css';
import { loadStoryWords } from '../words/load-story-words.ts';

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
  /** `page` (default): everything. `map`: map and player alone, for a page that brings its own words. */
  readonly layout?: 'page' | 'map';
}

/** A map that stands in a page. */
export interface Mounted {
  /** Takes everything away again: elements, listeners, the live map. A second call does nothing. */
  readonly unmount: () => void;
  /**
   * Resolves when the live map is shown. Rejects when it cannot be: the still map stays and does all but pan and zoom.
   * The live map is loaded when the reader is near.
   */
  readonly live: Promise<void>;
}

/** Why the live map is not shown. */
const REASONS = {
  unreachable:
    'The files of the live map cannot be fetched. It is tried again at the next gesture.',
  failed: 'The live map cannot start. The browser has no WebGL, or has taken it away.',
  policy: 'The policy of the page forbids the worker of the live map. Add to it: worker-src blob:',
  unmounted: 'The map was taken away before the live map was shown.',
} as const;

/**
 * Shows a player's story at the end of an element, in a shadow root: neither the page's styles nor the map's
 * reach the other. The map is as wide as the element. Rejects when the interface's words, or what shows media and
 * markup, cannot be fetched.
 */
export async function mount(target: ParentNode, options: MountOptions): Promise<Mounted> {
  const { player, theme = 'light', motion = 'auto', keyboard = true, layout = 'page' } = options;
  // Frameworks hand on an empty text, or null, for what is not given.
  const { story } = player;
  const [words] = await Promise.all([
    loadStoryWords(options.language || story.language, story, navigator.languages),
    loadExtras(),
  ]);

  const host = document.createElement('parley-view');
  const page = createRoot(host);
  applyDisplaySettings(page, { theme, motion, controls: true, basemap: true });
  const still = isMotionReduced(motion);
  page.lang = words.language;
  page.dir = words.direction;
  target.append(host);
  page.style.setProperty(REM, readTextSize(page));
  measureOnHostPage();
  const { stop } = watchReplacedTexts(page);
  const live = createLive();
  const onsettle = live.settle;
  const props = { player, words, still, keyboard, layout, grounds: bundledGrounds, onsettle };
  const app = show(App, { target: page, props });
  flushSync();
  // `theme.css` withdraws the controls after 15 s from a page whose scripts have not come.
  page.dataset['parley'] = 'ready';
  let there = true;
  return {
    live: live.shown,
    unmount: () => {
      if (!there) return;
      there = false;
      live.settle('unmounted');
      void unmount(app);
      host.remove();
      stop();
    },
  };
}

/** The promise of a live map. A page that does not ask for it gets no unhandled rejection. */
function createLive(): {
  readonly shown: Promise<void>;
  readonly settle: (outcome: 'live' | Exclude<keyof typeof REASONS, 'policy'>) => void;
} {
  let settle: (failure?: Error) => void;
  const shown = new Promise<void>((resolve, reject) => {
    settle = (failure) => (failure ? reject(failure) : resolve());
  });
  shown.catch(() => undefined);
  let forbidden = false;
  const watch = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent): void => {
    if (blockedURI.startsWith('blob') && effectiveDirective === 'worker-src') forbidden = true;
  };
  document.addEventListener('securitypolicyviolation', watch);
  return {
    shown,
    settle: (outcome) => {
      document.removeEventListener('securitypolicyviolation', watch);
      if (outcome === 'live') settle();
      else settle(new Error(REASONS[outcome === 'failed' && forbidden ? 'policy' : outcome]));
    },
  };
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
