import { imageSize } from 'image-size';
import { createHash } from 'node:crypto';
import {
  canShow,
  isOnWeb,
  mapMedia,
  mapSources,
  showMedia,
  type FileKind,
  type MediaPath,
} from '../../story/media.ts';
import type { Fault, Path } from '../../story/parse/faults/fault.ts';
import type { Warning } from '../../story/parse/faults/warning.ts';
import type { Media } from '../../story/story.ts';
import type { StoryData } from '../../story/story-data.ts';

/** Reads a file by its path from the story file. Null if there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array | null>;

/** A file that the site needs beside its pages. */
export interface MediaFile {
  /** `media/port-Ab3dEf12.jpg`. The name changes with the content. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface Measured {
  /** The story with the sizes of its pictures, and with the names of the files in the built site. */
  readonly data: StoryData;
  readonly files: readonly MediaFile[];
  /** Without line and column. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly Warning[];
}

const MIB = 1024 * 1024;

/** From this size in bytes, readers on a phone wait for long, and some hosts refuse the file. */
const LARGE: Readonly<Record<FileKind, number>> = {
  image: 8 * MIB,
  video: 25 * MIB,
  audio: 25 * MIB,
  captions: MIB,
};

/** What browsers show, by the names of image-size. */
const IMAGE_TYPES = new Set(['jpg', 'png', 'webp', 'avif', 'gif', 'svg']);
const IMAGE_NAMES = 'JPEG, PNG, WebP, AVIF, GIF or SVG';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of a picture as it is shown, or a sentence about what is wrong with it. */
function sizeOf(bytes: Uint8Array): Size | string {
  let found: ReturnType<typeof imageSize>;
  try {
    found = imageSize(bytes);
  } catch {
    return `is no picture that can be read. Export it as ${IMAGE_NAMES}.`;
  }
  const { type = '', width, height, orientation = 1 } = found;
  if (!IMAGE_TYPES.has(type)) {
    return `is a picture of type ${type || 'unknown'}, which browsers do not show. Export it as ${IMAGE_NAMES}.`;
  }
  if (!(width > 0 && height > 0)) return 'has no width or height. Write both into the picture.';
  const [across, up] = [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))];
  // From 5 on, a camera was held on its side, and browsers turn the picture.
  return orientation >= 5 ? { width: up, height: across } : { width: across, height: up };
}

/** `media/port-Ab3dEf12.jpg`: what the file was called, as far as an address can say it, and its content. */
function nameOf(path: string, bytes: Uint8Array): string {
  const [, stem = '', ending = ''] = /([^/]*?)(\.[a-z\d]{1,5})?$/i.exec(path) ?? [];
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 8);
  const words = stem
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `media/${words === '' ? '' : `${words.slice(0, 40)}-`}${hash}${ending.toLowerCase()}`;
}

/** The first use of a file, as one kind of file. */
interface Wanted {
  readonly kind: FileKind;
  readonly src: string;
  readonly path: Path;
}

const keyOf = (kind: FileKind, src: string): string => `${kind} ${src}`;

/** How a WebVTT file begins (https://www.w3.org/TR/webvtt1/#file-structure). */
const WEBVTT = /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/;

const inMiB = ({ length }: Uint8Array): string => `${(length / MIB).toFixed(1)} MiB`;

/** The size of a picture, nothing of other files; or a sentence about what is wrong with the file. */
function measure(kind: FileKind, bytes: Uint8Array | null): Partial<Size> | string {
  if (bytes === null)
    return 'is not there. Copy the file beside the story, or write its true path.';
  if (bytes.length === 0) return 'is an empty file. Copy it again.';
  if (kind === 'captions' && !WEBVTT.test(new TextDecoder().decode(bytes.subarray(0, 16)))) {
    return 'is no WebVTT file: its first line is not WEBVTT. Export the captions as WebVTT.';
  }
  return kind === 'image' ? sizeOf(bytes) : {};
}

/** Warns of a film that readers who cannot hear it do not understand. `written`: before anything of it was left out. */
function checkCaptions(media: Media, written: Media, path: MediaPath, warnings: Warning[]): void {
  if (!media.shown) return;
  const lost = written.captions.find(({ src }) => !media.captions.some((each) => each.src === src));
  if (lost !== undefined) {
    const message = `${JSON.stringify(lost.src)} is on a site of which the page loads nothing. Copy the file beside the story.`;
    warnings.push({ path: [...path, 'captions'], code: 'no-captions', message });
  } else if (media.kind === 'video' && media.captions.length === 0) {
    const message = `${JSON.stringify(written.src)} has no captions for readers who cannot hear it. Name a WebVTT file in "captions".`;
    warnings.push({ path: [...path, 'video'], code: 'no-captions', message });
  }
}

/**
 * Reads the files of a story's media, once each: their sizes, so that nothing moves when they come, and their bytes, for
 * the site. A file that is missing, no picture or no WebVTT is a fault. `origins`: other sites whose media the pages may load, such
 * as `https://images.example`; media of all others stay links.
 */
export async function measureMedia(
  data: StoryData,
  readFile: ReadFile,
  origins: readonly string[] = [],
): Promise<Measured> {
  const wanted = new Map<string, Wanted>();
  mapMedia(data, (media, path) =>
    mapSources(media, (src, kind, key) => {
      const isKnown = isOnWeb(src) || wanted.has(keyOf(kind, src));
      if (!isKnown) wanted.set(keyOf(kind, src), { kind, src, path: [...path, key] });
      return src;
    }),
  );
  const files = new Map<string, MediaFile>();
  const found = new Map<string, Partial<Size> & { readonly src: string }>();
  const faults: Fault[] = [];
  const warnings: Warning[] = [];
  for (const [key, { kind, src, path }] of wanted) {
    const bytes = await readFile(src);
    const size = measure(kind, bytes);
    if (bytes === null || typeof size === 'string') {
      const message = `${JSON.stringify(src)} ${String(size)}`;
      faults.push({ path, code: 'media', message });
      continue;
    }
    const limit = LARGE[kind];
    if (bytes.length > limit) {
      const message = `${JSON.stringify(src)} has ${inMiB(bytes)}. Make it smaller than ${limit / MIB} MiB.`;
      warnings.push({ path, code: 'large-file', message });
    }
    const fileName = nameOf(src, bytes);
    files.set(fileName, { fileName, bytes });
    found.set(key, { src: fileName, ...size });
  }
  const isAllowed = (src: string, kind: FileKind): boolean =>
    !isOnWeb(src) || canShow(src, kind, origins);
  const measured = mapMedia(data, (written, path) => {
    const media = showMedia(written, isAllowed);
    checkCaptions(media, written, path, warnings);
    const { width = null, height = null } = found.get(keyOf(media.kind, media.src)) ?? {};
    const named = mapSources(media, (src, kind) => found.get(keyOf(kind, src))?.src ?? src);
    return { ...named, width, height };
  });
  return { data: measured, files: [...files.values()], faults, warnings };
}
