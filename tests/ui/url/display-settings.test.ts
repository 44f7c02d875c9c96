import { describe, expect, it } from 'vitest';
import { applyDisplaySettings, readDisplaySettings } from '../../../src/ui/url/display-settings.ts';

describe('the display settings of an address', () => {
  it('follow the system on a page of its own, and are light in a frame', () => {
    const plain = { theme: 'auto', motion: 'auto', controls: true, basemap: true };
    expect(readDisplaySettings('', false)).toEqual(plain);
    expect(readDisplaySettings('', true)).toEqual({ ...plain, theme: 'light' });
  });

  it('are taken at their word, in a frame as on a page', () => {
    const asked = { theme: 'dark', motion: 'reduce', controls: false, basemap: false };
    for (const framed of [true, false]) {
      const search = '?theme=dark&motion=reduce&controls=0&basemap=none';
      expect(readDisplaySettings(search, framed)).toEqual(asked);
      expect(readDisplaySettings('?theme=auto', framed).theme).toBe('auto');
      expect(readDisplaySettings('?motion=full', framed).motion).toBe('full');
    }
  });

  it.each([
    '?theme=sepia&motion=',
    '?theme=__proto__&motion=toString',
    '?theme=DARK&motion=0',
    '?controls=none&basemap=NONE',
    '?controls=&basemap=land',
    '?controls=1&controls=0&basemap=land&basemap=none',
    '?%',
    '?theme=%E0%A4%A&motion=%FF',
    '?theme=url(x)&motion=url(x)',
  ])('are passed over in silence when nobody knows them: %s', (search) => {
    for (const framed of [true, false]) {
      expect(readDisplaySettings(search, framed)).toEqual(readDisplaySettings('', framed));
    }
  });

  it('are written where the style sheet finds them', () => {
    const root = { dataset: {} };
    applyDisplaySettings(
      root,
      readDisplaySettings('?theme=dark&motion=full&controls=0&lang=ko', true),
    );
    expect(root.dataset).toEqual({
      ...{ theme: 'dark', motion: 'full' },
      ...{ controls: false, basemap: true },
    });
  });
});
