import { expect, test } from 'vitest';
import { takeStyles } from '../../src/site/styles.ts';

test('styles of elements become classes, one for those that are styled alike', () => {
  const { html, css } = takeStyles('<p style="left: 1px;">a</p><b class="x" style="left: 1px;">');
  expect(html).toBe('<p class="server-0">a</p><b class="server-0 x">');
  expect(css).toBe('.server-0{left:1px}');
});

test('words about style are left alone', () => {
  const text = '<p>He said: style="bold"</p><p data-a="1">';
  expect(takeStyles(text).html).toBe(text);
});
