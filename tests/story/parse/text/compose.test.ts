import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStory } from '../../../../src/story/load.ts';
import { parseStory, parseStoryValue, type Parsed } from '../../../../src/story/parse/parse.ts';
import { FIXTURE, mutate } from '../../fixture.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const faultsOf = (parsed: Parsed): readonly string[] =>
  parsed.ok ? [] : parsed.faults.map(({ message }) => message);

function storyOf(parsed: Parsed) {
  if (!parsed.ok) throw new Error(faultsOf(parsed).join());
  return parsed.story;
}

/** Decomposed: each letter and its marks as separate code points, as macOS writes names of files. */
const apart = (text: string) => text.normalize('NFD');

const KOREAN = '가나다라마바사아자차카타파하각난달랄맘';

describe('a story in decomposed letters', () => {
  it('is the same story as in composed ones', () => {
    const text = FIXTURE.replace('A thaw', 'Ein Tauwetter für alle – Đặng Thái Sơn, Zoë, 김정은');
    expect(apart(text)).not.toBe(text);
    expect(storyOf(parseStory(apart(text)))).toEqual(storyOf(parseStory(text)));
    expect(storyOf(parseStoryValue(JSON.parse(apart(text))))).toEqual(storyOf(parseStory(text)));
  });

  it('is the same whether its marks are written or escaped', () => {
    const escaped = mutate('"A thaw"', '"Ho\\u0308fdi"');
    expect(storyOf(parseStory(escaped)).title).toBe('Höfdi');
  });

  it('keeps its addresses as they are written: another form is another address', () => {
    const address = apart('https://example.org/Höfði');
    const [source] = storyOf(parseStory(mutate('https://example.org/a', address))).sources;
    expect(source?.url).toBe(address);
  });

  it('is the shipped one, decomposed', () => {
    const file = new URL('../../../../geo/stories/korea-thaw.json', import.meta.url);
    const text = readFileSync(file, 'utf8');
    expect(storyOf(parseStory(apart(text)))).toEqual(storyOf(parseStory(text)));
  });

  it('has its faults at their columns in the file as it is written', async () => {
    const name = apart('김정은');
    const text = FIXTURE.replace(
      '"Kim Jong Un", "initials": "KJU"',
      `"${name}", "initials": "김.정"`,
    );
    const parsed = await readStory(bytes(text));
    const column = (text.split('\n')[11]?.indexOf('"김.정"') ?? 0) + 1;
    expect(parsed).toMatchObject({ faults: [{ position: { line: 12, column } }] });
  });
});

describe('initials', () => {
  const withInitials = (initials: string) => parseStory(mutate('"KJU"', JSON.stringify(initials)));

  it.each(['김정은', 'ÅØÆ', 'Đ', 'é', 'ẤẦ', 'ᄒᆞᆫ글', 'กำ', 'क्षि', 'g\u0303'])(
    'are one to three letters as a person counts them: %s, composed and decomposed',
    (initials) => {
      expect(faultsOf(withInitials(initials))).toEqual([]);
      expect(faultsOf(withInitials(apart(initials)))).toEqual([]);
    },
  );

  it.each(['', '김정은이', 'ÅØÆÅ', 'A1', '👩‍👩‍👧', '🇰🇷', '\u0301', 'A\u200d'])(
    'are not %j, composed or decomposed',
    (initials) => {
      expect(faultsOf(withInitials(initials))).toHaveLength(1);
      expect(faultsOf(withInitials(apart(initials)))).toHaveLength(1);
    },
  );
});

describe('the length of a text', () => {
  const withTitle = (title: string) => parseStory(mutate('"A thaw"', JSON.stringify(title)));

  it.each([
    ['syllables of Hangul', apart(KOREAN.repeat(10))],
    ['letters with marks that have no composed form', 'g\u0303'.repeat(200)],
    ['families', '👩‍👩‍👧'.repeat(200)],
    ['flags', '🇰🇷'.repeat(200)],
    ['letters outside of the first plane', '𠮷'.repeat(200)],
    ['Devanagari with its vowels', 'हि'.repeat(200)],
    ['a flag that is spelled with tags', '\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}'.repeat(190)],
  ])('counts what a person counts: %s', (_name, title) => {
    expect(faultsOf(withTitle(title)).filter((fault) => fault.includes('At most'))).toEqual([]);
  });

  it.each([
    [apart('가'.repeat(201)), 201],
    ['g\u0303'.repeat(250), 250],
    ['👩‍👩‍👧'.repeat(201), 201],
    ['🇰🇷'.repeat(300), 300],
    ['x'.repeat(100_000), 100_000],
    [`${'x'.repeat(200)}e${'\u0301'.repeat(100_000)}`, 201],
  ])('over the limit is told in the same characters', (title, count) => {
    expect(faultsOf(withTitle(title))).toEqual([
      `has ${count} characters. At most 200 are allowed.`,
    ]);
  });

  it('up to a wrong character is counted in the same characters', () => {
    expect(faultsOf(withTitle(`${apart('가')}👩‍👩‍👧\u202e`))).toEqual([
      'has U+202E as character 3, which is not allowed. Remove it.',
    ]);
  });

  it('of a value in a message ends with a whole character', () => {
    const [fault] = faultsOf(parseStory(mutate('"hue": "north"', `"hue": "${'🇰🇷'.repeat(60)}"`)));
    expect(fault).toContain(`"${'🇰🇷'.repeat(40)}…" is not known here.`);
  });
});
