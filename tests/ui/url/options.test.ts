import { describe, expect, it } from 'vitest';
import { applyLooks, readLooks } from '../../../src/ui/url/display-settings.ts';
import { readOptions } from '../../../src/ui/url/options.ts';

/** A page that shows already what its address asks for, as the browser keeps it: in words. */
function pageOf(search: string): { readonly dataset: DOMStringMap } {
  const page = { dataset: {} as DOMStringMap };
  applyLooks(page, readLooks(search, false));
  for (const [name, value] of Object.entries(page.dataset)) page.dataset[name] = String(value);
  return page;
}
const readFrom = (search: string) => readOptions(search, pageOf(search));
const PLAIN = { still: null, keyboard: true, controls: true, language: null };

describe('the options in an address', () => {
  it('leave all to the reader where nothing is asked, or nothing was shown', () => {
    expect(readFrom('')).toEqual(PLAIN);
    expect(readOptions('', { dataset: {} })).toEqual(PLAIN);
  });

  it('are taken at their word', () => {
    const asked = { still: true, keyboard: false, controls: false, language: 'ko' };
    expect(readFrom('?motion=reduce&keyboard=0&controls=0&lang=ko')).toEqual(asked);
    expect(readFrom('?motion=full').still).toBe(false);
    expect(readFrom('?motion=auto').still).toBe(null);
  });

  it.each([
    '?motion=&keyboard=no&lang=',
    '?motion=toString&keyboard=false',
    '?motion=0&keyboard=1',
    '?controls=false',
    '?controls=1&controls=0',
    '?%',
    '?motion=%FF',
  ])('are passed over in silence when nobody knows them: %s', (search) => {
    expect(readFrom(search)).toEqual(PLAIN);
  });
});
