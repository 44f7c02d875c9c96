import { describe, expect, it } from 'vitest';
import { applyOptions, readOptions } from '../../src/ui/options.ts';

describe('the options in an address', () => {
  it('follow the system on a page of its own, and are light in a frame', () => {
    const plain = {
      ...{ theme: 'auto', motion: 'auto', keyboard: true, language: null },
      ...{ controls: true, basemap: true },
    };
    expect(readOptions('', false)).toEqual(plain);
    expect(readOptions('', true)).toEqual({ ...plain, theme: 'light' });
  });

  it('are taken at their word, in a frame as on a page', () => {
    const asked = {
      ...{ theme: 'dark', motion: 'reduce', keyboard: false, language: 'ko' },
      ...{ controls: false, basemap: false },
    };
    const search = '?theme=dark&motion=reduce&keyboard=0&controls=0&basemap=none&lang=ko';
    for (const framed of [true, false]) {
      expect(readOptions(search, framed)).toEqual(asked);
      expect(readOptions('?theme=auto', framed).theme).toBe('auto');
      expect(readOptions('?motion=full', framed).motion).toBe('full');
    }
  });

  it.each([
    '?theme=sepia&motion=&keyboard=no&lang=',
    '?theme=__proto__&motion=toString&keyboard=false',
    '?theme=DARK&motion=0&keyboard=1',
    '?controls=false&basemap=NONE',
    '?controls=&basemap=land',
    '?controls=1&controls=0&basemap=land&basemap=none',
    '?%',
    '?theme=%E0%A4%A&motion=%FF',
  ])('are passed over in silence when nobody knows them: %s', (search) => {
    expect(readOptions(search, false)).toEqual(readOptions('', false));
  });

  it('are written where the style sheet finds them', () => {
    const root = { dataset: {} } as HTMLElement;
    applyOptions(root, readOptions('?theme=dark&motion=full&controls=0&lang=ko', true));
    expect(root.dataset).toEqual({
      ...{ theme: 'dark', motion: 'full' },
      ...{ controls: false, basemap: true },
    });
  });
});
