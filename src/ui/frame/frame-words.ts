/** What only a page in a frame says, by the language of its other words. */
export interface FrameWords {
  /** Leads out of the frame, to a page of its own. */
  readonly whole: string;
}

const WORDS: Readonly<Record<string, FrameWords>> = {
  en: { whole: 'Whole page' },
  ko: { whole: '전체 페이지' },
  zh: { whole: '完整页面' },
  ar: { whole: 'الصفحة الكاملة' },
};

const [ENGLISH] = Object.values(WORDS);

/** Every language of the interface has its own; one without would get the first. */
export function frameWordsFor(language: string): FrameWords {
  const words = WORDS[language.split('-')[0] ?? ''] ?? ENGLISH;
  if (!words) throw new Error('There are no words.');
  return words;
}
