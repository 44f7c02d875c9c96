import { headersOf, parseHeaders } from '../../site/headers.ts';
import { PAGES, type Files } from '../../site/template.ts';
import { FAULT_STYLE_SHEET, FAULT_STYLES, formatFaultPage } from './fault-page.ts';
import { RELOAD_SCRIPT, RELOAD_SOURCE, withReload } from './reload.ts';

/** What is shown at the moment. */
export interface Shown {
  /** The name of this build, in letters and digits. */
  readonly build: string;
  /** The story file as messages name it. */
  readonly name: string;
  readonly faults: readonly string[];
  /** The last site without faults. Only the template's files if there is none yet. */
  readonly files: Files;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const TYPES = new Map(
  Object.entries({
    html: 'text/html; charset=utf-8',
    js: 'text/javascript; charset=utf-8',
    css: 'text/css; charset=utf-8',
    json: 'application/json',
    md: 'text/markdown; charset=utf-8',
    txt: 'text/plain; charset=utf-8',
    csv: 'text/csv; charset=utf-8',
    vtt: 'text/vtt; charset=utf-8',
    svg: 'image/svg+xml',
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    gif: 'image/gif',
    webp: 'image/webp',
    avif: 'image/avif',
    bmp: 'image/bmp',
    tif: 'image/tiff',
    tiff: 'image/tiff',
    mp4: 'video/mp4',
    m4v: 'video/mp4',
    webm: 'video/webm',
    mov: 'video/quicktime',
    ogv: 'video/ogg',
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    aac: 'audio/aac',
    ogg: 'audio/ogg',
    oga: 'audio/ogg',
    opus: 'audio/ogg',
    wav: 'audio/wav',
    flac: 'audio/flac',
  }),
);

const typeOf = (path: string): string =>
  TYPES.get(/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '') ?? 'application/octet-stream';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The file of a path: `index.html` of `/`. Null for a path that is none. */
function fileOf(path: string): string | null {
  try {
    const file = decodeURIComponent(path.slice(1));
    return file === '' ? 'index.html' : file;
  } catch {
    return null;
  }
}

/** Headers of the site that let every other site read it. A story may be secret until it is published. */
const OPEN = ['access-control-allow-origin', 'cross-origin-resource-policy'];

/**
 * What a server with the site's own headers answers to a path, without those that open it to other sites. Pages reload when there is another build. Where the story has
 * faults, they tell them. `range` is the header of that name: players ask for parts of a video.
 */
export function answer(shown: Shown, path: string, range?: string): Answer {
  const rules = parseHeaders(decode(shown.files.get('_headers') ?? new Uint8Array()));
  const siteHeaders = headersOf(rules, path).filter(([name]) => !OPEN.includes(name.toLowerCase()));
  const file = fileOf(path);
  const headers = {
    'Cache-Control': 'no-cache',
    ...Object.fromEntries(siteHeaders),
    // Pages of other ports of this computer may load the element's script.
    'Cross-Origin-Resource-Policy': 'same-site',
    'Content-Type': typeOf(file ?? ''),
  };
  const isPage = PAGES.some((page) => page.file === file);
  if (isPage && shown.faults.length > 0) {
    const html = formatFaultPage(shown.name, shown.faults);
    return { status: 500, headers, body: encode(withReload(html, shown.build)) };
  }
  const body = file === null ? undefined : (ownFiles.get(file) ?? shown.files.get(file));
  if (body === undefined) {
    const plain = { ...headers, 'Content-Type': 'text/plain; charset=utf-8' };
    return { status: 404, headers: plain, body: encode('There is no such file.\n') };
  }
  if (isPage) return { status: 200, headers, body: encode(withReload(decode(body), shown.build)) };
  return partOf({ status: 200, headers, body }, range);
}

const ownFiles: Files = new Map([
  [RELOAD_SCRIPT, encode(RELOAD_SOURCE)],
  [FAULT_STYLES, encode(FAULT_STYLE_SHEET)],
]);

/** The part of a file that is asked for, or all of it where that is no part (RFC 9110, 14.1.2 and 14.2). */
function partOf(whole: Answer, range: string | undefined): Answer {
  const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  const isPart = from !== '' && (to === '' || Number(to) >= Number(from));
  if (!isPart) return whole;
  const { length } = whole.body;
  if (Number(from) >= length) {
    const headers = { ...whole.headers, 'Content-Range': `bytes */${length}` };
    return { status: 416, headers, body: new Uint8Array() };
  }
  const end = Math.min(length, to === '' ? length : Number(to) + 1);
  const part = `bytes ${from}-${end - 1}/${length}`;
  return {
    status: 206,
    headers: { ...whole.headers, 'Content-Range': part },
    body: whole.body.subarray(Number(from), end),
  };
}
