import type { Context, Header, Item } from '../carry/item.ts';
import { read } from '../carry/reading.ts';
import { attributeOf, tokensOf } from '../carry/html-tokens.ts';
import { whenOf } from './read-date.ts';

/** What stands in the `url` of a medium: an address, or HTML with a frame or a quotation. */
interface Medium {
  readonly url: string;
  /** HTML that is a text. */
  readonly words: string;
}

function mediumOf(written: string): Medium {
  if (!written.startsWith('<')) return { url: written, words: '' };
  for (const token of tokensOf(written)) {
    if ('text' in token || token.tag !== 'iframe') continue;
    return { url: attributeOf(token.attributes, 'src'), words: '' };
  }
  return { url: '', words: written };
}

/** An event, an era or a title as an item. An era has no media of its own, but may have all keys. */
export function readSlide(
  value: unknown,
  where: string,
  kind: 'event' | 'state',
  context: Context,
): Item {
  const { losses } = context;
  const slide = read(value, where, losses);
  const text = slide.inner('text');
  const [headline, body] = [text?.text('headline') ?? '', text?.text('text') ?? ''];
  const media = slide.inner('media');
  const { url, words } = mediumOf(media?.text('url') ?? '');
  const [caption = '', credit = '', alt = ''] =
    url === '' ? [] : ['caption', 'credit', 'alt'].map((key) => media?.text(key) ?? '');
  const link = media?.text('link') ?? '';
  const group = slide.text('group');
  const item: Item = {
    where,
    kind,
    title: headline,
    text: words === '' ? body : `${body}<p>${words}</p>`,
    when: whenOf(slide, losses),
    tags: group === '' ? [] : [group],
    media: url === '' ? [] : [{ url, caption, credit, alt }],
    links: link === '' ? [] : [{ url: link }],
  };
  slide.leave();
  return item;
}

/** The title slide: its words are title and summary of the story. All else of it is told. */
export function readTitle(value: unknown, context: Context): Header {
  const slide = read(value, 'the title slide', context.losses);
  const text = slide.inner('text');
  const header = { title: text?.text('headline') ?? '', summary: text?.text('text') ?? '' };
  slide.leave();
  return header;
}
