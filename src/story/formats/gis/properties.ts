import { isRecord } from '../../parse/faults/raw.ts';
import type { Item } from '../carry/item.ts';
import type { MediaWords } from '../carry/media.ts';
import type { Reading } from '../carry/reading.ts';

/** What the properties of a feature say in words. No format fixes their names; these are the usual ones. */
export type Words = Required<Pick<Item, 'title' | 'text' | 'tags' | 'media' | 'links'>>;

const TITLES = ['title', 'name', 'headline', 'label', 'Name', 'Title', 'NAME'];
const TEXTS = [
  'description',
  'desc',
  'text',
  'summary',
  'popupContent',
  'body',
  'content',
  'Description',
  'notes',
  'cmt',
];
const TAGS = ['tags', 'tag', 'category', 'categories', 'group', 'type', 'Category'];
const MEDIA = ['image', 'photo', 'picture', 'img', 'video', 'audio', 'media'];
const LINKS = ['url', 'link', 'href', 'website', 'source_url', 'source'];

const isWeb = (text: string): boolean => /^(?:https?:)?\/\/\S+$/i.test(text);

/** The texts of a key that may have one text or a list of them. Nothing is taken if it has anything else. */
function textsOf(properties: Reading, record: unknown, key: string): readonly string[] {
  const value = isRecord(record) && Object.hasOwn(record, key) ? record[key] : undefined;
  if (typeof value === 'string') return [properties.text(key)].filter((text) => text !== '');
  const isTexts = Array.isArray(value) && value.every((one) => typeof one === 'string');
  return isTexts ? properties.list(key).map((one) => String(one)) : [];
}

/** togeojson writes a description with HTML as `{ "@type": "html", "value": "…" }`. */
function htmlOf(properties: Reading, record: unknown): string {
  const value = isRecord(record) ? record['description'] : undefined;
  if (!isRecord(value) || typeof value['value'] !== 'string') return '';
  const inner = properties.inner('description');
  inner?.take('@type');
  return inner?.text('value') ?? '';
}

/** Takes title, text, tags, media and links of properties. `record` is the object that is read. */
export function takeWords(properties: Reading, record: unknown): Words {
  const title = properties.text(...TITLES);
  const text = htmlOf(properties, record) || properties.text(...TEXTS);
  const tags = TAGS.flatMap((key) => textsOf(properties, record, key));
  const urls = MEDIA.flatMap((key) => textsOf(properties, record, key));
  const words = urls.length === 0 ? {} : mediaWords(properties);
  const links = LINKS.flatMap((key) => {
    const texts =
      isRecord(record) && typeof record[key] === 'string' && isWeb(record[key])
        ? textsOf(properties, record, key)
        : [];
    return texts.map((url) => ({ url }));
  });
  // What is said of media is said of the first.
  const media = urls.map((url, index) => ({ url, ...(index === 0 ? words : {}) }));
  return { title, text, tags, media, links };
}

const mediaWords = (properties: Reading): Omit<MediaWords, 'url'> => ({
  caption: properties.text('caption', 'image_caption'),
  credit: properties.text('credit', 'image_credit', 'attribution'),
  alt: properties.text('alt', 'image_alt'),
});
