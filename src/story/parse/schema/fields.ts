import * as v from 'valibot';
import { parseEdtf } from '../../../time/edtf.ts';
import { isFlaw } from '../../../time/flaw.ts';
import { isZone } from '../../../time/zone.ts';
import type { Report } from '../faults/fault.ts';
import { charactersOf } from '../faults/characters.ts';
import { didYouMean } from '../faults/did-you-mean.ts';
import { checkProse, checkText, isLanguage, type Space } from './prose.ts';
import { describeValue, quoted } from '../faults/raw.ts';
import type { Text } from '../../story.ts';
import { describeWrongAddress } from './web-address.ts';

/** A schema with one function as its check, which reports every fault. It does not change the value. */
export function field<T>(check: (value: unknown, report: Report) => void): v.GenericSchema<T> {
  const schema = v.pipe(
    v.unknown(),
    v.rawCheck(({ dataset, addIssue }) => {
      const input = dataset.value;
      check(input, (code, message, ...keys) => {
        const path = keys.map((key) => ({
          type: 'unknown' as const,
          origin: 'value' as const,
          input,
          key,
          value: undefined,
        }));
        const [first, ...rest] = path;
        // Valibot has no property for a code of our own. It passes `expected` on unchanged.
        addIssue({ message, expected: code, ...(first ? { path: [first, ...rest] } : {}) });
      });
    }),
  );
  return schema as unknown as v.GenericSchema<T>;
}

/** A string, with a further check. */
export const word = (
  what: string,
  check: (value: string, report: Report) => void,
): v.GenericSchema<string> =>
  field((value, report) => {
    if (typeof value === 'string') check(value, report);
    else report('schema', `expected ${what} in quotes, got ${describeValue(value)}.`);
  });

/** A finite number from `min` to `max`. */
export const numberIn = (min: number, max: number): v.GenericSchema<number> =>
  field((value, report) => {
    if (typeof value !== 'number') {
      report('schema', `expected a number, got ${describeValue(value)}.`);
    } else if (!(value >= min && value <= max)) {
      report('range', `${value} is outside ${min}…${max}.`);
    }
  });

/** One of several words. */
export const oneOf = <const T extends string>(choices: readonly T[]): v.GenericSchema<T> =>
  word('a word', (value, report) => {
    if ((choices as readonly string[]).includes(value)) return;
    const guess = didYouMean(value, choices) || ` Write one of: ${choices.join(', ')}.`;
    report('schema', `${quoted(value)} is not known here.${guess}`);
  }) as unknown as v.GenericSchema<T>;

const ID = /^[a-z0-9][a-z0-9_-]{0,63}$/;

export const isId = (value: string): boolean => ID.test(value);

export const id = word('an id', (value, report) => {
  if (isId(value)) return;
  report(
    'id',
    `${quoted(value)} is not an id. Write 1 to 64 characters of a–z, 0–9, - and _, beginning with a letter or digit.`,
  );
});

/** Marks what readers see as it is written, so that `check` warns of what programs left in it. */
const forReaders = <T>(schema: v.GenericSchema<T>): v.GenericSchema<T> =>
  Object.assign(schema, { isForReaders: true });

const textIn = (space: Space): v.GenericSchema<Text> =>
  forReaders(
    field((value, report) => {
      checkText(value, space, report);
    }),
  );

/** A name or a title, in one language or in several. `remedy`: what to write where it is empty. */
export const title = (limit: number, remedy?: string): v.GenericSchema<Text> =>
  textIn({ limit, isOneLine: true, ...(remedy === undefined ? {} : { remedy }) });

/** A text with paragraphs, in one language or in several. */
export const text = (limit: number): v.GenericSchema<Text> => textIn({ limit, isOneLine: false });

/** A name or a title without translations, such as the title of a source. */
export const prose = (limit: number): v.GenericSchema<string> =>
  forReaders(
    word('a text', (value, report) => {
      checkProse(value, { limit, isOneLine: true }, report);
    }),
  );

/** A date in EDTF. Checks the grammar only, because the time zone is not known here. */
export const date = word('a date', (value, report) => {
  const reading = parseEdtf(value);
  if (isFlaw(reading)) report(reading.flaw, reading.message);
});

/** A day of the calendar, as search engines and social networks read it. */
export const day = word('a day', (value, report) => {
  const reading = parseEdtf(value);
  if (!isFlaw(reading) && /^\d{4}-\d\d-\d\d$/.test(value)) return;
  report('date', `${quoted(value)} is not a day. Write one such as "2018-06-12".`);
});

export const zone = word('a time zone', (value, report) => {
  if (isZone(value)) return;
  report(
    'zone',
    `${quoted(value)} is not a time zone. Write one such as "Asia/Seoul" or "+08:30".`,
  );
});

export const language = word('a language', (value, report) => {
  if (isLanguage(value)) return;
  report('schema', `${quoted(value)} is not a language tag. Write one such as "en" or "es".`);
});

/** A letter as a person counts it: with its marks, and with letters that are written as one with it. */
const LETTER = /^\p{L}[\p{L}\p{M}]*$/u;

/** In UTF-16 units: enough for three letters with many marks each. */
const MAX_INITIALS = 64;

function areInitials(value: string): boolean {
  if (value === '' || value.length > MAX_INITIALS) return false;
  const letters = [...charactersOf(value)];
  return letters.length <= 3 && letters.every((letter) => LETTER.test(letter));
}

export const initials = word('initials', (value, report) => {
  if (areInitials(value)) return;
  report('text', `${quoted(value)} cannot be initials. Write one to three letters.`);
});

/** Readers follow it as it is written: `&amp;` in it leads to another page. */
export const url = forReaders(
  word('an address', (value, report) => {
    const message = describeWrongAddress(value);
    if (message !== null) report('url', message);
  }),
);
