import { DATE_SIGNS, type DateWords } from '../../src/time/date-words.ts';
import { ARABIC } from '../../src/ui/words/ar.ts';
import { ENGLISH } from '../../src/ui/words/en.ts';
import { KOREAN } from '../../src/ui/words/ko.ts';
import { CHINESE } from '../../src/ui/words/zh-Hans.ts';

const WORDS = new Map([
  ['en', ENGLISH],
  ['ko', KOREAN],
  ['zh', CHINESE],
  ['ar', ARABIC],
]);

/** Dates in a language: with words where the interface has them, else with signs. */
export const dateWordsIn = (language: string): DateWords => ({
  language,
  dates: WORDS.get(language.split('-')[0] ?? '')?.dates ?? DATE_SIGNS,
});
