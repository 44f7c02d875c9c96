import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, unguardCell } from '../../../src/story/formats/cell-guard.ts';

const settings = { seed: 1953, numRuns: 2000 };
const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        "'",
        '=',
        '+',
        '-',
        '@',
        '＝',
        '\t',
        '\r',
        '\n',
        ';',
        ' ',
        '\u200B',
        '1',
        'a',
      ),
    )
    .map((signs) => signs.join('')),
);

describe('a cell that a spreadsheet would run', () => {
  it.each([
    '=HYPERLINK("http://evil.example","x")',
    '+1+cmd|"/C calc"!A0',
    '-2+3',
    '@SUM(A1)',
    ' =1+1',
    '\u00A0=1+1',
    '\u200B=1+1',
    '\uFEFF=1+1',
    '\tplain',
    '\rplain',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    "'=1",
    '-',
    '-1-1',
    '- a list',
  ])('has an apostrophe in front: %j', (text) => {
    expect(guardCell(text)).toBe(`'${text}`);
  });

  it.each([
    ["a;=cmd|' /C calc'!A0", "a;'=cmd|' /C calc'!A0"],
    ['a; @SUM(A1);b', "a;' @SUM(A1);b"],
    ['a\t+1+cmd', "a\t'+1+cmd"],
    ['a\n=1+1', "a\n'=1+1"],
    ['=1;=2', "'=1;'=2"],
    ['\t=1', "'\t'=1"],
    ['\n=1', "'\n'=1"],
  ])('has one where a program with another divider begins a cell: %j', (text, cell) => {
    expect(guardCell(text)).toBe(cell);
    expect(unguardCell(cell)).toBe(text);
  });

  it.each([
    'a; b',
    'a;-5',
    "'tis; 'twas",
    '',
    'Talks',
    '1 = 1',
    'a@b.example',
    "'tis",
    '-5',
    '-122.4194',
    '37.5',
    "O'Neill",
  ])('is no formula: %j', (text) => {
    expect(guardCell(text)).toBe(text);
  });

  it('is read back as the same text, whatever it is', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(unguardCell(guardCell(text))).toBe(text);
      }),
      settings,
    );
  });

  it('never begins as a formula when it is written, but for a plain negative number', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(guardCell(text).trim()).toMatch(/^$|^[^=+\-@＝＋－＠]|^-\d+(\.\d+)?$/u);
      }),
      settings,
    );
  });

  it('is read back by a person who wrote an apostrophe for something else', () => {
    expect(unguardCell("'tis so")).toBe("'tis so");
    expect(unguardCell("'-5")).toBe("'-5");
  });

  it('takes linear time, also for a text that is all blanks and apostrophes', () => {
    const long = `${"'".repeat(200_000)}${' '.repeat(200_000)}x`;
    expect(guardCell(long)).toBe(long);
  });
});
