import type { Text } from '../../src/story/story.ts';
import { textIn } from '../../src/story/text.ts';
import type { PackedText } from './pack.ts';

/** What a text is found by: the whole content of an element, or the address of a link. */
type Finds = ReadonlyMap<string, readonly number[]>;

const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w:-]*)((?:\s[^<>]*?)?)(\/?)>|[^<]+/g;
const HREF = /\shref="([^"]*)"/;

interface Mark {
  readonly at: number;
  readonly name: 't' | 'u';
  readonly indices: readonly number[];
}

/** An element that is still open: where marks go, and its text as long as it holds nothing else. */
interface Open {
  readonly markAt: number;
  text: string | null;
}

/**
 * Marks, in a page's HTML, the elements that hold a story's texts: `data-t` where the whole content is the
 * text, `data-u` where the link's address is. The page's script reads them there, so that nothing that can
 * be read is downloaded twice. Throws with the path of each text that the page does not show.
 */
export function liftTexts(html: string, texts: readonly PackedText[], language: string): string {
  const wanted = indicesOf(texts, language);
  const marks: Mark[] = [];
  const found = new Set<string>();
  const mark = (at: number, name: Mark['name'], content: string, finds: Finds): void => {
    const indices = finds.get(content);
    if (!indices || found.has(`${name}${content}`)) return;
    found.add(`${name}${content}`);
    marks.push({ at, name, indices });
  };

  const open: Open[] = [];
  for (const token of html.matchAll(TOKEN)) {
    const [whole, closing, tag = '', attributes = '', closed] = token;
    const parent = open.at(-1);
    if (whole.startsWith('<!--')) continue;
    if (!tag) {
      if (parent && parent.text !== null) parent.text += whole;
      continue;
    }
    if (closing) {
      const element = open.pop();
      if (element?.text) mark(element.markAt, 't', decode(element.text), wanted.texts);
      continue;
    }
    if (parent) parent.text = null;
    const markAt = token.index + 1 + tag.length;
    const [, href] = HREF.exec(attributes) ?? [];
    if (href !== undefined) mark(markAt, 'u', decode(href), wanted.addresses);
    if (!closed && !VOID.test(tag)) open.push({ markAt, text: '' });
  }

  const missing = texts.filter(({ text, address }) => {
    const key = `${address ? 'u' : 't'}${wordsOf(text, language)}`;
    return !found.has(key);
  });
  if (missing.length > 0) {
    const lines = missing.map(({ path, text }) => `${path}: “${wordsOf(text, language)}”`);
    throw new Error(`The page does not show these texts of its story:\n${lines.join('\n')}`);
  }
  return insert(html, marks);
}

const wordsOf = (text: Text, language: string): string => textIn(text, language, language).text;

function indicesOf(texts: readonly PackedText[], language: string) {
  const [words, addresses] = [new Map<string, number[]>(), new Map<string, number[]>()];
  texts.forEach(({ text, address }, index) => {
    const finds = address ? addresses : words;
    const key = wordsOf(text, language);
    finds.set(key, [...(finds.get(key) ?? []), index]);
  });
  return { texts: words, addresses };
}

/** In the order of the page; the address of a link before its text. */
const inOrder = (a: Mark, b: Mark): number => a.at - b.at || (a.name === 'u' ? -1 : 1);

/** Marks as attributes. A number that is one more than the one before goes without saying. */
function formatMarks(
  marks: readonly Mark[],
): readonly { readonly at: number; readonly text: string }[] {
  let last = -1;
  return marks.toSorted(inOrder).map(({ at, name, indices }) => {
    const follows = indices.length === 1 && indices[0] === last + 1;
    last = indices.at(-1) ?? last;
    return { at, text: follows ? ` data-${name}` : ` data-${name}="${indices.join(' ')}"` };
  });
}

function insert(html: string, marks: readonly Mark[]): string {
  let from = 0;
  const parts = formatMarks(marks).map(({ at, text }) => {
    const part = `${html.slice(from, at)}${text}`;
    from = at;
    return part;
  });
  return parts.join('') + html.slice(from);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

/** The entities that a server render writes, and no others. */
const decode = (html: string): string =>
  html.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity);
