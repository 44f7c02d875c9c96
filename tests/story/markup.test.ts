import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  escapeMarkup,
  inOneLine,
  linksOf,
  plainText,
  readMarkup,
  type Run,
} from '../../src/story/markup.ts';

/** Runs as HTML writes them, so that a table can be read. */
const show = (runs: readonly Run[]): string =>
  runs
    .map((run) => {
      if (run.kind === 'text') return run.text;
      if (run.kind === 'link') return `<a ${run.href}>${show(run.runs)}</a>`;
      return `<${run.kind}>${show(run.runs)}</${run.kind}>`;
    })
    .join('');
const read = (text: string): string => show(readMarkup(text));

const A = 'https://a.example/b';

describe('emphasis', () => {
  test.each([
    ['They *almost* agreed.', 'They <em>almost</em> agreed.'],
    ['They **never** met.', 'They <strong>never</strong> met.'],
    ['***Both*** of them', '<strong><em>Both</em></strong> of them'],
    ['**A *small* step**', '<strong>A <em>small</em> step</strong>'],
    ['*A **large** step*', '<em>A <strong>large</strong> step</em>'],
    ['**a *b***', '<strong>a <em>b</em></strong>'],
    ['*a **b***', '<em>a <strong>b</strong></em>'],
    ['(*so*), “*said*”, *it*!', '(<em>so</em>), “<em>said</em>”, <em>it</em>!'],
    ['*one* and *two*', '<em>one</em> and <em>two</em>'],
    ['*two words*', '<em>two words</em>'],
  ])('%s', (text, html) => expect(read(text)).toBe(html));

  test.each([
    '2*3*4',
    '2*(3+4)*5',
    'a * b * c',
    'an unclosed *star',
    'an unclosed **pair',
    '3* or 4*',
    '*nix and *bsd',
    '* a point',
    'snake*case*name',
    '****',
    '**',
    '* *',
    '****four****',
    '**one*',
    '*a **b',
    'C:\\dir\\file',
  ])('is not meant, and each sign stays: %s', (text) => expect(read(text)).toBe(text));

  test.each([
    ['他说*很好*。', '他说<em>很好</em>。'],
    ['这是**重点**内容', '这是<strong>重点</strong>内容'],
    ['*서울*에서 만났다', '<em>서울</em>에서 만났다'],
    ['**강조(괄호)**는', '<strong>강조(괄호)</strong>는'],
    ['使用*重点*API', '使用<em>重点</em>API'],
    ['**「合意」**とした', '<strong>「合意」</strong>とした'],
    ['在*𠮷野*家', '在<em>𠮷野</em>家'],
  ])('needs no spaces where a script has none: %s', (text, html) => expect(read(text)).toBe(html));

  it('that begins within another and does not end there is literal', () => {
    expect(read('*a **b* c**')).toBe('<em>a **b</em> c**');
  });

  it('of the same kind is not nested: the later stars count', () => {
    expect(read('*a *b* c')).toBe('*a <em>b</em> c');
  });
});

describe('a link', () => {
  test.each([
    [`See [the text](${A}).`, `See <a ${A}>the text</a>.`],
    [`[*the* **text**](${A})`, `<a ${A}><em>the</em> <strong>text</strong></a>`],
    [`**see [it](${A})**`, `<strong>see <a ${A}>it</a></strong>`],
    [`[a](${A})[b](${A})`, `<a ${A}>a</a><a ${A}>b</a>`],
    [`看[全文](${A})吧`, `看<a ${A}>全文</a>吧`],
    [`[x](${A}_(c))`, `<a ${A}_(c)>x</a>`],
    [`[x](HTTP://a.example)`, `<a HTTP://a.example>x</a>`],
    [`[a [b](${A})`, `[a <a ${A}>b</a>`],
    [`[a\\]b](${A})`, `<a ${A}>a]b</a>`],
    [`*a [b*](${A}) c*`, `<em>a <a ${A}>b*</a> c</em>`],
    [`[x](${A}*b*)`, `<a ${A}*b*>x</a>`],
  ])('%s', (text, html) => expect(read(text)).toBe(html));

  test.each([
    '[sic]',
    '[closing report, 25 Feb]',
    'a [b] (c)',
    '[',
    ']',
    '](',
    '[x](javascript:alert)',
    '[x](//a.example)',
    '[x](data:text/html,a)',
    '[x](ftp://a.example)',
    '[x]()',
    `[](${A})`,
    `[x](${A} b)`,
    `[x](${A}`,
    '[x](https://)',
  ])('is not made of %s', (text) => expect(read(text)).toBe(text));

  it('is listed as it is written, whether it can be one or not', () => {
    expect(linksOf(`[a](${A}) [b] [c](x y)\n\n[d](e`)).toEqual([
      { words: 'a', address: A },
      { words: 'c', address: 'x y' },
      { words: 'd', address: null },
    ]);
  });
});

describe('a backslash', () => {
  test.each([
    ['\\*not\\*', '*not*'],
    ['\\[sic](so)', '[sic](so)'],
    ['\\\\*a*', '\\<em>a</em>'],
    ['*a\\*b*', '<em>a*b</em>'],
    ['a\\b \\', 'a\\b \\'],
  ])('makes a sign literal: %s', (text, html) => expect(read(text)).toBe(html));
});

describe('plain text', () => {
  it('has the words of links and no signs, and keeps its paragraphs', () => {
    const text = `A **firm** [promise](${A}).\n\n*Kept.*`;
    expect(plainText(text)).toBe('A firm promise.\n\nKept.');
    expect(inOneLine(text)).toBe('A firm promise. Kept.');
  });

  it('knows that a paragraph ends all markup', () => {
    expect(plainText('*a\n\nb*')).toBe('*a\n\nb*');
  });
});

const SIGNS = fc.string({
  unit: fc.constantFrom('*', '*', '[', ']', '(', ')', '\\', ' ', 'a', '重', '\n\n', A, '𠮷'),
  maxLength: 60,
});

describe('any text at all', () => {
  it('loses nothing but signs of markup and addresses', () => {
    fc.assert(
      fc.property(SIGNS, (text) => {
        // A subsequence of what is written, that has every letter outside of links.
        let at = 0;
        for (const sign of plainText(text)) {
          at = text.indexOf(sign, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
        const letters = (words: string): string => words.replace(/[*[\]\\]/g, '');
        if (linksOf(text).length === 0) expect(letters(plainText(text))).toBe(letters(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is shown letter by letter when it is escaped', () => {
    fc.assert(
      fc.property(fc.oneof(SIGNS, fc.string({ unit: 'grapheme' })), (text) => {
        expect(plainText(escapeMarkup(text))).toBe(text);
        expect(readMarkup(escapeMarkup('x' + text))).toHaveLength(1);
        expect(linksOf(escapeMarkup(text))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('never gives a link that is not http or https', () => {
    const target = fc.oneof(SIGNS, fc.webUrl(), fc.constantFrom('javascript:a', ' https://a'));
    fc.assert(
      fc.property(SIGNS, target, (words, address) => {
        const links = (runs: readonly Run[]): readonly Run[] =>
          runs.flatMap((run) => (run.kind === 'text' ? [] : [run, ...links(run.runs)]));
        for (const run of links(readMarkup(`[${words}](${address})`))) {
          if (run.kind === 'link') expect(run.href).toMatch(/^https?:\/\/\S+$/i);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test('Three stars may end as one and two, in either order', () => {
  const a: Run = { kind: 'text', text: 'a' };
  const b: Run = { kind: 'text', text: ' b' };
  expect(readMarkup('***a** b*')).toEqual([
    { kind: 'em', runs: [{ kind: 'strong', runs: [a] }, b] },
  ]);
  expect(readMarkup('***a* b**')).toEqual([
    { kind: 'strong', runs: [{ kind: 'em', runs: [a] }, b] },
  ]);
  expect(readMarkup('***a** b')).toEqual([
    { kind: 'text', text: '*' },
    { kind: 'strong', runs: [a] },
    b,
  ]);
});

describe('the work grows with the length of the text', () => {
  /** In characters. A text of a story has 2,000. */
  const long = 200_000;
  test.each([
    ['stars', '*'],
    ['pairs', '** '],
    ['openers', ' *a'],
    ['both kinds', ' *a **a'],
    ['closed', '*a* '],
    ['brackets', '['],
    ['words', '[a]'],
    ['addresses', '[a]('],
    ['deep addresses', '[a](('],
    ['backslashes', '\\'],
    ['closing', ')*]'],
    ['links', `[a](${A})`],
    ['openers in words', '[*a'],
    ['three stars that end as two', '***a** '],
  ])('%s', (_name, piece) => {
    const text = piece.repeat(Math.ceil(long / piece.length));
    // With quadratic work each of these would take minutes.
    const start = performance.now();
    plainText(text);
    linksOf(text);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
