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

test.each([
  [
    '<div aria-label="Map: A > B" style="left: 1px">',
    '<div class="server-0" aria-label="Map: A > B">',
  ],
  ['<i style="left: 1px" title="a > b" class="x">', '<i title="a > b" class="server-0 x">'],
  ['<i title="its style=" style="left: 1px">', '<i class="server-0" title="its style=">'],
  ['<i title="its class=" style="left: 1px">', '<i class="server-0" title="its class=">'],
])('texts in attributes, such as a title of a story, may have any sign: %s', (tag, expected) => {
  expect(takeStyles(tag)).toEqual({ html: expected, css: '.server-0{left:1px}' });
});

test.each(["<p style='left: 1px'>", '<p style=left:0>', '<p style="top: 0" style="left: 0">'])(
  'a style that would stay in the page, where the policy blocks it, is an error: %s',
  (tag) => {
    expect(() => takeStyles(tag)).toThrow('A style is left in the page: <p ');
  },
);
