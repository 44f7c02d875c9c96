import { expect, test } from 'vitest';
import { splitQuery, adaptSelector } from '../../src/site/library/shadow-styles.ts';

test('What a style sheet says of the root and the body it says of the page’s place', () => {
  const placed = [
    ':root',
    ":root[data-theme='dark']",
    ":root:not([data-motion='full']) *",
    ':root summary:not(li summary)',
    'body',
  ].map(adaptSelector);
  expect(placed).toEqual([
    '#parley',
    "#parley[data-theme='dark']",
    "#parley:not([data-motion='full']) *",
    '#parley summary:not(li summary)',
    '#parley',
  ]);
  for (const selector of ['.body', 'p > .body', '.parley', 'tbody td']) {
    expect(adaptSelector(selector)).toBe(selector);
  }
});

test('Questions about the window’s width are parted from all others', () => {
  expect(splitQuery('(width < 62rem)')).toEqual({ width: '(width < 62rem)', rest: '' });
  expect(splitQuery('(width < 40rem) and (height >= 30rem) and (scripting: enabled)')).toEqual({
    width: '(width < 40rem)',
    rest: '(height >= 30rem) and (scripting: enabled)',
  });
  expect(splitQuery('print')).toEqual({ width: '', rest: 'print' });
});
