import { describe, expect, test } from 'vitest';
import { everyLanguage } from './thaw.ts';

interface Texts {
  readonly en: string;
  readonly ko: string;
  readonly 'zh-Hans': string;
}

const isTexts = (value: object): value is Texts => 'en' in value;

/** Every text of the story with the path to it. Sources keep the language they were published in. */
function textsOf(value: unknown, path = ''): readonly (readonly [path: string, texts: Texts])[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isTexts(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

const texts = textsOf(everyLanguage);

/** The numbers that are written in digits: years, days, distances must not change on the way. */
const numbersOf = (text: string): readonly string[] =>
  (text.match(/\d+(?:[,.]\d+)*/g) ?? []).map((number) => number.replaceAll(',', ''));

/** 150,000 is 15만 and 15万. */
const inTenThousands = (number: string): string =>
  number.endsWith('0000') ? String(Number(number) / 10_000) : number;

test('every text of the story is written in English, Korean and Simplified Chinese', () => {
  expect(texts.length).toBeGreaterThan(350);
  const odd = texts.filter(([, text]) => Object.keys(text).join() !== 'en,ko,zh-Hans');
  expect(odd.map(([path]) => path)).toEqual([]);
});

describe.each([
  ['ko', /\p{Script=Hangul}/u, 44],
  ['zh-Hans', /\p{Script=Han}/u, 36],
] as const)('%s', (language, script, longest) => {
  test('is written in its own script, not left in English', () => {
    const odd = texts.filter(([, text]) => !script.test(text[language]));
    expect(odd.map(([path, text]) => `${path} ${text[language]}`)).toEqual([]);
  });

  test('keeps the numbers of the English', () => {
    const odd = texts.filter(([, text]) => {
      const told = numbersOf(text[language]);
      return numbersOf(text.en).some(
        (number) =>
          number.length > 1 && !told.includes(number) && !told.includes(inTenThousands(number)),
      );
    });
    expect(odd.map(([path, text]) => `${path}: ${text.en} | ${text[language]}`)).toEqual([]);
  });

  test('has titles that fit a line or two and end without a full stop', () => {
    const titles = texts.filter(([path]) => /^\.events\.\d+\.title$/.test(path));
    const odd = titles.filter(([, text]) => {
      const title = text[language];
      return title.length > longest || /[.。]$/.test(title);
    });
    expect(odd.map(([, text]) => text[language])).toEqual([]);
    expect(new Set(titles.map(([, text]) => text[language])).size).toBe(titles.length);
  });

  test('names no two places alike', () => {
    const names = texts.filter(([path]) => path.startsWith('.places')).map(([, t]) => t[language]);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('Chinese is punctuated in full width', () => {
  const odd = texts.filter(([, text]) => /[\p{Script=Han}][,;:?!()]|\. /u.test(text['zh-Hans']));
  expect(odd.map(([, text]) => text['zh-Hans'])).toEqual([]);
});
