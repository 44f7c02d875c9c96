import type { StoryFile } from '../../story/story-file.ts';
import { covers } from '../../story/text.ts';
import { LANGUAGES } from './languages.ts';

/**
 * The first of some languages that a BCP 47 tag asks for: the same tag, else one that says more or less, else
 * one that agrees with the script of its region (`zh-CN` asks for `zh-Hans`). Here `_` may stand for `-`.
 * Null for a tag that asks for none of them, and for nothing.
 */
export function chooseLanguage(asked: string | null, known: readonly string[]): string | null {
  if (!asked) return null;
  const exact = known.find((tag) => covers(tag, asked) && covers(asked, tag));
  const near = known.find((tag) => covers(tag, asked) || covers(asked, tag));
  const whole = maximize(asked.replaceAll('_', '-'));
  return exact ?? near ?? known.find((tag) => covers(tag, whole)) ?? null;
}

/** A tag with its likely script and region: `zh-Hans-CN` for `zh-CN`. Empty for what is no tag. */
function maximize(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().toString();
  } catch {
    return '';
  }
}

/** The languages of the interface that a story has texts in: those that a reader may switch to. */
export const languagesOf = ({ languages }: StoryFile) =>
  LANGUAGES.filter(({ tag }) => chooseLanguage(tag, languages) !== null);
