import { describe, expect, test } from 'vitest';
import { inlineStyles } from '../../../src/site/card/inline-styles.ts';

/** The styles of the elements that have some, in order. */
const stylesIn = (svg: string, css: string): readonly string[] =>
  [...inlineStyles(svg, css).matchAll(/ style="([^"]*)"/g)].map(([, style = '']) => style);

const LEAF = '<svg><g class="a"><g class="b"><path class="c d"></path></g></g></svg>';

describe('Styles written into the elements of a drawing', () => {
  test.each([
    ['a type', 'path', true],
    ['a class', '.d', true],
    ['several classes', '.c.d', true],
    ['a class that it has not', '.e', false],
    ['an ancestor', '.a path', true],
    ['a parent', '.b > path', true],
    ['an ancestor that is no parent', '.a > path', false],
    ['a sibling', '.b + path', false],
    ['one of several', ':is(.x, .d)', true],
    ['none of several', 'path:not(.x, .y)', true],
    ['not what it is', 'path:not(.d)', false],
    ['what Svelte adds', '.b > :where(.c)', true],
    ['a state', 'path:hover', false],
    ['a part of a page', 'path::before', false],
  ])('reach what is found by %s', (_, selector, found) => {
    expect(stylesIn(LEAF, `${selector} { fill: red }`)).toEqual(found ? ['fill:red'] : []);
  });

  test('are found by attributes', () => {
    const svg = '<svg><g data-hue="west"></g><g data-hue="east"></g><g></g></svg>';
    expect(stylesIn(svg, "[data-hue='east'] { fill: red } [data-hue] { color: blue }")).toEqual([
      'color:blue',
      'fill:red;color:blue',
    ]);
  });

  test('follow specificity, and then order', () => {
    const css = '.c.d { fill: one } path { fill: two } .c { fill: three } .d { fill: four }';
    expect(stylesIn(LEAF, css)).toEqual(['fill:one']);
    expect(stylesIn(LEAF, css.replace('.c.d', '.c:where(.d)'))).toEqual(['fill:four']);
    expect(stylesIn(LEAF, css.replace('.c.d', ':is(.c, .a .d)'))).toEqual(['fill:one']);
  });

  test('are found by the id and the language of a page, which a drawing has not', () => {
    const css = '#map bdi:is(:lang(am), :lang(ar)) { fill: red }';
    expect(stylesIn('<svg><g><bdi lang="ar"></bdi></g></svg>', css)).toEqual([]);
    const both = '#a { fill: one } .c.d.e { fill: two }';
    expect(stylesIn('<svg id="a" class="c d e"></svg>', both)).toEqual(['fill:one']);
  });

  test('have the custom properties of the nearest element that sets them', () => {
    const css = `
      :root { --tone: red; --line: var(--tone) }
      .a { --tone: green }
      .b { --tone: blue }
      path { fill: var(--tone); stroke: var(--line) }`;
    expect(stylesIn(LEAF, css)).toEqual(['fill:blue;stroke:red']);
  });

  test('fall back where a custom property is not set', () => {
    const css = ':root { --ink: black } path { fill: var(--hue, var(--ink)) }';
    expect(stylesIn(LEAF, css)).toEqual(['fill:black']);
    expect(stylesIn(LEAF, `${css} .b { --hue: red }`)).toEqual(['fill:red']);
  });

  test('give way to what an element says of itself, and that is written once', () => {
    const svg = '<svg><g style="--party: light-dark(#111111, #eeeeee)"><path class="a"/></g></svg>';
    const css = ':root { --ink: black } path { fill: var(--party, var(--ink)) }';
    expect(inlineStyles(svg, css)).toBe('<svg><g><path style="fill:#111111" class="a"/></g></svg>');
  });

  test('take the light of two colours', () => {
    const css = ':root { --ink: light-dark(#111111, #eeeeee) } path { fill: var(--ink) }';
    expect(stylesIn(LEAF, css)).toEqual(['fill:#111111']);
  });

  test('are those of no medium in particular', () => {
    const css = '@media print { path { fill: red } } path { fill: blue }';
    expect(stylesIn(LEAF, css)).toEqual(['fill:blue']);
  });

  test('leave texts as they are, braces too', () => {
    const svg = inlineStyles('<svg><text>{a} &amp; “b”</text></svg>', 'text { fill: red }');
    expect(svg).toBe('<svg><text style="fill:red">{a} &amp; “b”</text></svg>');
  });

  test('stop the build where no style sheet sets a colour', () => {
    expect(() => inlineStyles(LEAF, 'path { fill: var(--rust) }')).toThrow('--rust');
  });

  test('stop the build where a rule is nested, which is not read', () => {
    expect(() => inlineStyles(LEAF, '.a { .c { fill: red } }')).toThrow('.c { fill: red }');
  });
});
