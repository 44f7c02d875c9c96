import { fetchBytes, type FetchOptions } from './fetch/fetch-bytes.ts';
import { describeFailure } from './fetch/retry.ts';
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

/** What `loadStoryData` may be told. */
export type LoadOptions = Omit<FetchOptions, 'limit'>;

/**
 * Fetches and reads a story, without credentials, as data that JSON can hold. A failure that may pass is tried again twice;
 * the download is given up after 15 s without a byte, and after 60 s in all. Never throws: that, too, is a fault.
 * The caller decides which URLs are allowed. Files of the story lie beside it, wherever the page is.
 */
export async function loadStoryData(
  url: string | URL,
  options: LoadOptions = {},
): Promise<ParsedData> {
  const fetched = await fetchBytes(url, { ...options, limit: MAX_BYTES });
  if (fetched.ok) {
    const parsed = await readStoryData(fetched.bytes);
    // Redirects count: files lie beside the story where it was found.
    return parsed.ok ? { ...parsed, data: resolveMedia(parsed.data, fetched.address) } : parsed;
  }
  const { failure } = fetched;
  if (failure.kind === 'too-large') return refuse(TOO_LARGE);
  const message = `The story could not be loaded: ${describeFailure(failure)}.`;
  return refuse({ path: [], code: 'unreachable', message });
}

/** The same, as a story. */
export async function loadStory(url: string | URL, signal?: AbortSignal): Promise<Parsed> {
  return linkParsed(await loadStoryData(url, { signal }));
}
