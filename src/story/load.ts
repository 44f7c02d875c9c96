import { formatFault } from './parse/faults/fault.ts';
import type { Fault } from './parse/faults/fault.ts';
import type { Warning } from './parse/faults/warning.ts';
import { resolveMedia } from './media.ts';
import { linkParsed, MAX_BYTES, parseStoryData, refuse, TOO_LARGE } from './parse/parse.ts';
import type { Parsed, ParsedData, Rule } from './parse/parse.ts';

/** Adds line and column to faults or warnings. The JSON parser that knows them is loaded on demand. */
export async function locateFaults<T extends Fault | Warning>(
  faults: readonly T[],
  text: string,
): Promise<readonly T[]> {
  if (faults.length === 0) return faults;
  const { locate } = await import('./parse/text/locate.ts');
  return locate(faults, text);
}

/** Faults as lines of text: `file:line:column path: message`. */
export async function formatFaults(
  faults: readonly Fault[],
  file: string,
  text: string,
): Promise<readonly string[]> {
  const located = await locateFaults(faults, text);
  return located.map((fault) => formatFault(fault, file));
}

/** Reads a story from the bytes of a file. Faults and warnings carry line and column. Never throws. */
export const readStory = async (bytes: Uint8Array): Promise<Parsed> =>
  linkParsed(await readStoryData(bytes));

/** The same, as data that JSON can hold; checked by further rules. */
export async function readStoryData(
  bytes: Uint8Array,
  rules: readonly Rule[] = [],
): Promise<ParsedData> {
  if (bytes.length > MAX_BYTES) return refuse(TOO_LARGE);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { locateEncoding } = await import('./parse/text/locate.ts');
    return refuse(locateEncoding(bytes));
  }
  const parsed = parseStoryData(text, rules);
  const warnings = await locateFaults(parsed.warnings, text);
  if (parsed.ok) return { ...parsed, warnings };
  return { ...parsed, faults: await locateFaults(parsed.faults, text), warnings };
}

/** The bytes of a response, or null if there are too many. Counts them itself: `content-length` may be wrong. */
async function bytesOf(response: Response): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > MAX_BYTES) {
      await reader.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/**
 * Fetches and reads a story, without credentials. Never throws: a network failure is a fault too.
 * The caller decides which URLs are allowed. Files of the story lie beside it, wherever the page is.
 */
export async function loadStory(url: string | URL, signal?: AbortSignal): Promise<Parsed> {
  const unreachable = (why: string): Parsed =>
    refuse({ path: [], code: 'unreachable', message: `The story could not be loaded: ${why}.` });
  try {
    const response = await fetch(url, { credentials: 'omit', ...(signal ? { signal } : {}) });
    if (!response.ok) return unreachable(`the server answered ${response.status}`);
    const bytes = await bytesOf(response);
    if (bytes === null) return refuse(TOO_LARGE);
    const parsed = await readStoryData(bytes);
    if (!parsed.ok) return parsed;
    // Redirects count: files lie beside the story where it was found.
    const data = resolveMedia(parsed.data, response.url || String(url));
    return linkParsed({ ...parsed, data });
  } catch {
    return unreachable('there was no answer');
  }
}
