import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkup, toWords } from '../../../../src/story/formats/carry/markup.ts';
import { fit } from '../../../../src/story/formats/carry/prose.ts';
import { linksOf, plainText } from '../../../../src/story/markup.ts';

describe('a text that is cut', () => {
  it.each([
    [
      'a link without its end',
      `${'word '.repeat(10)}[here](https://example.org/${'x'.repeat(80)})`,
    ],
    ['a link with its words', `${'word '.repeat(16)}[${'here '.repeat(20)}](https://example.org)`],
    ['half an escaped sign', `${'x'.repeat(88)}\\*${'x'.repeat(40)}`],
    ['escaped brackets', `${'\\['.repeat(60)}](https://example.org/`],
  ])('has no link that would be a fault: %s', (_, text) => {
    for (let limit = 60; limit < 100; limit += 1) {
      const { text: cut } = fit(text, limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect(linksOf(cut).filter(({ address }) => address === null)).toEqual([]);
      expect(cut).not.toMatch(/(?:^|[^\\])\\…$/);
    }
  });
});

describe('HTML as markup of the story', () => {
  it('is read as the words of the page, whatever signs they have', () => {
    const words = fc.array(fc.constantFrom(...'ab *[]()\\한'), { maxLength: 12 });
    const element = fc.constantFrom('b', 'i', 'span', 'a href="https://example.org/(x)"');
    fc.assert(
      fc.property(fc.array(fc.tuple(element, words), { maxLength: 4 }), (parts) => {
        const html = parts
          .map(([tag, signs]) => `<${tag}>${signs.join('')}</${tag.split(' ')[0]}>`)
          .join('');
        const shown = parts.map(([, signs]) => signs.join('')).join('');
        const { text } = toMarkup(html);
        expect(plainText(text)).toBe(shown.replace(/ +/g, ' ').trim());
        expect(linksOf(text).every(({ address }) => address !== null)).toBe(true);
      }),
      { seed: 1953, numRuns: 500 },
    );
  });

  it.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['One<br>Two<br><br>Three', 'One\nTwo\n\nThree'],
    ['a <b>bold</b> and <i>thin</i> word', 'a **bold** and *thin* word'],
    ['<strong> spaced </strong>word', '**spaced** word'],
    [
      '<a href="https://example.org/a_(b)">a [link]</a>',
      '[a \\[link\\]](https://example.org/a_%28b%29)',
    ],
    ['<a href="//example.org">x</a>', '[x](https://example.org)'],
    ['<b>a</b><b>b</b>', '**ab**'],
    ['<ul><li>One<li>Two</ul>', '• One\n\n• Two'],
    ['Fish &amp; chips &lt;3 &eacute;&#8211;&#x2014; &nope;', 'Fish & chips <3 é–— &nope;'],
    ['2 * 3 * 4', '2 \\* 3 \\* 4'],
    ['a_[b](c) and C:\\*', 'a_\\[b](c) and C:\\\\\\*'],
    // The story has no emphasis within a word.
    ['un<b>believ</b>able', 'unbelievable'],
    ['<b>1*2</b>', '**1\\*2**'],
    ['a < b and b > a', 'a < b and b > a'],
    ['plain\n\ntext', 'plain\n\ntext'],
    ['<script>alert("</b>")</script>after', 'after'],
    ['<style>p { color: red }</style>after<!-- a comment -->', 'after'],
    ['<div><span style="color:red">red</span></div>', 'red'],
    ['<p>never closed <b>bold', 'never closed **bold**'],
    ['Losses were <a few hundred, and more', 'Losses were <a few hundred, and more'],
    ['<b>a</b> <a href="x', '**a** <a href="x'],
    ['<a href="https://example.org/>broken</a> rest', 'broken rest'],
    ['<b><i>both</i></b> and <i>one <b>two</b></i>', '***both*** and *one* ***two***'],
    ['<b><a href="https://example.org">x</a></b>', '**[x](https://example.org)**'],
    [
      'un<b>believ</b>able, <b>but</b> <i>true</i> of <i>Trump</i>s',
      'unbelievable, **but** *true* of Trumps',
    ],
    ['<b>「あ」</b><i>「い」</i>、 <i>b</i>', '**「あ」**「い」、 *b*'],
  ])('%s', (html, text) => {
    expect(toMarkup(html).text).toBe(text);
  });

  it('has no link that is no web address; the words stay', () => {
    for (const href of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      '#top',
      'mailto:a@example.org',
      'java\nscript:x',
    ]) {
      const { text, lost } = toMarkup(`<a href="${href}">here</a>`);
      expect(text).toBe('here');
      expect(lost).toHaveLength(1);
    }
  });

  it('tells emphasis that the story cannot have', () => {
    expect(toMarkup('un<b>believ</b>able, <b>but</b> true').lost).toEqual([
      'the emphasis of “believ”',
    ]);
  });

  it('takes time that grows with the text, whatever is not closed', () => {
    for (const piece of ['<a ', '<a =""', '<a ="', `<a ='>`, '<b>x</b>y']) {
      // With quadratic work each of these would take minutes.
      const start = performance.now();
      toMarkup(`${piece.repeat(200_000 / piece.length)}=">"`);
      expect(performance.now() - start, piece).toBeLessThan(20_000);
    }
  });

  it('tells frames, and gives pictures apart', () => {
    expect(
      toMarkup('<iframe src="https://example.org/f"></iframe><img src="a.jpg" alt="A dog">x'),
    ).toEqual({
      text: 'x',
      images: [{ url: 'a.jpg', alt: 'A dog' }],
      lost: ['<iframe src="https://example.org/f">'],
    });
  });

  it('has nothing left of HTML in a title, and tells its links', () => {
    expect(toWords('<h1>A <em>short</em>\ntitle</h1> <a href="https://example.org">x</a>')).toEqual(
      {
        words: 'A short title x',
        lost: ['<a> to "https://example.org"'],
      },
    );
  });
});
