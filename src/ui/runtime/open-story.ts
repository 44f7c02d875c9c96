import { flushSync, mount } from 'svelte';
import { bundledGrounds } from '../../map/basemap/bundled-grounds.ts';
import type { GroundData } from '../../map/basemap/ground-data.ts';
import { linkStory } from '../../story/link.ts';
import { loadStoryData } from '../../story/load.ts';
import { localizeData } from '../../story/localize-data.ts';
import type { Fault } from '../../story/parse/faults/fault.ts';
import { formatWarning } from '../../story/parse/faults/warning.ts';
import type { ParsedData } from '../../story/parse/parse.ts';
import type { StoryFile } from '../../story/story-file.ts';
import type { StoryData } from '../../story/story-data.ts';
import { nearestLanguage } from '../words/choose-language.ts';
import { readableLanguagesOf } from '../words/readable-languages.ts';
import { failureOfAddress, failureOfFaults, type Failure } from './failure.ts';
import styles from './gate.css?inline';
import { withShownMedia } from './shown-media.ts';
import { checkAddress } from './story-address.ts';
import StoryGate from './StoryGate.svelte';
import { RUNTIME_WORDS, type RuntimeWords } from './words.ts';

/** Why no story is shown at present, for the page around a frame. */
export interface StoryFailure {
  readonly code: 'story';
  readonly message: string;
}

export interface StoryQuestion {
  /** The story's address, as the page's address names it. */
  readonly asked: string;
  /** Origins of stories that the deployment allows besides its own. */
  readonly storyOrigins: readonly string[];
  /** Other sites whose media the page may load. */
  readonly mediaOrigins: readonly string[];
  /** Where the story will stand. It is emptied. */
  readonly target: HTMLElement;
  /** The language that the reader has asked for, or else the page's own. */
  readonly language: string;
  readonly onfail: (failure: StoryFailure) => void;
}

/** A story that has been loaded at run time, and what a page takes from its HTML otherwise. */
export interface OpenedStory {
  readonly file: StoryFile;
  readonly grounds: GroundData;
}

/** How long, in ms, nothing is said of the wait. */
const QUIET = 300;
/** Messages to the page around a frame are limited (`embed/protocol.ts`). */
const LONGEST_MESSAGE = 1000;

/**
 * Loads the story that the page's address names. Until it is there, the page says how far it is, or why it is not there,
 * with a button that tries again. Resolves when the story is there; never, if its address may not be asked.
 */
export async function openStory(question: StoryQuestion): Promise<OpenedStory> {
  const { asked, storyOrigins, mediaOrigins, target, language, onfail } = question;
  const texts = textsIn(language);
  dropOtherStory(target, texts);
  // Not in the page's style sheet, which every reader loads.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  let retry = (): void => undefined;
  const props = { texts, address: asked, onretry: () => retry() };
  // The page puts the story in its place.
  const gate = mount(StoryGate, { target, props });
  const showFailure = (failure: Failure): void => {
    const { heading, details } = failure;
    document.title = heading;
    gate.showFailure(failure);
    flushSync();
    gate.focus();
    onfail({ code: 'story', message: [heading, ...details].join(' ').slice(0, LONGEST_MESSAGE) });
  };

  const checked = checkAddress(asked, document.baseURI, storyOrigins);
  if (!checked.ok) {
    showFailure(failureOfAddress(checked, texts));
    return new Promise(() => undefined);
  }
  const { url } = checked;
  const isAllowed = (address: string): boolean =>
    checkAddress(address, document.baseURI, storyOrigins).ok;
  for (let quiet = QUIET; ; quiet = 0) {
    const loaded = await load({ url, isAllowed, quiet, onprogress: gate.showProgress });
    if (loaded.ok) {
      const name = url.pathname.split('/').at(-1) ?? '';
      for (const warning of loaded.warnings) console.warn(formatWarning(warning, name));
      return describeStory(loaded.data, [new URL(document.baseURI).origin, ...mediaOrigins]);
    }
    showFailure(failureOfFaults(loaded.faults, texts));
    await new Promise<void>((resolve) => (retry = resolve));
    gate.focus();
    document.title = texts.loading;
  }
}

/** The texts nearest to a language. */
function textsIn(language: string): RuntimeWords {
  const known = RUNTIME_WORDS.map((texts) => texts.language);
  const chosen = nearestLanguage(language, known);
  return RUNTIME_WORDS.find((texts) => texts.language === chosen) ?? RUNTIME_WORDS[0];
}

/** Takes out of the page what its HTML says of the story that it was built with. */
function dropOtherStory(target: HTMLElement, { language, direction, loading }: RuntimeWords): void {
  const root = document.documentElement;
  target.replaceChildren();
  root.dataset['story'] = 'taken';
  root.lang = language;
  root.dir = direction;
  document.title = loading;
  const others =
    'meta[property], meta[name="description"], meta[name^="twitter:"], link[rel="alternate"], script[type="application/ld+json"]';
  for (const element of document.querySelectorAll(others)) element.remove();
}

interface Download {
  readonly url: URL;
  readonly isAllowed: (address: string) => boolean;
  /** How long, in ms, nothing is said of the wait. */
  readonly quiet: number;
  /** `share`: from 0 to 1, or null if that is not known. */
  readonly onprogress: (share: number | null) => void;
}

/** Loads a story. The page's policy may end a redirect before anything is asked; a script is told only of a failure. */
async function load({ url, isAllowed, quiet, onprogress }: Download): Promise<ParsedData> {
  const stop = new AbortController();
  const watch = ({ effectiveDirective }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective === 'connect-src') stop.abort();
  };
  document.addEventListener('securitypolicyviolation', watch);
  let share: number | null = null;
  let isShown = false;
  const timer = setTimeout(() => {
    isShown = true;
    onprogress(share);
  }, quiet);
  const loaded = await loadStoryData(url, {
    signal: stop.signal,
    isAllowed,
    onprogress: (received, total) => {
      share = total === null ? null : received / total;
      if (isShown) onprogress(share);
    },
  });
  clearTimeout(timer);
  document.removeEventListener('securitypolicyviolation', watch);
  return stop.signal.aborted ? { ok: false, faults: [FORBIDDEN], warnings: [] } : loaded;
}

const FORBIDDEN: Fault = {
  path: [],
  code: 'unreachable',
  message:
    'The story could not be loaded: its address, or one that it leads on to, is not allowed by the policy of this page.',
};

/** `mediaOrigins`: from where the page's policy lets media come. */
function describeStory(loaded: StoryData, mediaOrigins: readonly string[]): OpenedStory {
  const data = withShownMedia(loaded, mediaOrigins);
  const { language } = data;
  return {
    grounds: bundledGrounds,
    file: {
      language,
      languages: readableLanguagesOf(data),
      read: (wanted) => Promise.resolve(linkStory(localizeData(data, wanted))),
    },
  };
}
