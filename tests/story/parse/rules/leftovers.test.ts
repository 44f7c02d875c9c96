import { describe, expect, it } from 'vitest';
import { describeLeftovers } from '../../../../src/story/parse/rules/leftovers.ts';
import { formatWarning } from '../../../../src/story/parse/faults/warning.ts';
import { readStory } from '../../../../src/story/load.ts';
import { FIXTURE, mutate } from '../../fixture.ts';

/** What the bytes 80 to 9F are in windows-1252. (The decoder of Node 20 takes them for Latin-1.) */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** The bytes of a text in UTF-8, read as another encoding: how such texts come about. */
function misread(text: string, encoding: string): string {
  const bytes = new TextEncoder().encode(text);
  if (encoding === 'macintosh' || encoding === 'gbk' || encoding === 'windows-1251') {
    return new TextDecoder(encoding).decode(bytes);
  }
  const latin = String.fromCharCode(...bytes);
  if (encoding === 'latin-1') return latin;
  return latin.replace(/[\u0080-\u009F]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? '');
}

const ENTITY = 'Write the character itself.';
const TAG = 'A text is shown as it is written. Remove the tag.';
const PLACEHOLDER = 'Write the text that belongs there.';

/** A text and the start of what is said of it. */
const LEFTOVERS: readonly (readonly [text: string, sentence: string])[] = [
  ['AT&amp;T', `has the HTML entity "&amp;". ${ENTITY}`],
  ['5&nbsp;km', `has the HTML entity "&nbsp;". ${ENTITY}`],
  ['It&#39;s', `has the HTML entity "&#39;". ${ENTITY}`],
  ['It&#x2019;s', `has the HTML entity "&#x2019;". ${ENTITY}`],
  ['Caf&eacute;', `has the HTML entity "&eacute;". ${ENTITY}`],
  ['Fran&Ccedil;ois', `has the HTML entity "&Ccedil;". ${ENTITY}`],
  ['and so on&hellip;', `has the HTML entity "&hellip;". ${ENTITY}`],
  ['5&nbsp km', `has the HTML entity "&nbsp". ${ENTITY}`],
  ['https://example.org/?a=1&amp;b=2', `has the HTML entity "&amp;". ${ENTITY}`],
  ['so <b>bold</b>', `has the HTML tag "<b>". ${TAG}`],
  ['line<br/>line', `has the HTML tag "<br/>". ${TAG}`],
  ['the end</p>', `has the HTML tag "</p>". ${TAG}`],
  ['<A HREF="https://x">l</A>', `has the HTML tag "<A HREF="https://x">". ${TAG}`],
  ['<o:p>Word</o:p>', `has the HTML tag "<o:p>". ${TAG}`],
  ['so <!-- note --> it', `has the HTML tag "<!--". ${TAG}`],
  ['by {{name}}', `has the placeholder "{{name}}". ${PLACEHOLDER}`],
  ['by ${name}', `has the placeholder "\${name}". ${PLACEHOLDER}`],
  ['by [object Object]', `has the placeholder "[object Object]". ${PLACEHOLDER}`],
  ['caf\\u00e9', `has the placeholder "\\u00e9". ${PLACEHOLDER}`],
  ['Caf\uFFFD', 'has "\uFFFD" in the place of a lost letter. Write what is meant.'],
  ['see \uFFFC', 'has "\uFFFC" in the place of a lost letter. Write what is meant.'],
  ['zero\u200Bwidth', 'has U+200B as character 5, which nobody sees. Remove it.'],
  ['x\uFEFFy', 'has U+FEFF as character 2, which nobody sees. Remove it.'],
  ['end\uFEFF', 'has U+FEFF as character 4, which nobody sees. Remove it.'],
  ['no\u200Cjoiner', 'has U+200C as character 3, which nobody sees. Remove it.'],
  ['to\u200Djoin', 'has U+200D as character 3, which nobody sees. Remove it.'],
  ['a\u2060b', 'has U+2060 as character 2, which nobody sees. Remove it.'],
  ['\u200EPath', 'has U+200E as character 1, which nobody sees. Remove it.'],
  ['end\u00AD', 'has U+00AD as character 4, which nobody sees. Remove it.'],
  ['a\u3164b', 'has U+3164 as character 2, which nobody sees. Remove it.'],
  ['a\uFE0Fb', 'has U+FE0F as character 2, which nobody sees. Remove it.'],
  ['a\u{E0041}b', 'has U+E0041 as character 2, which nobody sees. Remove it.'],
  ['서울\u200B역', 'has U+200B as character 3, which nobody sees. Remove it.'],
  ['👨‍👩‍👧🇰🇷 a\u200Bb', 'has U+200B as character 5, which nobody sees. Remove it.'],
  ['Zu\u0308rich \uFEFF2018', 'has U+FEFF as character 8, which nobody sees. Remove it.'],
  ['𠮷野\u2060', 'has U+2060 as character 3, which nobody sees. Remove it.'],
  ['👍🏽\uFFFE', 'has U+FFFE as character 2, which is no character of Unicode. Remove it.'],
  ['a\uFFFEb', 'has U+FFFE as character 2, which is no character of Unicode. Remove it.'],
  ['a\uFDD0b', 'has U+FDD0 as character 2, which is no character of Unicode. Remove it.'],
  ['\uF0B7 point', 'has U+F0B7 as character 1, which is no character of Unicode. Remove it.'],
];

/** Sound texts of many languages and encodings. */
const SOUND: readonly string[] = [
  'AT&T, R&D; Marks & Spencer; rock&roll; Q&A',
  'a < b, and b > c; x <3; <sic>; <unnamed>; List<String>; 5 <= 6',
  'https://example.org/?a=1&copy=2&amplitude=3&section=4',
  'It cost $5 {about} [sic] [1] #5; C:\\new',
  'NÃO, AMANHÃ… «AMANHû “AMANHÔ – IRMÃ’S São João, João Ã, ÂNGELA',
  '„Spaß“ „der Paß“ »Fuß« Maß³ das „Ä“ Ä–Ö',
  'KNÍŽE, ÚŽAS, VÁŠ, BLÍŽE, blíž…, „co máš“, kněz…',
  'CAFÉ… « CAFÉ » fatigué…” é”… cœur bœuf Œuvre',
  '5 Å² in 3 Å, 10 Å away; PÅ® Nestlé®™ Pelé¹² Bogotá°',
  '¿Qué? ¡Olé! 3½ × 4 ± 5 §3 ¶4 12 € 5 £ ©2018 ½ µm ‰',
  'ŠKODA, ŽIŽKA, Łódź, Ærø, Þór, Öresund, İstanbul, Đặng, Ÿ',
  'Україна, Російська Федерація, Ѓорѓи, Ћирић, Київ, Р. Є., СССР',
  'ΑΘΗΝΑ, Ελλάδα, Αθήνα·',
  '서울, 평양, 文在寅, 習近平、「東京」、縺れる、カタカナ',
  'می‌خواهم نامه‌ای',
  'क्‍ष र्‌य श्री',
  'ශ්‍රී ලංකා',
  'สวัสดี\u200Bครับ ភាសា\u200Bខ្មែរ မြန်မာ\u200Bစာ',
  'הסכם (2018)\u200F שלום\u200E!',
  '\u2068name\u2069 of a day',
  '👨‍👩‍👧 👍🏽 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ☎︎ 1️⃣ 🏳️‍🌈 👩🏽‍🚀',
  'Donau\u00ADdampf\u00ADschiff',
  'a\u00A0b\u202Fc\u2009d\te\nf\n\ng',
  '葛\u{E0100}城 ‹a› ‚b‘ “c” † ‡ • … ‰ ™ ˆ ˜ Ä Ö',
];

/** What these words become by each encoding, as old programs read UTF-8. */
const WORDS: readonly (readonly [encoding: string, ...words: string[]])[] = [
  [
    'windows-1252',
    ...['Café', 'école', 'Ökonomie', 'señor', 'JOSÉ', 'don’t', '“quote”', '1986–1988', 'wait…'],
    ...['Größe', 'São', 'Łódź', 'Škoda', 'București', 'Timișoara', 'Москва', 'Αθήνα', '10\u00A0km'],
    ...[
      '서울',
      '北京',
      '東京',
      'שלום',
      'سلام',
      'नमस्ते',
      '5°',
      '£5',
      '€5',
      '©2018',
      'canción',
      'voilà!',
    ],
    ...['👍', '\uFEFFname', '\uFFFD', 'İstanbul', 'Đặng', 'Reykjavík', 'él dijo', 'ESPAÑA', 'Ærø'],
  ],
  ['latin-1', 'Café', 'don’t', 'JOSÉ', 'Москва', '서울', 'Łódź', '👍'],
  ['macintosh', 'Café', 'don’t', '“quote”', '1986–1988'],
  ['windows-1251', 'Москва', 'Україна'],
  ['gbk', '\uFFFD\uFFFD'],
];

describe('what programs left in a text', () => {
  it.each(LEFTOVERS)('%j is told with its remedy', (text, sentence) => {
    expect(describeLeftovers(text)).toBe(sentence);
  });

  it.each(WORDS.flatMap(([encoding, ...words]) => words.map((word) => [word, encoding] as const)))(
    '%j that was read as %s is told',
    (word, encoding) => {
      const text = misread(word, encoding);
      expect(describeLeftovers(`of ${text} and`), text).toMatch(/has ".+", as if .+ as UTF-8\./);
    },
  );

  it.each(SOUND)('nothing in %j', (text) => {
    expect(describeLeftovers(text)).toBeNull();
  });

  it('nothing in the names of languages, countries, months and quotes, in the languages of CLDR', () => {
    const languages = 'aa am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl or pa pl ps pt pt-BR ro ru sd si sk sl so sq sr sr-Latn sv sw ta te th tk tr uk ur uz vi yo zh-Hans zh-Hant zu'.split(' '); // prettier-ignore
    const regions = 'AT AX BA BR CH CI CN CZ DE EG ES FO FR GB GE GR HU IL IN IR IS JP KH KP KR LA LT LV MM MX NO PL PT RE RO RS RU SA SE SK ST TH TR UA US VN'.split(' '); // prettier-ignore
    const names = languages.flatMap((locale) => {
      const language = new Intl.DisplayNames(locale, { type: 'language' });
      const region = new Intl.DisplayNames(locale, { type: 'region' });
      const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' });
      const words = [
        ...languages.map((tag) => language.of(tag) ?? ''),
        ...regions.map((tag) => region.of(tag) ?? ''),
        ...Array.from({ length: 12 }, (_, month) => date.format(new Date(2018, month, 5 + month))),
      ];
      const capitals = words.map((word) => word.toLocaleUpperCase(locale));
      return [...words, ...capitals].flatMap((word) => [
        word,
        `“${word}” „${word}“ «${word}» »${word}« ‘${word}’ ${word}… ${word}– ${word}—${word} ${word}\u00A0.`,
      ]);
    });
    expect(names.filter((name) => describeLeftovers(name) !== null)).toEqual([]);
  });

  it('is told in one warning for each text, with a sentence for each kind', () => {
    expect(describeLeftovers('<b>AT&amp;T</b>\u200B')).toBe(
      `has the HTML entity "&amp;". ${ENTITY} It has the HTML tag "<b>". ${TAG} It has U+200B as character 16, which nobody sees. Remove it.`,
    );
  });
});

/** The warnings of a story as the checker prints them, without the file's name. */
async function warningsOf(text: string): Promise<readonly string[]> {
  const { warnings } = await readStory(new TextEncoder().encode(text));
  return warnings.map((one) => formatWarning(one, '').slice(1));
}

describe('the checker warns of leftovers', () => {
  it.each([
    ['"A thaw"', '"AT&amp;T"', '5:12 warning: title: has the HTML entity'],
    [
      '"ko": "서울"',
      '"ko": "서\u200B울"',
      '21:56 warning: places.features[1].properties.name.ko: has',
    ],
    ['"Leader"', '"<i>Leader</i>"', '12:70 warning: people[0].role: has the HTML tag'],
    ['"Yonhap"', '"Yonhap&trade;"', '26:46 warning: sources[0].publisher: has the HTML entity'],
    [
      'https://example.org/a',
      'https://example.org/a?b=1&amp;c',
      '26:106 warning: sources[0].url: has the HTML entity',
    ],
    ['"They signed."', '"Donâ€™t."', '33:48 warning: events[1].claims[0].says: has "â€™", as if'],
    [
      '"Posts go."',
      '"Posts go.\uFEFF"',
      '35:34 warning: events[1].commitments[0].text: has U+FEFF',
    ],
  ])('in %s, now %s', async (piece, by, warning) => {
    expect(await warningsOf(mutate(piece, by))).toEqual([expect.stringContaining(warning)]);
  });

  it('in a story with faults too, and not in one without leftovers', async () => {
    const faulty = mutate('"A thaw"', '"AT&amp;T"').replace('2018-03-05', 'June 2018');
    expect(await warningsOf(faulty)).toHaveLength(1);
    expect(await warningsOf(FIXTURE)).toEqual([]);
  });
});

it('A control character of a wrong encoding is a fault whose remedy is the encoding', async () => {
  const parsed = await readStory(new TextEncoder().encode(mutate('"A thaw"', '"“Aâ€\u009D"')));
  expect(parsed.ok ? [] : parsed.faults.map(({ message }) => message)).toEqual([
    'has U+009D as character 5, which is not allowed. Export the text again as UTF-8.',
  ]);
});
