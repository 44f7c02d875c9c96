import { describeCharacter } from '../faults/characters.ts';

/**
 * What programs leave behind in a text: signs of another format, letters that were lost, characters that nobody sees.
 * Readers would see `&amp;`, a box or a word that no search finds. The text can be shown, so these are warnings.
 */

/** The entities of HTML 4. HTML has 2,000 more, which editors do not write. */
const ENTITIES =
  `quot amp lt gt apos OElig oelig Scaron scaron Yuml circ tilde ensp emsp thinsp zwnj zwj lrm rlm ndash mdash lsquo rsquo
  sbquo ldquo rdquo bdquo dagger Dagger permil lsaquo rsaquo euro nbsp iexcl cent pound curren yen brvbar sect uml copy
  ordf laquo not shy reg macr deg plusmn sup[123] acute micro para middot cedil ordm raquo frac1[24] frac34 iquest
  [AEIOUaeiou](?:grave|acute|circ|uml) [ANOano]tilde [Yy]acute yuml [Aa]ring A?Elig aelig [Cc]cedil ETH eth [Oo]slash szlig
  THORN thorn times divide fnof bull hellip [Pp]rime oline frasl image weierp real trade alefsym [lurdh]arr [lurdh]Arr crarr
  [Aa]lpha [Bb]eta [Gg]amma [Dd]elta [Ee]psilon [Zz]eta [Ee]ta [Tt]heta [Ii]ota [Kk]appa [Ll]ambda [Mm]u [Nn]u [Xx]i
  [Oo]micron [Pp]i [Rr]ho [Ss]igma sigmaf [Tt]au [Uu]psilon [Pp]hi [Cc]hi [Pp]si [Oo]mega forall part exist empty nabla
  isin notin ni prod sum minus lowast radic prop infin ang and or cap cup int there4 sim cong asymp ne equiv le ge sub sup
  nsub sube supe oplus otimes perp sdot loz spades clubs hearts diams`
    .trim()
    .split(/\s+/)
    .join('|');

/** `&nbsp;`, `&#39;`, `&#x27;`. The most frequent ones are found without their semicolon too. */
const ENTITY = new RegExp(
  `&(?:#\\d{1,7};|#[xX][\\da-fA-F]{1,6};|(?:${ENTITIES});|(?:amp|nbsp|quot)(?![A-Za-z\\d]))`,
);

/** The elements of HTML, with those of old pages. `<sic>` and `<unnamed>` are none. */
const ELEMENTS =
  `a abbr acronym address article aside audio b base big blockquote body br button canvas caption center cite code col
  colgroup dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form h[1-6] head header hr
  html i iframe img input ins kbd label legend li link main map mark math menu meta nav noscript object ol optgroup option
  output p param picture pre q s samp script section select small source span strike strong style sub summary sup svg table
  tbody td template textarea tfoot th thead time title tr tt u ul var video wbr`
    .trim()
    .split(/\s+/)
    .join('|');

/** `<b>`, `</p>`, `<br/>`, `<a href="…">`, a comment, a tag of Word: `<o:p>`. Not `a < b`, not `x <3`. */
const TAG = new RegExp(
  `</?(?:${ELEMENTS}|(?:[owvm]|st1):[a-z]+)(?:\\s[^<>]*)?/?>|<!--|<!\\[CDATA\\[|<!doctype\\b[^<>]*>`,
  'i',
);

/** `{{name}}`, `${name}`, `{% if %}`, `<%= name %>`, what JavaScript writes for an object, an escape that nobody read. */
const PLACEHOLDER =
  /\{\{[^{}]*\}\}|\$\{[^{}]*\}|\{%[^{}]*%\}|\{@[^{}]*\}|<%[^<>]*%>|\[object Object\]|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}/;

/**
 * UTF-8 that was read as another encoding: “é” has become “Ã©”. Each pattern is a lead byte with its next bytes, as that
 * encoding shows them. Sound texts have the same letters, so each pattern needs a pair that no language writes:
 * - `AFTER`: signs that may stand behind a letter: “AMANHÃ”, „Spaß“, `5 Å²`, “Nestlé®”. They count only behind a small
 *   letter, where no capital stands, or before one or a digit.
 * - `LETTERS`: letters of windows-1252 outside Latin-1. “KNÍŽE” and “blíž” are Czech.
 * - `SIGNS`: everything else. No language writes them directly behind these letters.
 */
const AFTER = '…’”»›–—\u00A0“‘«‹•·™®©¹²³ªº†‡';
const LETTERS = 'ŠšŽžŒœŸ';
const SIGNS = '€‚ƒ„ˆ‰˜¡¢£¤¥¦§¨¬\u00AD¯°±´µ¶¸¼½¾¿\u0080-\u009F';
const NEXT = `[${AFTER}${LETTERS}${SIGNS}]`;
const GARBLED = new RegExp(
  [
    // Western and Central European letters, and signs of Latin-1.
    `[Â-Å][${LETTERS}${SIGNS}]`,
    `[Â-ÖØ-Þ]${NEXT}(?<=\\p{Ll}..)`,
    `[Â-Å](?!’|—)[${AFTER}](?<!\\p{L}..)(?=[\\p{Ll}\\p{N}])`,
    `[ÂÃ]\\u00A0(?<!\\p{L}..)`,
    `[Â-Å][“‘”](?=\\p{L})`,
    // Greek, Cyrillic, Hebrew, Arabic: two letters in a row.
    `(?:[Æ-ß]${NEXT}){2}`,
    // Curly quotes, dashes, Korean, Chinese, Japanese, the byte order mark; emoji.
    `[à-ï](?:[${SIGNS}]${NEXT}|${NEXT}[${SIGNS}])`,
    `ð[Ÿ\\u009F]`,
    // The same bytes as Mac Roman, as a DOS code page, as Cyrillic windows-1251, as Chinese and Japanese encodings.
    `‚Ä[ôúùìîò¶¢]|√[©®°≥º±¥¢†∂ß§]`,
    `ΓÇ[ÖÿöôÄ£]|├[⌐ñ¡│║▒¬┤╢╝]`,
    `(?:[РС][\\u0402-\\u040F\\u0452-\\u045F°±²³µ¶·№»‚„…†‡€‰‹‘’“”•–—™›\\u00A0¤¦§©«¬®]){2}`,
    `锟斤拷|[縺繧].?[縺繧]`,
  ].join('|'),
  'u',
);

/** U+FFFD stands for a letter that a program could not read, U+FFFC for an object such as a picture. */
const LOST = /[\uFFFD\uFFFC]/;

/** Scripts that have no use for zero-width characters. In all others they join letters, or say where a line may end. */
const PLAIN_SCRIPTS = 'Latn Grek Cyrl Armn Geor Hebr Hani Hira Kana Hang Zyyy Zinh'
  .split(' ')
  .map((script) => `\\p{scx=${script}}`)
  .join('');
const JOINING = `(?![${PLAIN_SCRIPTS}])[\\p{L}\\p{M}\\p{N}]`;

/**
 * Unseen characters with a purpose where they stand. Made when it is first needed: its sets of letters take 7 ms to make, and
 * most stories have no such character.
 */
const createPurposeful = (): RegExp =>
  new RegExp(
    [
      // Emoji: a variation selector, a joiner between two, the letters of a flag.
      `(?<=[\\p{S}\\p{P}\\p{N}\\p{sc=Han}])[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]`,
      `(?<=\\p{ExtPict}[\\uFE0F\\p{EMod}]?)\\u200D(?=\\p{ExtPict})`,
      `(?<=\\u{1F3F4})[\\u{E0020}-\\u{E007F}]+`,
      // Persian, Urdu, Hindi, Bengali, Tamil, Sinhala, Mongolian, Thai, Khmer, Burmese, …
      `(?<=${JOINING})(?:[\\u200B-\\u200D\\uFE00\\u17B4\\u17B5\\u180B-\\u180F]|\\u034F)+`,
      `[\\u200B-\\u200D](?=${JOINING})`,
      // Where a long word may break; a mark that is not to be reordered; old Korean.
      `(?<=\\p{L}\\p{M}*)\\u00AD(?=\\p{L})`,
      `\\u034F(?=\\p{M})`,
      `\\u115F(?=[\\u1160-\\u11FF])|(?<=[\\u1100-\\u115F])\\u1160`,
    ].join('|'),
    'gu',
  );
let purposeful: RegExp | null = null;

/** Marks of direction. They have a purpose in a text that is written from right to left, and isolates everywhere. */
const DIRECTION = /[\u200E\u200F\u061C]/g;
const ISOLATE = /[\u2066-\u2069]/g;
const FROM_RIGHT =
  /[\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}\p{scx=Adlm}\p{scx=Rohg}](?<=\p{L})/u;

/** Characters without a shape, without U+202A–202E, which are faults; noncharacters; characters that only one font has. */
const UNSEEN = /(?![\u202A-\u202E])[\p{DI}\uFFF9-\uFFFB]/u;
const NO_CHARACTER = /[\p{NChar}\p{Co}]/u;

/** Whether a text may have any of these. Most texts have not, and are asked nothing more. */
const SUSPECT = /[&<{$\\[]|[^\t\n\r -~‐-‧À-ÿ\u00A0]|[À-ï][^\p{ASCII}]/u;

/** The first unseen character that has no purpose, or undefined. Those with one are replaced, so that places stay. */
function unseenIn(text: string): RegExpExecArray | null {
  if (!UNSEEN.test(text)) return null;
  purposeful ??= createPurposeful();
  const hide = (found: string): string => '.'.repeat(found.length);
  const rest = text.replace(purposeful, hide).replace(ISOLATE, hide);
  return UNSEEN.exec(FROM_RIGHT.test(text) ? rest.replace(DIRECTION, hide) : rest);
}

/** What a text has that is not for readers, and the remedy: one sentence for each kind. Null where there is nothing. */
export function describeLeftovers(text: string): string | null {
  if (!SUSPECT.test(text)) return null;
  const seen = (pattern: RegExp, what: string, remedy: string): string[] => {
    const [found] = pattern.exec(text) ?? [];
    return found === undefined ? [] : [`has ${what.replace('…', () => found)}. ${remedy}`];
  };
  const hidden = (found: RegExpExecArray | null, what: string): string[] =>
    found === null ? [] : [`has ${describeCharacter(text, found.index)}, ${what}. Remove it.`];
  const sentences = [
    ...seen(ENTITY, 'the HTML entity "…"', 'Write the character itself.'),
    ...seen(TAG, 'the HTML tag "…"', 'A text is shown as it is written. Remove the tag.'),
    ...seen(PLACEHOLDER, 'the placeholder "…"', 'Write the text that belongs there.'),
    ...seen(
      GARBLED,
      '"…", as if it had been read in a wrong encoding',
      'Write the letter that is meant, or export the text again as UTF-8.',
    ),
    ...seen(LOST, '"…" in the place of a lost letter', 'Write what is meant.'),
    ...hidden(unseenIn(text), 'which nobody sees'),
    ...hidden(NO_CHARACTER.exec(text), 'which is no character of Unicode'),
  ];
  return sentences.length === 0 ? null : sentences.join(' It ');
}
