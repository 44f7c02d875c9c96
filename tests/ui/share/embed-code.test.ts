import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import ts from 'typescript';
import { heightAt, SANDBOX } from '../../../src/embed/protocol.ts';
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
  asked: null,
  state: 't=2018-06-12&place=singapore',
  language: 'en',
  own: 'en',
  theme: 'light',
  height: null,
};
const shared = (changes: Partial<Sharing>): Sharing => ({ ...SHARING, ...changes });

/** Titles with signs that HTML, JSX or Markdown reads. */
const TITLES = [
  'Map: The Korean thaw, 2017–2019',
  'A {b} & {1 + 1} <c> "d"',
  'Two *stars*, __lines__, `code`, ~~gone~~ and [a](b)',
  'A back\\*slash &amp; an entity',
];

/** The elements of a line, as JSX makes them: the attributes of each, and its texts. */
function elementsOf(line: string): Record<string, Record<string, unknown>> {
  const { outputText, diagnostics } = ts.transpileModule(`<>${line}</>`, {
    fileName: 'line.tsx',
    reportDiagnostics: true,
    compilerOptions: { jsx: ts.JsxEmit.React, target: ts.ScriptTarget.ES2022 },
  });
  expect(diagnostics).toEqual([]);
  const elements: Record<string, Record<string, unknown>> = {};
  const createElement = (name: string, attributes: object | null, ...children: unknown[]) => {
    elements[name] = { ...attributes, ...(children.length && { children }) };
  };
  new Function('React', outputText)({ createElement, Fragment: 'all' });
  return elements;
}

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
        'referrerPolicy="strict-origin-when-cross-origin" ' +
        'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox" ' +
        `width="100%" height="${heightAt(640)}" frameBorder="0"></iframe>` +
        '<p><a href="https://news.example/korea/?t=2018-06-12&amp;place=singapore">' +
        'Map: The Korean thaw, 2017–2019</a></p>',
    );
  });

  test.each(TITLES)('is JSX too, in which React finds the same texts: %s', (title) => {
    const { iframe, a } = elementsOf(formatIframe(shared({ title })));
    expect(iframe).toEqual({
      ...{ src: `${SHARING.page}embed.html?${SHARING.state}`, title, loading: 'lazy' },
      ...{ allow: 'fullscreen', referrerPolicy: 'strict-origin-when-cross-origin' },
      ...{ sandbox: SANDBOX, width: '100%', height: String(heightAt(640)), frameBorder: '0' },
    });
    expect(a).toEqual({ href: `${SHARING.page}?${SHARING.state}`, children: [title] });
  });

  test.each(TITLES)('has no sign in its text that Markdown reads: %s', (title) => {
    const [, text = ''] = /<a [^<>]*>([^<>]*)<\/a>/.exec(formatIframe(shared({ title }))) ?? [];
    expect(text).not.toMatch(/[*_`~[\]\\{}]/);
  });

  test('leaves a link where a sanitiser takes the frame away', () => {
    // DOMPurify, sanitize-html and rehype-sanitize keep paragraphs, and links with `href`.
    const left = formatIframe(SHARING).replace(/<iframe [^<>]*><\/iframe>/, '');
    expect(left).toMatch(/^<p><a href="https:[^"]*">[^<>]+<\/a><\/p>$/);
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
      const bare = (html: string) =>
        html.replace(/"[^"<>]*"/g, '""').replace(/(<a href="">)[^<>"]*(<\/a>)/, '$1$2');
      expect(bare(formatIframe(sharing))).toBe(bare(formatIframe(SHARING)));
      const [script = '', element = ''] = formatScript(sharing).split('</script>');
      expect(script).toBe(formatScript(SHARING).split('</script>')[0]);
      expect(bare(element)).toMatch(
        /^\n<parley-map src=""( state="")? lang=""><a href=""><\/a><\/parley-map>$/,
      );
    }),
    { seed: 1953, numRuns: 1000 },
  );
});

test('A story that the page’s address names is in the link, in the frame and in the element', () => {
  const sharing = shared({ asked: 'https://data.example/a b.json?v=1&w="2"' });
  const asked = (address: string | undefined) =>
    new URL(address ?? '', 'https://x.example').searchParams.get('story');
  expect(asked(formatLink(sharing))).toBe(sharing.asked);
  expect(asked(formatFrameQuery(sharing))).toBe(sharing.asked);
  const iframe = elementsOf(formatIframe(sharing))['iframe'];
  expect(asked(String(iframe?.['src']))).toBe(sharing.asked);
  const [, element = ''] = formatScript(sharing).split('\n');
  expect(elementsOf(element)['parley-map']).toMatchObject({ story: sharing.asked });
  expect(formatScript(SHARING)).not.toContain('story=');
});
