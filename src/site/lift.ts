import type { Text } from '../story/story.ts';
import { textIn } from '../story/text.ts';
import { ADDRESS, HOLDERS } from '../ui/shell/lifted.ts';
import type { PackedText } from './pack.ts';

/** An element that may hold a text, and a link's address; null where it holds other elements. */
interface Holder {
  text: string | null;
  readonly href: string | null;
}

const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const TOKEN = /<(\/?)([a-zA-Z][\w:-]*)((?:\s(?:[^<>"]|"[^"]*")*?)?)(\/?)>|[^<]+/g;
const HREF = /\shref="([^"]*)"/;

/** What is no element where scripts run. */
const UNSEEN = /<!--[\s\S]*?-->|<noscript>[\s\S]*?<\/noscript>/g;

/**
 * Where a page's HTML holds a story's texts, for the page's script to read them there, so that nothing that
 * can be read is downloaded twice: how many holders there are; then for each text, parted by spaces, how many
 * lie between it and the text before, and nothing for none. `u` stands before the address of a link; its words are looked for from
 * there. Throws with the path of each text that the page does not show.
 */
export function liftTexts(html: string, texts: readonly PackedText[], language: string): string {
  const holders = holdersIn(html);
  const words = placesOf(holders.map(({ text }) => text));
  const addresses = placesOf(holders.map(({ href }) => href));
  const missing: string[] = [];
  let last = -1;
  const steps = texts.map(({ text, address, path }) => {
    const wanted = wordsOf(text, language);
    const places = (address ? addresses : words).get(wanted) ?? [];
    if (places.length === 0) missing.push(`${path}: “${wanted}”`);
    const place = nearest(places, last + 1);
    const step = place - last - 1;
    last = address ? place - 1 : place;
    return `${address ? ADDRESS : ''}${step || ''}`;
  });
  if (missing.length > 0) {
    throw new Error(`The page does not show these texts of its story:\n${missing.join('\n')}`);
  }
  return [holders.length, ...steps].join(' ');
}

/** What stands for reading alone and is never hydrated: more may be written there. */
const KEY = / data-part="legend"[^>]*>/;

/**
 * Adds the names that the map gives only later, in the key to the map and hidden: of a place that is somebody's
 * home, for instance, and where nothing happens. Everything else that a story says is on its page to be read.
 */
export function addNames(html: string, texts: readonly PackedText[], language: string): string {
  const shown = placesOf(holdersIn(html).map(({ text }) => text));
  const names = texts
    .filter(({ path }) => path.startsWith('places.'))
    .map(({ text }) => wordsOf(text, language))
    .filter((name) => !shown.has(name))
    .map((name) => `<bdi hidden>${encode(name)}</bdi>`);
  return html.replace(KEY, (tag) => tag + names.join(''));
}

const wordsOf = (text: Text, language: string): string => textIn(text, language, language).text;

/** All holders in the order of the page. */
function holdersIn(html: string): Holder[] {
  const holders: Holder[] = [];
  const open: Holder[] = [];
  for (const [whole, closing, tag, attributes = '', closed] of html
    .replace(UNSEEN, '')
    .matchAll(TOKEN)) {
    const parent = open.at(-1);
    if (tag === undefined) {
      if (parent && parent.text !== null) parent.text += decode(whole);
      continue;
    }
    if (closing) {
      open.pop();
      continue;
    }
    if (parent) parent.text = null;
    const [, href] = HREF.exec(attributes) ?? [];
    const element = { text: '', href: href === undefined ? null : decode(href) };
    if (HOLDERS.split(',').includes(tag)) holders.push(element);
    if (!closed && !VOID.test(tag)) open.push(element);
  }
  return holders;
}

/** The places of each content in a list. */
function placesOf(contents: readonly (string | null)[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  contents.forEach((content, place) => {
    if (content !== null) places.set(content, [...(places.get(content) ?? []), place]);
  });
  return places;
}

/** Short ways are short to write. */
const nearest = (places: readonly number[], to: number): number =>
  places.toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to))[0] ?? to;

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

const encode = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The entities that a server render writes, and no others. */
const decode = (html: string): string =>
  html.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity);
