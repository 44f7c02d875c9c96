import { closeDeep, MAX_DEPTH } from '../../parse/text/depth.ts';
import type { Imported } from '../format.ts';

/** Files of other formats are as large as stories at most. */
export const MAX_FILE = 20 * 1024 * 1024;

/** An import that failed for one reason. */
export const refuse = (where: string, message: string): Imported => ({
  ok: false,
  faults: [{ where, message }],
});

/** The text of a file in UTF-8, or null if it has another encoding. A byte order mark is left out. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What to do with a file that is not UTF-8. */
export const SAVE_AS_UTF8 = 'is not UTF-8. Save the file with the encoding UTF-8.';

/** The value of a JSON file, or why there is none. */
export type JsonValue = { readonly value: unknown } | { readonly fault: string };

/** Reads JSON. A file that is nested too deep is refused before it is parsed. Never throws. */
export function parseJson(bytes: Uint8Array): JsonValue {
  if (bytes.length > MAX_FILE) return { fault: 'has more than 20 MiB. Make it smaller.' };
  const text = textOf(bytes);
  if (text === null) return { fault: SAVE_AS_UTF8 };
  if (closeDeep(text) !== null) {
    return { fault: `is nested more than ${MAX_DEPTH} deep. No file of this format is.` };
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    return { fault: `is no JSON: ${why}. Export the file again.` };
  }
}
