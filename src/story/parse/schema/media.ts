import * as v from 'valibot';
import type { Report } from '../faults/fault.ts';
import { describeValue, isRecord, quoted } from '../faults/raw.ts';
import * as fields from './fields.ts';
import { withForm } from './form.ts';
import { canonicalTag, describeNoLanguage } from './prose.ts';
import { MEDIA_KINDS, type Text } from '../../story.ts';
import { describeWrongAddress } from './web-address.ts';

/** The most media of one event or place. A card with more is a gallery, and no longer a card. */
const MOST = 12;

/** In characters. A text for the ear that is longer belongs in the caption. */
const ALT = 400;
const TEXT = 2000;

/** The longest path, in UTF-16 units. */
const MAX_PATH = 400;

const BESIDE =
  'Write its path from the story file, such as "photos/port.jpg", or an https address.';

/**
 * How a file beside the story may end: as a picture, video, sound or captions. The build publishes it, so no other file of
 * the folder may be named by mistake.
 */
const MEDIA_ENDING =
  /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|mp4|m4v|webm|mov|ogv|mp3|m4a|aac|ogg|oga|opus|wav|flac|vtt)$/i;

/** What is wrong with the path of a file beside the story; null if nothing is. */
export function describeWrongPath(path: string): string | null {
  if (path.trim() === '' || path !== path.trim()) return `${quoted(path)} is no path. ${BESIDE}`;
  if (path.length > MAX_PATH)
    return `has ${path.length} characters. At most ${MAX_PATH} are allowed.`;
  if (/[\p{Cc}\p{Cs}]/u.test(path)) {
    return `${quoted(path)} has a character that no path may have. Rename the file.`;
  }
  if (path.includes('\\')) return `${quoted(path)} has a backslash. Write / between folders.`;
  if (/^[a-z][a-z\d+.-]*:|^\//i.test(path)) {
    return `${quoted(path)} is neither beside the story nor an https address. ${BESIDE}`;
  }
  const steps = path.split('/');
  if (steps.includes('..')) {
    return `${quoted(path)} leads out of the story's folder. Copy the file beside the story.`;
  }
  if (steps.includes('')) return `${quoted(path)} is no path of a file. ${BESIDE}`;
  if (steps.some((step) => /^\.(?!$)/.test(step))) {
    return `${quoted(path)} is hidden, and hidden files are not published. Give it a name that does not begin with a dot.`;
  }
  return MEDIA_ENDING.test(path)
    ? null
    : `${quoted(path)} is no picture, video or sound by its name. Give it the ending of one, such as .jpg, .mp4 or .mp3.`;
}

/** What is wrong with the path or address of a file; null if nothing is. */
export function describeWrongSource(value: string): string | null {
  if (/^http:/i.test(value)) {
    return `${quoted(value)} is not encrypted, and no encrypted page may load it. Write https://.`;
  }
  return /^https:/i.test(value) ? describeWrongAddress(value) : describeWrongPath(value);
}

function checkSource(value: string, report: Report): void {
  const message = describeWrongSource(value);
  if (message !== null) report('media', message);
}

const source = fields.word('a path or an address', checkSource, { form: 'file' });

/** A file in the story's language, or one for each language. */
const captions = fields.field<Text>(
  (value, report) => {
    if (typeof value === 'string') {
      checkSource(value, report);
      return;
    }
    const expected = 'expected a path or an address in quotes';
    if (!isRecord(value) || Object.keys(value).length === 0) {
      report('schema', `${expected}, or one for each language: { "en": "walk.vtt" }.`);
      return;
    }
    const tags = Object.keys(value).map(canonicalTag);
    Object.entries(value).forEach(([tag, file], index) => {
      const same = tags.indexOf(canonicalTag(tag));
      const reportTag: Report = (code, message) => {
        report(code, message, tag);
      };
      if (canonicalTag(tag) === null) reportTag('language', describeNoLanguage(tag));
      else if (same < index)
        reportTag('language', 'is the same language as another key. Keep one.');
      else if (typeof file === 'string') checkSource(file, reportTag);
      else reportTag('schema', `${expected}, got ${describeValue(file)}.`);
    });
  },
  { form: 'captions' },
);

/** One item. `rules/media.ts` checks that it has one source, and what goes with it. */
const item = withForm(
  v.object({
    image: v.optional(source),
    video: v.optional(source),
    audio: v.optional(source),
    alt: fields.title(ALT, 'Say what is to be seen or heard, for readers who cannot.'),
    caption: v.optional(fields.text(TEXT)),
    credit: v.optional(fields.text(TEXT)),
    poster: v.optional(source),
    captions: v.optional(captions),
  }),
  { form: 'one-of', keys: MEDIA_KINDS },
);

/** The media of an event or a place. */
export const media = v.pipe(
  v.array(item),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.value.length <= MOST) return;
    const message = `has ${dataset.value.length} items. At most ${MOST} are allowed.`;
    addIssue({ message, expected: 'too-large' });
  }),
);
