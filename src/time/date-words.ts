/** What a language puts round a date. Each function gets the date as Intl writes it. */
export interface DatePhrases {
  readonly approximate: (date: string) => string;
  readonly uncertain: (date: string) => string;
  /** For an interval without an end. */
  readonly since: (date: string) => string;
  /** For an interval without a start. */
  readonly until: (date: string) => string;
  /** Stands between two dates that Intl does not join, with the spaces that the language leaves there. */
  readonly to: string;
  /** Gets the first year in digits. Null: a decade is written as a range of years. */
  readonly decade: ((year: string) => string) | null;
}

/** What is needed to write dates in a language. The words of the interface have it. */
export interface DateWords {
  /** BCP 47. Intl formats dates for it. */
  readonly language: string;
  readonly dates: DatePhrases;
}

/** Signs instead of words, for languages that the interface has no words for. */
export const DATE_SIGNS: DatePhrases = {
  approximate: (date) => `≈ ${date}`,
  uncertain: (date) => `${date} (?)`,
  since: (date) => `${date} –`,
  until: (date) => `– ${date}`,
  to: ' – ',
  decade: null,
};
