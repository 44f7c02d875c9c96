/** Words round a date; `{}` stands for the date. */
export interface Phrases {
  readonly approximate: string;
  readonly uncertain: string;
  readonly since: string;
  readonly until: string;
  /** Between two dates, where Intl does not join them. */
  readonly to: string;
  /** `{}` is the first year; null: write it as a range of years. */
  readonly decade: string | null;
}

/** Signs that every language reads, for those that have no words here. */
const SIGNS: Phrases = {
  approximate: '≈ {}',
  uncertain: '{} (?)',
  since: '{} –',
  until: '– {}',
  to: ' – ',
  decade: null,
};

const PHRASES = new Map<string, Phrases>([
  [
    'en',
    {
      approximate: 'about {}',
      uncertain: '{} (uncertain)',
      since: 'since {}',
      until: 'until {}',
      to: ' – ',
      decade: '{}s',
    },
  ],
  [
    'ko',
    {
      approximate: '{}경',
      uncertain: '{}(불확실)',
      since: '{}부터',
      until: '{}까지',
      to: '~',
      decade: '{}년대',
    },
  ],
  [
    'zh',
    {
      approximate: '约{}',
      uncertain: '{}（不确定）',
      since: '{}起',
      until: '至{}',
      to: '至',
      decade: '{}年代',
    },
  ],
  [
    'ar',
    {
      approximate: 'نحو {}',
      uncertain: '{} (غير مؤكد)',
      since: 'منذ {}',
      until: 'حتى {}',
      to: ' – ',
      decade: 'عقد {}',
    },
  ],
]);

/** The words of a language, by the first part of its BCP 47 tag. */
export const phrasesOf = (locale: string): Phrases =>
  PHRASES.get(locale.split('-')[0]?.toLowerCase() ?? '') ?? SIGNS;

/** A phrase round a date. */
export const phrase = (template: string, date: string): string =>
  template.replace('{}', () => date);
