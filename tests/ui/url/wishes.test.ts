import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLooks } from '../../../src/ui/url/display-settings.ts';
import { hasWishes, readOptions } from '../../../src/ui/url/options.ts';
import { readFrameOptions } from '../../../src/ui/frame/frame-options.ts';
import { readWishes, type Wishes } from '../../../src/ui/url/wishes.ts';

const NOTHING: Wishes = { start: '', end: '', accent: null, font: null, h: 1 };

describe('what few addresses ask for', () => {
  it('is nothing where nothing is said', () => {
    expect(readWishes('')).toEqual(NOTHING);
  });

  it('is taken at its word', () => {
    expect(readWishes('?start=2018-03&end=hanoi&accent=00695C&font=sans&h=3')).toEqual({
      start: '2018-03',
      end: 'hanoi',
      accent: [0, 105, 92],
      font: 'sans',
      h: 3,
    });
    expect(readWishes('?accent=%2300695c').accent).toEqual([0, 105, 92]);
    expect(readWishes('?font=serif').font).toBe('serif');
    expect([1, 2, 3, 4, 5, 6].map((level) => readWishes(`?h=${level}`).h)).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
  });

  it('is what is said first', () => {
    const twice = '?h=2&h=3&font=sans&font=serif&accent=00695c&accent=ffffff&start=2018&start=2019';
    expect(readWishes(twice)).toEqual({
      ...NOTHING,
      ...{ h: 2, font: 'sans', accent: [0, 105, 92], start: '2018' },
    });
    // The first counts also where nobody knows it.
    expect(readWishes('?h=x&h=3').h).toBe(1);
  });

  it.each([
    '?accent=red&font=Comic+Sans&h=0',
    '?accent=fff&font=SERIF&h=7',
    '?accent=00695c80&font=serif,sans&h=1.5',
    '?accent=url(https://evil.example)&font=url(x)&h=-1',
    '?accent=rgb(0,0,0)&font=__proto__&h=+3',
    '?accent=00695g&font=&h=',
    '?accent=red;}*{display:none&font=Charter',
    '?accent=%2500695c&h=3%00',
    '?accent=%0a00695c&h=%EF%BC%93',
    '?%&accent=%E0%A4%A&font=%FF&h=%',
  ])('is passed over in silence when nobody knows it: %s', (search) => {
    expect(readWishes(search)).toEqual(NOTHING);
  });

  it.each([...Object.keys(NOTHING), 'controls', 'basemap'])(
    'is fetched for an address that has %s in it',
    (name) => {
      expect(hasWishes(`?${name}=1`)).toBe(true);
      expect(hasWishes(`?t=2018-06-12&${name}=`)).toBe(true);
    },
  );

  it('is fetched for no other address', () => {
    const others =
      '?t=2018-06-12&event=hanoi&place=dmz&speed=2&lang=ko&theme=dark&motion=reduce&keyboard=0' +
      '&autoplay=1&loop=1&list=open&origin=https://news.example&story=https://evil.example/x.json';
    expect(hasWishes(others)).toBe(false);
    expect(hasWishes('')).toBe(false);
  });
});

describe('RS-15: an address that means harm', () => {
  const names = [
    ...['start', 'end', 'accent', 'font', 'h', 'controls', 'basemap', 'theme', 'motion'],
    ...['keyboard', 'lang', 'autoplay', 'loop', 'list', 'story', 'toString'],
  ];
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl(),
    fc.constantFrom('0', '1', 'none', '%', '%E0%A4%A', '\uD800', '__proto__', '#00695c'),
  );
  const pair = fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), value);
  const search = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pair).map((pairs) => `?${pairs.map((each) => each.join('=')).join('&')}`),
  );

  it('gives what another address could have asked for as well, and no error', () => {
    const channel = expect.toSatisfy((all) => (all as number[]).every((n) => n >= 0 && n <= 255));
    fc.assert(
      fc.property(search, fc.boolean(), (text, framed) => {
        const { accent, font, h, start, end } = readWishes(text);
        if (accent) expect(accent).toEqual(channel);
        expect([null, 'serif', 'sans']).toContain(font);
        expect([1, 2, 3, 4, 5, 6]).toContain(h);
        expect([typeof start, typeof end]).toEqual(['string', 'string']);
        const { theme, motion, ...flags } = readLooks(text, framed);
        expect(['light', 'dark', 'auto']).toContain(theme);
        expect(['reduce', 'full', 'auto']).toContain(motion);
        const { keyboard } = readOptions(text, { dataset: {} });
        for (const flag of [keyboard, ...Object.values({ ...flags, ...readFrameOptions(text) })])
          expect(flag).toBeTypeOf('boolean');
        expect(hasWishes(text)).toBeTypeOf('boolean');
      }),
      { seed: 1953, numRuns: 1000 },
    );
  });
});
