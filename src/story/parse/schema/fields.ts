import * as v from 'valibot';
import { isHex } from '../../../colour/hex.ts';
import type { WrittenColour } from '../../../colour/themes.ts';
import { parseEdtf } from '../../../time/edtf.ts';
import { isFlaw } from '../../../time/flaw.ts';
import { isZone } from '../../../time/zone.ts';
import type { Report } from '../faults/fault.ts';
import { charactersOf } from '../faults/characters.ts';
import { didYouMean } from '../faults/did-you-mean.ts';
import type { Form } from './form.ts';
import { canonicalTag, checkProse, checkText, describeNoLanguage, type Space } from './prose.ts';
import { describeOtherType, describeValue, isRecord, quoted } from '../faults/raw.ts';
import type { Text } from '../../story.ts';
import { describeWrongAddress } from './web-address.ts';

/** A schema with one function as its check, which reports every fault. It does not change the value. */
export function field<T>(
  check: (value: unknown, report: Report) => void,
  form?: Form,
): v.GenericSchema<T> {
  const schema = v.pipe(
    Object.assign(v.unknown(), form),
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

/** A string, with a further check. `remedyOf` a value that is no string begins with a space, or is empty. */
export const word = (
  what: string,
  check: (value: string, report: Report) => void,
  form: Form = { form: 'word' },
  remedyOf: (value: unknown) => string = describeOtherType,
): v.GenericSchema<string> =>
  field((value, report) => {
    if (typeof value === 'string') check(value, report);
    else {
      const got = describeValue(value);
      report('schema', `expected ${what} in quotes, got ${got}.${remedyOf(value)}`);
    }
  }, form);

/** A finite number from `min` to `max`. */
export const numberIn = (min: number, max: number): v.GenericSchema<number> =>
  field(
    (value, report) => {
      if (typeof value !== 'number') {
        report(
          'schema',
          `expected a number, got ${describeValue(value)}.${describeOtherType(value)}`,
        );
      } else if (!(value >= min && value <= max)) {
        report('range', `${value} is outside ${min}…${max}.`);
      }
    },
    { form: 'number', min, max },
  );

/** One of several words. */
export const oneOf = <const T extends string>(choices: readonly T[]): v.GenericSchema<T> =>
  word(
    'a word',
    (value, report) => {
      if ((choices as readonly string[]).includes(value)) return;
      const guess = didYouMean(value, choices) || ` Write one of: ${choices.join(', ')}.`;
      report('schema', `${quoted(value)} is not known here.${guess}`);
    },
    { form: 'choice', choices },
  ) as unknown as v.GenericSchema<T>;

export const ID = /^[a-z0-9][a-z0-9_-]{0,63}$/;

export const isId = (value: string): boolean => ID.test(value);

export const id = word(
  'an id',
  (value, report) => {
    if (isId(value)) return;
    report(
      'id',
      `${quoted(value)} is not an id. Write 1 to 64 characters of a–z, 0–9, - and _, beginning with a letter or digit.`,
    );
  },
  { form: 'id' },
);

/** Marks what readers see as it is written, so that `check` warns of what programs left in it. */
const forReaders = <T>(schema: v.GenericSchema<T>): v.GenericSchema<T> =>
  Object.assign(schema, { isForReaders: true });

const textIn = (space: Space): v.GenericSchema<Text> =>
  forReaders(
    field(
      (value, report) => {
        checkText(value, space, report);
      },
      { form: 'text', ...space, isTranslated: true },
    ),
  );

/** A name or a title, in one language or in several. `remedy`: what to write where it is empty. */
export const title = (limit: number, remedy?: string): v.GenericSchema<Text> =>
  textIn({ limit, isOneLine: true, ...(remedy === undefined ? {} : { remedy }) });

/** A text with paragraphs, in one language or in several. */
export const text = (limit: number): v.GenericSchema<Text> => textIn({ limit, isOneLine: false });

/** A name or a title without translations, such as the title of a source. */
export const prose = (limit: number): v.GenericSchema<string> =>
  forReaders(
    word(
      'a text',
      (value, report) => {
        checkProse(value, { limit, isOneLine: true }, report);
      },
      { form: 'text', limit, isOneLine: true, isTranslated: false },
    ),
  );

/** The remedy for a date that is no text. Seconds since 1970 are not guessed. */
function describeNoDate(value: unknown): string {
  const [, year, month, day] = /^(\d{4})(?:(\d\d)(\d\d))?$/.exec(String(value)) ?? [];
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  return ` Write ${typeof value === 'number' && date !== '' ? `"${date}"` : 'one such as "2018-06-12", or "2018-06-12/2018-06-14"'}.`;
}

/** A date in EDTF. Checks the grammar only, because the time zone is not known here. */
export const date = word(
  'a date',
  (value, report) => {
    const reading = parseEdtf(value);
    if (isFlaw(reading)) report(reading.flaw, reading.message);
  },
  { form: 'date' },
  describeNoDate,
);

/** A day of the calendar, as search engines and social networks read it. */
export const day = word(
  'a day',
  (value, report) => {
    const reading = parseEdtf(value);
    if (!isFlaw(reading) && /^\d{4}-\d\d-\d\d$/.test(value)) return;
    report('date', `${quoted(value)} is not a day. Write one such as "2018-06-12".`);
  },
  { form: 'day' },
);

/** The remedy for a time zone that is none: `+09:00` for `GMT+9`, or the zone with nearly the same name. */
function describeNoZone(value: string): string {
  const [, sign, hours, minutes = '00'] =
    /^(?:GMT|UTC) ?([+-])(\d{1,2})(?::?(\d\d))?$/i.exec(value) ?? [];
  if (sign !== undefined && hours !== undefined) {
    return ` Write "${sign}${hours.padStart(2, '0')}:${minutes}", or the zone of a city such as "Asia/Seoul".`;
  }
  return (
    didYouMean(value, Intl.supportedValuesOf('timeZone')) ||
    ' Write one such as "Asia/Seoul" or "+08:30".'
  );
}

export const zone = word(
  'a time zone',
  (value, report) => {
    if (isZone(value)) return;
    report('zone', `${quoted(value)} is not a time zone.${describeNoZone(value)}`);
  },
  { form: 'zone' },
);

export const language = word(
  'a language',
  (value, report) => {
    if (canonicalTag(value) !== null) return;
    report('schema', describeNoLanguage(value));
  },
  { form: 'language' },
);

/** A letter as a person counts it: with its marks, and with letters that are written as one with it. */
const LETTER = /^\p{L}[\p{L}\p{M}]*$/u;

/** In UTF-16 units: enough for three letters with many marks each. */
export const MAX_INITIALS = 64;

function areInitials(value: string): boolean {
  if (value === '' || value.length > MAX_INITIALS) return false;
  const letters = [...charactersOf(value)];
  return letters.length <= 3 && letters.every((letter) => LETTER.test(letter));
}

export const initials = word(
  'initials',
  (value, report) => {
    if (areInitials(value)) return;
    report('text', `${quoted(value)} cannot be initials. Write one to three letters.`);
  },
  { form: 'initials' },
);

export const isColour = (value: unknown): boolean => typeof value === 'string' && isHex(value);

/** A colour of the author's: for both pages, or one for the light and one for the dark page. */
export const colour: v.GenericSchema<WrittenColour> = field(
  (value, report) => {
    const remedy = 'Write one such as "#1f6f4a", or { "light": "#1f6f4a", "dark": "#7fd1a5" }.';
    if (isColour(value)) return;
    if (!isRecord(value)) {
      report('schema', `expected a colour, got ${describeValue(value)}. ${remedy}`);
      return;
    }
    for (const key of Object.keys(value)) {
      if (key === 'light' || key === 'dark') continue;
      report('unknown-key', `is not known here.${didYouMean(key, ['light', 'dark'])}`, key);
    }
    for (const theme of ['light', 'dark']) {
      if (!Object.hasOwn(value, theme)) report('missing', `is missing. Add "${theme}".`, theme);
      else if (!isColour(value[theme])) {
        const got = describeValue(value[theme]);
        report('schema', `expected a colour such as "#1f6f4a", got ${got}.`, theme);
      }
    }
  },
  { form: 'colour' },
);

/** Readers follow it as it is written: `&amp;` in it leads to another page. */
export const url = forReaders(
  word(
    'an address',
    (value, report) => {
      const message = describeWrongAddress(value);
      if (message !== null) report('url', message);
    },
    { form: 'url' },
  ),
);
