import { escapeMarkup, plainText } from '../../markup.ts';
import { attributeOf, tokensOf } from './html-tokens.ts';
import { oneLine, sound } from './prose.ts';
import { addressOf } from './address.ts';

/** Words with one look, without markup. A run never goes over the end of a paragraph. */
interface Run {
  readonly words: string;
  readonly isStrong: boolean;
  readonly isEmphasis: boolean;
  readonly href: string;
}

/** HTML as a text of the story, and what of it is no text. */
export interface Marked {
  readonly text: string;
  readonly images: readonly { readonly url: string; readonly alt: string }[];
  /** What is not carried over: `<iframe src="…">`, a link that is no web address. */
  readonly lost: readonly string[];
}

const BLOCKS = new Set(
  'p div section article header footer aside figure figcaption blockquote pre ul ol li dl dt dd table tr h1 h2 h3 h4 h5 h6 hr address'.split(
    ' ',
  ),
);
const STRONG = new Set(['b', 'strong']);
const EMPHASIS = new Set(['i', 'em', 'cite']);
/** Elements that readers would miss. */
const SHOWN = new Set(
  'iframe video audio embed object script style form input svg canvas'.split(' '),
);
/** Elements that only say how a text looks. */
const PLAIN = new Set(
  'a br span font u small big sub sup s strike q abbr code tt center nobr wbr mark time del ins html body thead tbody tfoot td th col colgroup caption meta link img picture source'.split(
    ' ',
  ),
);

function runText({ words, isStrong, isEmphasis, href }: Run): string {
  const core = words.trim();
  if (core === '') return words;
  const start = words.length - words.trimStart().length;
  const [before, after] = [words.slice(0, start), words.slice(start + core.length)];
  const escaped = escapeMarkup(core);
  const wrap = (inner: string) => `${before}${inner}${after}`;
  const shown = href === '' ? escaped : `[${escaped.replaceAll(']', '\\]')}](${href})`;
  const sign = `${isStrong ? '**' : ''}${isEmphasis ? '*' : ''}`;
  return wrap(`${sign}${shown}${sign}`);
}

const sameLook = (a: Run, b: Run): boolean =>
  a.isStrong === b.isStrong && a.isEmphasis === b.isEmphasis && a.href === b.href;

const plainRun = (run: Run): Run => ({ ...run, isStrong: false, isEmphasis: false });

/** Runs without the emphasis that cannot be read: within a word, or where its signs would touch those of the run before. */
function withReadable(runs: readonly Run[]): readonly Run[] {
  let isTouching = false;
  return runs.map((run, index) => {
    const before = runs[index - 1]?.words.at(-1) ?? '';
    const after = runs[index + 1]?.words[0] ?? '';
    const marked = [before, after].map(escapeMarkup).join(runText(run));
    const isRead = !isTouching && plainText(marked) === `${before}${run.words}${after}`;
    const isMarked = isRead && (run.isStrong || run.isEmphasis);
    isTouching = isMarked && /\S$/.test(run.words);
    return isMarked ? run : plainRun(run);
  });
}

/** Neighbours of the same look become one run, so that their signs do not touch. `lost` learns of emphasis that is none. */
function paragraphText(runs: readonly Run[], lost: string[]): string {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && sameLook(last, run)) {
      joined[joined.length - 1] = { ...last, words: `${last.words}${run.words}` };
    } else joined.push(run);
  }
  const words = joined.map((run) => run.words).join('');
  // The story's markup has no emphasis within a word: there its signs would be read as they are.
  const kept =
    [joined, withReadable(joined)].find(
      (each) => plainText(each.map(runText).join('')) === words,
    ) ?? joined.map(plainRun);
  joined.forEach((run, index) => {
    const isLost =
      kept[index]?.isStrong !== run.isStrong || kept[index]?.isEmphasis !== run.isEmphasis;
    if (isLost && run.words.trim() !== '')
      lost.push(`the emphasis of “${run.words.trim().slice(0, 80)}”`);
  });
  return kept
    .map(runText)
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** The address of a link in markup. No bracket in it can end it. Null if it is no web address. */
function linkAddress(written: string): string | null {
  const isWeb = /^(?:https?:)?\/\//i.test(written) && !/[\s\\]/.test(written);
  const full = written.startsWith('//') ? `https:${written}` : written;
  if (!isWeb || addressOf(full) === null) return null;
  return full.replace(/\(/g, '%28').replace(/\)/g, '%29');
}

/**
 * Turns HTML into the story's markup: links, emphasis, strong words, paragraphs. All else becomes plain text.
 * Scripts are left out. Linear time, whatever the HTML is. A text without HTML is a text with paragraphs.
 */
export function toMarkup(html: string): Marked {
  const paragraphs: string[] = [];
  const images: { url: string; alt: string }[] = [];
  const lost: string[] = [];
  let runs: Run[] = [];
  let href = '';
  let strong = 0;
  let emphasis = 0;
  const end = () => {
    const text = paragraphText(runs, lost);
    if (text !== '') paragraphs.push(text);
    runs = [];
  };
  const push = (words: string) => {
    runs.push({ words, href, isStrong: strong > 0, isEmphasis: emphasis > 0 });
  };
  const loseTag = (tag: string, attributes: string) => {
    const address = attributeOf(attributes, 'src') || attributeOf(attributes, 'data');
    lost.push(address === '' ? `<${tag}>` : `<${tag} src="${address.slice(0, 200)}">`);
  };
  const openLink = (attributes: string) => {
    const written = attributeOf(attributes, 'href');
    const address = linkAddress(written);
    if (address === null && written !== '') lost.push(`the link to "${written.slice(0, 200)}"`);
    href = address ?? '';
  };
  const openTag = (tag: string, attributes: string) => {
    if (BLOCKS.has(tag)) end();
    if (tag === 'li') push('• ');
    else if (tag === 'br') push('\n');
    else if (tag === 'a') openLink(attributes);
    else if (tag === 'td' || tag === 'th') push(' ');
    else if (STRONG.has(tag)) strong += 1;
    else if (EMPHASIS.has(tag)) emphasis += 1;
    else if (tag === 'img') {
      images.push({ url: attributeOf(attributes, 'src'), alt: attributeOf(attributes, 'alt') });
    } else if (SHOWN.has(tag)) loseTag(tag, attributes);
    else if (!BLOCKS.has(tag) && !PLAIN.has(tag)) lost.push(`<${tag.slice(0, 40)}>`);
  };
  const closeTag = (tag: string) => {
    if (BLOCKS.has(tag)) end();
    if (tag === 'a') href = '';
    if (STRONG.has(tag)) strong = Math.max(0, strong - 1);
    if (EMPHASIS.has(tag)) emphasis = Math.max(0, emphasis - 1);
  };
  for (const token of tokensOf(html)) {
    if (!('text' in token)) {
      if (token.isEnd) closeTag(token.tag);
      else openTag(token.tag, token.attributes);
      continue;
    }
    token.text
      .replace(/\r\n?/g, '\n')
      .split(/\n[^\S\n]*\n\s*/)
      .forEach((words, index) => {
        if (index > 0) end();
        push(words);
      });
  }
  end();
  // Two line breaks in a row end a paragraph too.
  const text = paragraphs.join('\n\n').replace(/\n{2,}/g, '\n\n');
  return { text: sound(text), images, lost: [...new Set(lost)] };
}

/** HTML as plain words in one line, for titles and names, and what of it is lost. */
export function toWords(html: string): {
  readonly words: string;
  readonly lost: readonly string[];
} {
  const lost: string[] = [];
  let words = '';
  for (const token of tokensOf(html)) {
    if ('text' in token) {
      words += token.text;
      continue;
    }
    if (token.isEnd) continue;
    if (BLOCKS.has(token.tag) || token.tag === 'br') words += ' ';
    const address = attributeOf(token.attributes, 'href') || attributeOf(token.attributes, 'src');
    if (address !== '') lost.push(`<${token.tag}> to "${address.slice(0, 200)}"`);
    else if (SHOWN.has(token.tag)) lost.push(`<${token.tag}>`);
  }
  return { words: oneLine(words), lost };
}
