import { decodeEntities } from './entities.ts';

/** A piece of HTML: a text, or a tag with its attributes. */
export type Token =
  | { readonly text: string }
  | { readonly tag: string; readonly isEnd: boolean; readonly attributes: string };

/** Elements whose content is no text. */
const OPAQUE = new Set(['script', 'style', 'template', 'noscript', 'title', 'head', 'textarea']);

const isTagStart = (text: string, at: number): boolean => /[a-z/!?]/i.test(text[at + 1] ?? '');

/** The index after the `>` of a tag; quotes that end may hold one. 0 if there is no end. */
function tagEnd(text: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '>') return at + 1;
    else if ((sign === '"' || sign === "'") && text[at - 1] === '=') quote = sign;
  }
  // Never from each tag to the end of the text: that would take quadratic time.
  return text.indexOf('>', open) + 1;
}

/**
 * Cuts HTML into texts and tags, in linear time. Comments are left out; so is the content of elements that hold no
 * text, such as scripts. A comment or a script that never ends goes to the end of the text; a tag without its `>` is text.
 */
export function* tokensOf(html: string): Generator<Token> {
  const lower = html.toLowerCase();
  let at = 0;
  let plain = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    if (!isTagStart(html, open)) {
      at = open + 1;
      continue;
    }
    const end = tagEnd(html, open);
    if (end === 0) break;
    if (open > plain) yield { text: decodeEntities(html.slice(plain, open)) };
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      at = close < 0 ? html.length : close + 3;
      plain = at;
      continue;
    }
    at = end;
    plain = at;
    const [, slash = '', tag = '', attributes = ''] =
      /^<(\/?)([a-z][a-z\d:-]*)([^]*)$/i.exec(html.slice(open, at)) ?? [];
    const name = tag.toLowerCase();
    if (name === '') continue;
    yield { tag: name, isEnd: slash !== '', attributes };
    if (slash !== '' || !OPAQUE.has(name) || attributes.trimEnd().endsWith('/>')) continue;
    const close = lower.indexOf(`</${name}`, at);
    at = (close < 0 ? 0 : tagEnd(html, close)) || html.length;
    plain = at;
  }
  if (plain < html.length) yield { text: decodeEntities(html.slice(plain)) };
}

/** The value of an attribute of a tag; empty if it has none. */
export function attributeOf(attributes: string, name: string): string {
  for (const [, key = '', , double, single, bare = ''] of attributes.matchAll(
    /([a-z][a-z\d:-]*)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/gi,
  )) {
    if (key.toLowerCase() === name) return decodeEntities(double ?? single ?? bare).trim();
  }
  return '';
}
