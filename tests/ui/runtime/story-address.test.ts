import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAddress } from '../../../src/ui/runtime/story-address.ts';

const PAGE = 'https://maps.example/korea/embed.html?story=x#y';
const check = (written: string, origins: readonly string[] = ['https://data.example']) =>
  checkAddress(written, PAGE, origins);
const urlOf = (written: string) => {
  const checked = check(written);
  return checked.ok ? checked.url.href : null;
};

describe('the address of a story', () => {
  it('is relative to the page, or leads to an allowed origin', () => {
    expect(urlOf('mine.json')).toBe('https://maps.example/korea/mine.json');
    expect(urlOf('../other/mine.json?v=2')).toBe('https://maps.example/other/mine.json?v=2');
    expect(urlOf('/mine.json#part')).toBe('https://maps.example/mine.json');
    expect(urlOf('https://maps.example/a.json')).toBe('https://maps.example/a.json');
    expect(urlOf('https://data.example/a.json')).toBe('https://data.example/a.json');
    expect(urlOf('HTTPS://DATA.EXAMPLE:443/a.json')).toBe('https://data.example/a.json');
  });

  it.each([
    'https://evil.example/a.json',
    // Another host, port or protocol is another origin.
    'https://data.example.evil.example/a.json',
    'https://sub.data.example/a.json',
    'https://data.example:8443/a.json',
    'http://data.example/a.json',
    'http://maps.example/a.json',
    // Without an address of its own.
    '//evil.example/a.json',
    '//data.example/a.json',
    '\\\\evil.example/a.json',
    '/\\evil.example/a.json',
    '/\t/evil.example/a.json',
    '\n//evil.example/a.json',
    ' \u0000//evil.example/a.json',
    'https:\\\\evil.example/a.json',
    // With a password.
    'https://u:p@data.example/a.json',
    'https://u@maps.example/a.json',
    'https://data.example@evil.example/a.json',
    // Not from a server.
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:application/json,{}',
    'blob:https://maps.example/1',
    'file:///etc/passwd',
    'filesystem:https://maps.example/a',
    'ftp://data.example/a.json',
    // No address.
    'https://',
    'https://[1/a.json',
  ])('is nothing else: %j', (written) => {
    expect(check(written)).toMatchObject({
      ok: false,
      origins: ['https://maps.example', 'https://data.example'],
    });
  });

  it('never leads elsewhere, whatever is written', () => {
    const piece = fc.constantFrom(
      ...[
        '/',
        '\\',
        ':',
        '@',
        '#',
        '?',
        '.',
        '\t',
        ' ',
        'https:',
        'http:',
        'evil.example',
        'data.example',
      ],
      ...['javascript:', 'u:p', '%2f', '\u0000', 'ａ', '[', ']'],
    );
    const written = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(written, (text) => {
        const checked = check(text);
        if (!checked.ok) return;
        expect(['https://maps.example', 'https://data.example']).toContain(checked.url.origin);
        // What a browser makes of the same text.
        expect(new URL(text, PAGE).origin).toBe(checked.url.origin);
        expect(checked.url.username + checked.url.password).toBe('');
      }),
      { seed: 1953, numRuns: 3000 },
    );
  });

  it('is refused on a page that comes from no server', () => {
    expect(checkAddress('a.json', 'file:///home/a/index.html', [])).toMatchObject({ ok: false });
  });
});
