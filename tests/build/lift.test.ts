import { describe, expect, it } from 'vitest';
import { liftTexts } from '../../geo/build/lift.ts';
import type { PackedText } from '../../geo/build/pack.ts';

const text = (words: string, path = 'events[0].title'): PackedText => ({
  text: words,
  path,
  fact: false,
  address: false,
});
const address = (url: string): PackedText => ({
  ...text(url, 'sources[0].url'),
  fact: true,
  address: true,
});

describe('lifting texts off a page', () => {
  it('marks the element whose whole content is the text', () => {
    const html = '<div>Hanoi <b class="a">Hanoi</b></div>';
    expect(liftTexts(html, [text('Hanoi')], 'en')).toBe(
      '<div>Hanoi <b data-t class="a">Hanoi</b></div>',
    );
  });

  it('sees through comments and entities', () => {
    const html = '<p><!--[-->Kim &amp; Moon<!--]--></p>';
    expect(liftTexts(html, [text('Kim & Moon')], 'en')).toContain('<p data-t>');
  });

  it('marks a link’s address, and before it the text', () => {
    const html = '<a href="https://a.test/?a=1&amp;b=2">Title</a>';
    const texts = [address('https://a.test/?a=1&b=2'), text('Title')];
    expect(liftTexts(html, texts, 'en')).toContain('<a data-u data-t href=');
  });

  it('marks only the first of equal elements, with all that is equal', () => {
    const html = '<b>Kim</b><b>Kim</b><i>Moon</i>';
    const texts = [text('Kim'), text('Moon'), text('Kim', 'people[2].name')];
    expect(liftTexts(html, texts, 'en')).toBe(
      '<b data-t="0 2">Kim</b><b>Kim</b><i data-t="1">Moon</i>',
    );
  });

  it('leaves out a number that is one more than the one before', () => {
    const html = '<b>b</b><b>c</b><b>a</b>';
    expect(liftTexts(html, [text('a'), text('b'), text('c')], 'en')).toBe(
      '<b data-t="1">b</b><b data-t>c</b><b data-t="0">a</b>',
    );
  });

  it('takes the words that the page’s language shows', () => {
    const both: PackedText = { ...text(''), text: { ko: '하노이', en: 'Hanoi' } };
    expect(liftTexts('<b>Hanoi</b>', [both], 'en')).toContain('data-t');
  });

  it('is stopped by a text that is not on the page, and says which', () => {
    const lift = () => liftTexts('<b>Hanoi!</b>', [text('Hanoi', 'events[53].title')], 'en');
    expect(lift).toThrow(/events\[53\]\.title: “Hanoi”/);
  });
});
