import { DOMParser } from '@xmldom/xmldom';
import type { Element } from '@xmldom/xmldom';
import type { Reading } from '../carry/reading.ts';
import { read, tellLost } from '../carry/reading.ts';
import type { Losses } from '../carry/reading.ts';
import { MAX_FILE, SAVE_AS_UTF8, textOf } from '../carry/read-bytes.ts';

/** KML nests folders; GPX nests 5 deep. A deeper file may be an attack. */
const MAX_DEPTH = 64;

/** For each element with a namespace, the parser copies the namespaces of all elements around it. */
const MAX_ATTRIBUTES = 200;

const EXTENSION = 'http://www.google.com/kml/ext/2.2';
/** Namespaces whose names are written without a prefix here. */
const OWN =
  /^(?:http:\/\/(?:www\.opengis\.net\/kml\/|earth\.google\.com\/kml\/|www\.topografix\.com\/GPX\/1\/))/;

/**
 * An element as an object: `@name` for each attribute, the name of each child, `#text`. A child that occurs several
 * times is a list. An element that has nothing but text is a string.
 */
export type Node = string | { readonly [key: string]: Node | readonly Node[] };

const nameOf = ({ namespaceURI, localName, nodeName }: Element): string => {
  if (namespaceURI === EXTENSION) return `gx:${localName ?? ''}`;
  return namespaceURI === null || OWN.test(namespaceURI) ? (localName ?? nodeName) : nodeName;
};

function nodeOf(element: Element): Node {
  const entries = new Map<string, Node | Node[]>();
  for (let at = 0; at < element.attributes.length; at += 1) {
    const attribute = element.attributes.item(at);
    if (attribute === null || /^xmlns(?::|$)|^xsi:schemaLocation$/.test(attribute.name)) continue;
    entries.set(`@${attribute.name}`, attribute.value);
  }
  const words: string[] = [];
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 3 || child.nodeType === 4) words.push(child.nodeValue ?? '');
    if (child.nodeType !== 1) continue;
    const inner = child as Element;
    const [name, value] = [nameOf(inner), nodeOf(inner)];
    const earlier = entries.get(name);
    if (earlier === undefined) entries.set(name, value);
    else if (Array.isArray(earlier)) earlier.push(value);
    else entries.set(name, [earlier, value]);
  }
  const text = words.join('').trim();
  if (entries.size === 0) return text;
  if (text !== '') entries.set('#text', text);
  return Object.fromEntries(entries);
}

/** The index after a tag, and how many attributes it has. Quotes may hold a `>`. */
function tagAt(text: string, open: number): { readonly end: number; readonly attributes: number } {
  let quote = '';
  let attributes = 0;
  for (let at = open + 1; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '>') return { end: at + 1, attributes };
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '=') attributes += 1;
  }
  return { end: text.length, attributes };
}

const after = (text: string, sign: string, from: number): number => {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at + sign.length;
};

/**
 * Why a text should not go to the XML parser, or null: a document type (it may define entities), too much depth, too many
 * attributes.
 */
function findAttack(text: string): string | null {
  let depth = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) at = after(text, ']]>', at);
    else if (text.startsWith('<?', at)) at = after(text, '?>', at);
    else if (text.startsWith('<!', at))
      return 'has a document type. Remove the lines <!DOCTYPE … >.';
    else {
      const { end, attributes } = tagAt(text, at);
      if (attributes > MAX_ATTRIBUTES)
        return `has an element with more than ${MAX_ATTRIBUTES} attributes.`;
      if (text[at + 1] === '/') depth -= 1;
      else if (text[end - 2] !== '/') depth += 1;
      if (depth > MAX_DEPTH)
        return `is nested more than ${MAX_DEPTH} deep. No file of this format is.`;
      at = end;
    }
  }
  return null;
}

/** Namespaces that files use without declaring them. Google Earth reads such files. */
const UNDECLARED = [
  ['gx', EXTENSION],
  ['xsi', 'http://www.w3.org/2001/XMLSchema-instance'],
  ['atom', 'http://www.w3.org/2005/Atom'],
] as const;

/** Declares, in the outermost element, prefixes that the file uses and does not declare. */
function withNamespaces(text: string): string {
  const missing = UNDECLARED.filter(
    ([prefix]) => text.includes(`${prefix}:`) && !text.includes(`xmlns:${prefix}`),
  );
  const declared = missing.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('');
  return declared === '' ? text : text.replace(/<(?:kml|gpx)(?=[\s>])/, (root) => root + declared);
}

class Malformed extends Error {}

/** What the parser says, and the line. Its own words for that it says something are left out. */
function whyOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const line = /\[line:(\d+)/.exec(message)?.[1];
  const why = /^(?:Reporting fatalError ")?([^]*?)(?:" caused |\n|$)/.exec(message)?.[1] ?? '';
  return `${line === undefined ? '' : `, line ${line}`}: ${why.slice(0, 200)}`;
}

/** The text of a file in the encoding that its first line names; null if there is none, or it does not fit. */
function declaredTextOf(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const [, encoding = 'utf-8'] = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head) ?? [];
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The outermost element of an XML file with its name, or why there is none. Entities and document types are refused. */
export function parseXml(
  bytes: Uint8Array,
): { readonly name: string; readonly node: Node } | { readonly fault: string } {
  if (bytes.length > MAX_FILE) return { fault: 'has more than 20 MiB. Make it smaller.' };
  const text = textOf(bytes) ?? declaredTextOf(bytes);
  if (text === null) return { fault: SAVE_AS_UTF8 };
  const attack = findAttack(text);
  if (attack !== null) return { fault: attack };
  try {
    const document = new DOMParser({
      onError: (level, message) => {
        // Else the parser would go on and give half a file.
        if (level !== 'warning') throw new Malformed(message);
      },
    }).parseFromString(withNamespaces(text.trimStart()), 'text/xml');
    const root = document.documentElement;
    return root === null
      ? { fault: 'has no element.' }
      : { name: root.localName ?? '', node: nodeOf(root) };
  } catch (error) {
    return { fault: `is no well-formed XML${whyOf(error)}. Export it again.` };
  }
}

/** All children of one name. */
export function childrenOf(reading: Reading, key: string): readonly unknown[] {
  const value = reading.take(key);
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

/** The text of an element; its attributes and children are told. */
function ownText(value: unknown, { where }: Reading, losses: Losses): string {
  if (typeof value === 'string') return value;
  const inner = read(value, where, losses);
  const words = inner.text('#text');
  inner.leave();
  return words;
}

/** The texts of all children of a name that have one. */
export const textsOf = (reading: Reading, key: string, losses: Losses): readonly string[] =>
  childrenOf(reading, key)
    .map((one) => ownText(one, reading, losses))
    .filter((text) => text !== '');

/** The text of the first child of a name. Attributes and further children are told. */
export function wordsOf(reading: Reading, key: string, losses: Losses): string {
  const [first, ...others] = childrenOf(reading, key);
  if (others.length > 0) tellLost(others, key, reading.where, losses);
  return first === undefined ? '' : ownText(first, reading, losses);
}
