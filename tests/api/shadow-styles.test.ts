import { expect, test } from 'vitest';
import { adaptLengths, adaptSelector, splitQuery } from '../../src/site/library/shadow-styles.ts';

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
  expect(splitQuery('(width < 62rem)')).toEqual({ width: '(width < 62em)', rest: '' });
  expect(splitQuery('(width < 40rem) and (height >= 30rem) and (scripting: enabled)')).toEqual({
    width: '(width < 40em)',
    rest: '(height >= 30rem) and (scripting: enabled)',
  });
  expect(splitQuery('print')).toEqual({ width: '', rest: 'print' });
});

test('Lengths count in the reader’s text size and in the map’s own width, not in the page’s', () => {
  expect(adaptLengths('400 1rem / 1.5 serif')).toBe('400 calc(1*var(--rem)) / 1.5 serif');
  expect(adaptLengths('clamp(1.5rem, 1.1rem + 1.8vw, -.5rem)')).toBe(
    'clamp(calc(1.5*var(--rem)), calc(1.1*var(--rem)) + 1.8cqi, calc(-.5*var(--rem)))',
  );
  for (const value of ['var(--rem)', '1em', 'var(--2rem)', '100svh', '1.5', 'url(a1rem.png)']) {
    expect(adaptLengths(value)).toBe(value);
  }
});
