import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allowConnections, headersOf, nameOrigin, parseHeaders } from '../../src/site/headers.ts';

const text = readFileSync(new URL('../../public/_headers', import.meta.url), 'utf8');
const published = parseHeaders(text);
const said = (path: string) => Object.fromEntries(headersOf(published, path));

test('a path and its indented headers are a rule; remarks and empty lines are none', () => {
  const rules = parseHeaders('# why\n/*\n  A: 1\n\n/b.html\n  # how\n  B: two: 2 \n');
  expect(rules).toEqual([
    { path: '/*', headers: [['A', '1']] },
    { path: '/b.html', headers: [['B', 'two: 2']] },
  ]);
  expect(headersOf(rules, '/b.html')).toEqual([
    ['A', '1'],
    ['B', 'two: 2'],
  ]);
  expect(headersOf(rules, '/b.html.gz')).toEqual([['A', '1']]);
});

test.each([['  A: 1'], ['/*\nA: 1'], ['/*\n  A'], ['/*\n  A:'], ['b.html\n  A: 1']])(
  'a line that is neither path nor header is told with its number: %j',
  (text) => expect(() => parseHeaders(text)).toThrow(/^_headers:[12] /),
);

test('EM-19: the page in a frame says who may show it, and that nothing but its own files runs in it', () => {
  const { 'Content-Security-Policy': policy = '', ...others } = said('/embed.html');
  const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule]));
  expect(rules.get('default-src')).toBe("default-src 'none'");
  expect(rules.get('script-src')).toBe("script-src 'self'");
  expect(rules.get('style-src')).toBe("style-src 'self'");
  expect(rules.get('img-src')).toBe("img-src 'self'");
  expect(rules.get('media-src')).toBe("media-src 'self'");
  expect(rules.get('worker-src')).toBe("worker-src 'self' data:");
  expect(rules.get('frame-ancestors')).toBe('frame-ancestors *');
  expect(rules.get('require-trusted-types-for')).toBe("require-trusted-types-for 'script'");
  expect(rules.get('trusted-types')).toBe('trusted-types default svelte-trusted-html');
  expect(policy).not.toMatch(/unsafe|blob:|https?:/);
  expect(others).toMatchObject({
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cross-Origin-Embedder-Policy': 'credentialless',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
  });
  expect(others).not.toHaveProperty('X-Frame-Options');
  const allowed = others['Permissions-Policy']?.split(', ').filter((rule) => !rule.endsWith('=()'));
  expect(allowed).toEqual(['fullscreen=*']);
});

test('EM-19: the page is guarded alike by whatever address it is opened', () => {
  expect(said('/')).toEqual(said('/embed.html'));
  expect(said('/index.html')).toEqual(said('/embed.html'));
});

test('EM-18: a frame without an origin may load every file, and a page that is isolated its worker', () => {
  expect(said('/assets/page-abc.js')).toMatchObject({
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Embedder-Policy': 'credentialless',
    'Cache-Control': 'public, max-age=31536000, immutable',
  });
  expect(said('/embed.html')).not.toHaveProperty('Cache-Control');
});

test('A picture that is opened by itself, such as an SVG, runs no script', () => {
  const { 'Content-Security-Policy': policy = '' } = said('/media/port-abc.svg');
  expect(policy).toMatch(/^default-src 'none';.* sandbox$/);
  expect(policy).not.toMatch(/script-src|allow-scripts/);
});

test('no header stands twice for any path, which would make two policies of one', () => {
  for (const path of [
    '/',
    '/index.html',
    '/embed.html',
    '/assets/a.js',
    '/media/a.svg',
    '/card.png',
  ]) {
    const names = headersOf(published, path).map(([name]) => name);
    expect(names).toEqual([...new Set(names)]);
  }
});

test.each(['https://maps.example', 'http://localhost:4179', 'https://xn--bcher-kva.example'])(
  'with the address of the deployment, every policy allows what it allows to itself to that origin too: %s',
  (origin) => {
    const named = parseHeaders(nameOrigin(text, origin));
    for (const path of ['/', '/index.html', '/embed.html']) {
      const headers = Object.fromEntries(headersOf(named, path));
      const { 'Content-Security-Policy': policy = '', ...others } = headers;
      const { 'Content-Security-Policy': before = '', ...same } = said(path);
      expect(others).toEqual(same);
      const rules = policy.split('; ');
      expect(rules.filter((rule) => rule.includes("'self'")).length).toBe(7);
      for (const [index, rule] of before.split('; ').entries())
        expect(rules[index]).toBe(rule.replace("'self'", `'self' ${origin}`));
    }
    expect(headersOf(named, '/assets/a.js')).toEqual(headersOf(published, '/assets/a.js'));
  },
);

test('further origins may be fetched from, and nothing else of them runs or is shown', () => {
  const origins = ['https://data.example', 'http://localhost:8080'];
  const opened = parseHeaders(allowConnections(text, origins));
  for (const path of ['/', '/index.html', '/embed.html']) {
    const { 'Content-Security-Policy': policy = '', ...others } = Object.fromEntries(
      headersOf(opened, path),
    );
    const { 'Content-Security-Policy': before = '', ...same } = said(path);
    expect(others).toEqual(same);
    expect(policy).toBe(
      before.replace(
        "connect-src 'self';",
        "connect-src 'self' https://data.example http://localhost:8080;",
      ),
    );
  }
  expect(allowConnections(text, [])).toBe(text);
  expect(nameOrigin(allowConnections(text, origins), 'https://a.example')).toContain(
    "connect-src 'self' https://a.example https://data.example http://localhost:8080;",
  );
});

test('EM-19: what the README of `src/embed` says for nginx is what `_headers` says', () => {
  const readme = readFileSync(new URL('../../src/embed/README.md', import.meta.url), 'utf8');
  const [, nginx = ''] = /```nginx\n(.*?)```/s.exec(readme) ?? [];
  const values = [...headersOf(published, '/embed.html'), ...headersOf(published, '/assets/a.js')];
  for (const [name, value] of values) {
    expect(nginx).toContain(`add_header ${name} `);
    expect(nginx).toMatch(new RegExp(`[ "]${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["; ]`));
  }
});
