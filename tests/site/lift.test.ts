import { describe, expect, it } from 'vitest';
import { addNames, liftTexts } from '../../src/site/lift.ts';
import type { PackedText } from '../../src/site/pack.ts';
import { readTexts } from '../../src/ui/shell/lifted.ts';

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
  it('says how many elements may hold a text, and how many to pass over before each', () => {
    const html = '<bdi>a</bdi><p>b</p><bdi>c</bdi><bdi>b</bdi><bdi>d</bdi>';
    expect(liftTexts(html, [text('a'), text('b'), text('d')], 'en')).toBe('4  1 ');
  });

  it('goes back where the page shows a text sooner', () => {
    const html = '<bdi>b</bdi><bdi>c</bdi><bdi>a</bdi>';
    expect(liftTexts(html, [text('a'), text('b'), text('c')], 'en')).toBe('3 2 -3 ');
  });

  it('sees through comments and entities', () => {
    const html = '<bdi><!--[-->Kim &amp; Moon<!--]--></bdi>';
    expect(liftTexts(html, [text('Kim & Moon')], 'en')).toBe('1 ');
  });

  it('finds a link’s address, and its words at the same place', () => {
    const html = '<bdi>Post</bdi><a href="https://a.test/?a=1&amp;b=2">Title</a>';
    const texts = [text('Post'), address('https://a.test/?a=1&b=2'), text('Title')];
    expect(liftTexts(html, texts, 'en')).toBe('2  u ');
  });

  it('lets an attribute hold what would end a tag', () => {
    const html = '<a title="x > y" href="https://a.test/?a>b">Title</a>';
    expect(liftTexts(html, [address('https://a.test/?a>b'), text('Title')], 'en')).toBe('1 u ');
  });

  it('takes the nearest of equal elements', () => {
    const html = '<bdi>Kim</bdi><bdi>Moon</bdi><bdi>Xi</bdi><bdi>Kim</bdi>';
    expect(liftTexts(html, [text('Xi'), text('Kim')], 'en')).toBe('4 2 ');
  });

  it('takes the words that the page’s language shows', () => {
    const both: PackedText = { ...text(''), text: { ko: '하노이', en: 'Hanoi' } };
    expect(liftTexts('<bdi>Hanoi</bdi>', [both], 'en')).toBe('1 ');
  });

  it('passes over what is only there without scripts, and elements that hold others', () => {
    const html = '<noscript><bdi>a</bdi></noscript><bdi>a<b>!</b></bdi><bdi>a</bdi>';
    expect(liftTexts(html, [text('a')], 'en')).toBe('2 1');
  });

  it('is stopped by a text that is not on the page, and says which', () => {
    const lift = () => liftTexts('<bdi>Hanoi!</bdi>', [text('Hanoi', 'events[53].title')], 'en');
    expect(lift).toThrow(/events\[53\]\.title: “Hanoi”/);
  });
});

describe('the names that the map gives only later', () => {
  const KEY = '<div hidden data-part="legend"><section><bdi>North</bdi></section></div>';
  const place = (name: string) => text(name, 'places.features[0].properties.name');

  it('are added to the key, hidden, and lifted with the rest', () => {
    const texts = [place('Seoul'), place('A & B'), text('Talks')];
    const html = addNames(`<bdi>Talks</bdi><bdi>Seoul</bdi>${KEY}`, texts, 'en');
    expect(html).toContain('data-part="legend"><bdi hidden>A &amp; B</bdi><section>');
    expect(liftTexts(html, texts, 'en')).toBe('4 1  -3');
  });

  it('are of places only, and only those that the page does not show', () => {
    const html = `<bdi>Seoul</bdi>${KEY}`;
    expect(addNames(html, [place('Seoul'), text('Talks')], 'en')).toBe(html);
  });
});

/** A page as far as it is read. */
function pageOf(texts: string, holders: readonly { text: string; lang?: string; href?: string }[]) {
  const elements = holders.map(({ text, lang = '', href = null }) => ({
    lang,
    textContent: text,
    getAttribute: () => href,
  }));
  return { dataset: { texts }, querySelectorAll: () => elements } as unknown as HTMLElement;
}

describe('reading the texts of a page', () => {
  it('goes from each to the next, takes a link’s address before its words', () => {
    const holders = [{ text: 'b' }, { text: 'Title', href: 'https://a.test/' }, { text: 'a' }];
    const page = pageOf('3 2 -3 u ', holders);
    expect(readTexts(page, 'en')).toEqual(['a', 'b', 'https://a.test/', 'Title']);
  });

  it('keeps the language of what is in another than the story’s own', () => {
    const page = pageOf('2  ', [
      { text: '회담', lang: 'ko' },
      { text: 'Talks', lang: 'en' },
    ]);
    expect(readTexts(page, 'en')).toEqual([{ ko: '회담' }, 'Talks']);
  });

  it('reads nothing where the page has become another', () => {
    expect(readTexts(pageOf('1 ', [{ text: 'a' }, { text: 'b' }]), 'en')).toEqual([]);
    expect(readTexts(pageOf('', []), 'en')).toEqual([]);
  });
});
