import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heightAt } from '../../../src/embed/protocol.ts';
import {
  formatFrameQuery,
  formatIframe,
  formatLink,
  formatScript,
  type Sharing,
} from '../../../src/ui/share/embed-code.ts';
import { PUBLISHED, SNIPPETS } from '../../embed/kit/snippets.ts';

const SHARING: Sharing = {
  page: 'https://news.example/korea/',
  title: 'Map: The Korean thaw, 2017–2019',
  state: 't=2018-06-12&place=singapore',
  language: 'en',
  own: 'en',
  theme: 'light',
  height: null,
};
const shared = (changes: Partial<Sharing>): Sharing => ({ ...SHARING, ...changes });

describe('EM-12: What is shared', () => {
  test('is the page’s own address at this moment, in the language that was chosen', () => {
    expect(formatLink(SHARING)).toBe('https://news.example/korea/?t=2018-06-12&place=singapore');
    expect(formatLink(shared({ language: 'ko' }))).toBe(
      'https://news.example/korea/?t=2018-06-12&place=singapore&lang=ko',
    );
    expect(formatLink(shared({ state: '' }))).toBe('https://news.example/korea/');
    expect(formatLink(shared({ theme: 'dark' })), 'its reader chooses the colours').toBe(
      formatLink(SHARING),
    );
  });

  test('is a frame that says nothing that goes without saying', () => {
    expect(formatFrameQuery(shared({ state: '' }))).toBe('');
    expect(formatFrameQuery(shared({ language: 'zh-Hans', theme: 'auto' }))).toBe(
      '?t=2018-06-12&place=singapore&lang=zh-Hans&theme=auto',
    );
  });
});

describe('EM-01: The frame’s line', () => {
  test('is whole without a script', () => {
    expect(formatIframe(SHARING)).toBe(
      '<iframe src="https://news.example/korea/embed.html?t=2018-06-12&amp;place=singapore" ' +
        'title="Map: The Korean thaw, 2017–2019" loading="lazy" allow="fullscreen" ' +
        'referrerpolicy="strict-origin-when-cross-origin" ' +
        'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox" ' +
        `width="100%" height="${heightAt(640)}" frameborder="0" ` +
        'style="border:0;max-width:100%;max-height:90vh"></iframe>',
    );
  });

  test('has the height that its author wants', () => {
    expect(formatIframe(shared({ height: 720 }))).toContain(' height="720" ');
  });
});

describe('The script’s lines', () => {
  test('are a script and an element with a link in its place', () => {
    expect(formatScript(shared({ theme: 'dark', height: 500 }))).toBe(
      '<script async src="https://news.example/korea/parley-map.js"></script>\n' +
        '<parley-map src="https://news.example/korea/embed.html" state="t=2018-06-12&amp;place=singapore" ' +
        'lang="en" theme="dark" height="500">' +
        '<a href="https://news.example/korea/?t=2018-06-12&amp;place=singapore">' +
        'Map: The Korean thaw, 2017–2019</a></parley-map>',
    );
  });

  test('say of height, colours and moment only what is not as usual', () => {
    expect(formatScript(shared({ state: '' }))).toContain(
      '<parley-map src="https://news.example/korea/embed.html" lang="en"><a ',
    );
  });
});

test('EM-30: The lines given out today are among those that are replayed', () => {
  const known = SNIPPETS.map(([, html]) => html);
  const today = shared({ page: PUBLISHED });
  expect(known).toContain(formatIframe(today));
  expect(known).toContain(formatScript(today));
});

/** Any text, with signs that HTML lives by strewn in. */
const text = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', "'", '<', '>', '&', '=')))
  .map((parts) => parts.join(''));

test('EM-03: No title and no state breaks out of its attribute', () => {
  const anything = fc.record({ title: text, state: text, language: text });
  fc.assert(
    fc.property(anything, (changes) => {
      const sharing = shared(changes);
      // Between its quotes an attribute holds neither quotes nor angles; outside of them stands what we wrote.
      const bare = (html: string) => html.replace(/"[^"<>]*"/g, '""');
      expect(bare(formatIframe(sharing))).toBe(bare(formatIframe(SHARING)));
      const [script = '', element = ''] = formatScript(sharing).split('</script>');
      expect(script).toBe(formatScript(SHARING).split('</script>')[0]);
      expect(bare(element)).toMatch(
        /^\n<parley-map src=""( state="")? lang=""><a href="">[^<>"]*<\/a><\/parley-map>$/,
      );
    }),
    { seed: 1953, numRuns: 1000 },
  );
});
