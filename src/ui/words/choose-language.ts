import type { StoryFile } from '../../story/story-file.ts';
import { covers } from '../../story/text.ts';
import { LANGUAGES } from './languages.ts';

/**
 * Chooses a known language for a BCP 47 tag: the same tag, otherwise a more or less specific one, otherwise one with the
 * script of the tag's region (`zh-CN` gets `zh-Hans`). `_` is accepted for `-`. Null if there is none.
 */
export function chooseLanguage(asked: string | null, known: readonly string[]): string | null {
  if (!asked) return null;
  const exact = known.find((tag) => covers(tag, asked) && covers(asked, tag));
  const near = known.find((tag) => covers(tag, asked) || covers(asked, tag));
  const whole = maximize(asked.replaceAll('_', '-'));
  return exact ?? near ?? known.find((tag) => covers(tag, whole)) ?? null;
}

/** A tag with its likely script and region: `zh-Hans-CN` for `zh-CN`. Empty for an invalid tag. */
function maximize(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().toString();
  } catch {
    return '';
  }
}

/** The languages that a reader can switch to: the interface and the story have them. */
export const languagesOf = ({ languages }: StoryFile) =>
  LANGUAGES.filter(({ tag }) => chooseLanguage(tag, languages) !== null);
