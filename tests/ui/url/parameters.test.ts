import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isMotionReduced, readDisplaySettings } from '../../../src/ui/url/display-settings.ts';
import {
  formatPageQuery,
  PARAMETERS,
  readParameters,
  type Parameters,
} from '../../../src/ui/url/parameters.ts';

const DEFAULTS: Parameters = {
  ...{
    story: null,
    t: null,
    event: null,
    place: null,
    person: null,
    speed: 1,
    start: null,
    end: null,
  },
  ...{ theme: 'auto', motion: 'auto', controls: true, basemap: true, keyboard: true, lang: null },
  ...{ accent: null, font: null, h: 1, autoplay: false, loop: false, list: false },
  ...{ origin: '*', childId: null },
};
const read = (search: string): Parameters => readParameters(search, false);

describe('URL parameters', () => {
  it('have their defaults where nothing is said; a frame is light', () => {
    expect(read('')).toEqual(DEFAULTS);
    expect(readParameters('', true)).toEqual({ ...DEFAULTS, theme: 'light' });
  });

  it('are taken at their word', () => {
    const search =
      '?story=mine.json&t=2018-06-12&event=hanoi&place=dmz&person=kim-jong-un&speed=1.5&start=2018-03&end=hanoi' +
      '&theme=dark&motion=reduce&controls=0&basemap=none&keyboard=0&lang=ko&accent=00695C&font=sans&h=3&autoplay=1&loop=1&list=open' +
      '&origin=https://news.example&childId=map-1';
    for (const framed of [true, false]) {
      expect(readParameters(search, framed)).toEqual({
        story: 'mine.json',
        ...{ t: '2018-06-12', event: 'hanoi', place: 'dmz', person: 'kim-jong-un', speed: 1.5 },
        ...{ start: '2018-03', end: 'hanoi', theme: 'dark', motion: 'reduce' },
        ...{ controls: false, basemap: false, keyboard: false, lang: 'ko' },
        ...{ accent: [0, 105, 92], font: 'sans', h: 3, autoplay: true, loop: true, list: true },
        ...{ origin: 'https://news.example', childId: 'map-1' },
      });
    }
    expect(read('?accent=%2300695c').accent).toEqual([0, 105, 92]);
    expect(read('?font=serif').font).toBe('serif');
    expect([1, 2, 3, 4, 5, 6].map((level) => read(`?h=${level}`).h)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('count once: the first of a name, also where its value is unknown', () => {
    const twice = '?h=2&h=3&font=sans&font=serif&accent=00695c&accent=ffffff&start=2018&start=2019';
    expect(read(twice)).toEqual({
      ...DEFAULTS,
      ...{ h: 2, font: 'sans', accent: [0, 105, 92], start: '2018' },
    });
    expect(read('?h=x&h=3&controls=1&controls=0')).toEqual(DEFAULTS);
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
    '?motion=toString&keyboard=none&controls=__proto__&basemap=NONE&theme=DARK&lang=',
    '?speed=0&autoplay=FALSE&loop=off&list=1',
    '?speed=-1&origin=https://news.example/&childId=a+b',
    '?speed=Infinity&origin=null&childId=',
    '?story=&toString=1',
  ])('keep their defaults for unknown values and names: %s', (search) => {
    expect(read(search)).toEqual(DEFAULTS);
  });

  it('are the same for the head script as for the page', () => {
    for (const framed of [true, false]) {
      const search = '?theme=sepia&motion=full&controls=0&basemap=none';
      expect(readParameters(search, framed)).toMatchObject(readDisplaySettings(search, framed));
    }
  });

  it('are those of the page about embedding, and no other', () => {
    expect(documented().sort()).toEqual(Object.keys(PARAMETERS).sort());
  });

  it('leave motion to the reader’s system unless they say otherwise', () => {
    expect((['reduce', 'full', 'auto'] as const).map(isMotionReduced)).toEqual([true, false, null]);
  });
});

describe('The query of the whole page, to which a frame leads', () => {
  it('has its bar and its own headings, and all else that was asked for', () => {
    expect(formatPageQuery('?controls=0&t=2018-06-12&h=3&accent=00695c&h=4')).toBe(
      't=2018-06-12&accent=00695c',
    );
    expect(formatPageQuery('')).toBe('');
  });
});

describe('RS-15: an address that means harm', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl(),
    fc.constantFrom('0', '1', 'none', '%', '%E0%A4%A', '\uD800', '__proto__', '#00695c'),
  );
  const name = fc.oneof(fc.constantFrom(...Object.keys(PARAMETERS), 'toString'), fc.string());
  const search = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.tuple(name, value)).map((all) => `?${all.map((pair) => pair.join('=')).join('&')}`),
  );

  it('gives what another address could have asked for as well, and no error', () => {
    const channel = expect.toSatisfy((all) => (all as number[]).every((n) => n >= 0 && n <= 255));
    fc.assert(
      fc.property(search, fc.boolean(), (text, framed) => {
        const { accent, font, h, theme, motion, speed, origin, ...rest } = readParameters(
          text,
          framed,
        );
        if (accent) expect(accent).toEqual(channel);
        expect([null, 'serif', 'sans']).toContain(font);
        expect([1, 2, 3, 4, 5, 6]).toContain(h);
        expect(['light', 'dark', 'auto']).toContain(theme);
        expect(['reduce', 'full', 'auto']).toContain(motion);
        expect(speed > 0 && Number.isFinite(speed)).toBe(true);
        expect(origin === '*' || new URL(origin).origin === origin).toBe(true);
        for (const flag of ['controls', 'basemap', 'keyboard', 'autoplay', 'loop', 'list'] as const)
          expect(rest[flag]).toBeTypeOf('boolean');
        for (const id of [
          't',
          'event',
          'place',
          'person',
          'start',
          'end',
          'lang',
          'childId',
        ] as const)
          expect(rest[id] === null || typeof rest[id] === 'string').toBe(true);
      }),
      { seed: 1953, numRuns: 1000 },
    );
  });
});

/** The parameters that the page about embedding names as `name=…`; `story` is named there because it is not read. */
function documented(): string[] {
  const texts = ['README.md', 'src/embed/README.md'].map(readIfThere);
  const handbook = texts.find((text) => /^\| parameter +\|/m.test(text)) ?? '';
  const names = [...handbook.matchAll(/`\??([a-z]\w*)=(?!")[^`]*`/g)].map(([, name = '']) => name);
  return [...new Set(names)];
}

function readIfThere(path: string): string {
  try {
    return readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
  } catch {
    return '';
  }
}
