import { compose } from './text/compose.ts';
import { closeDeep, findTooDeep } from './text/depth.ts';
import { describeOtherTool } from './schema/other-tools.ts';
import { readDraft } from './schema/draft.ts';
import { capFaults } from './faults/fault.ts';
import type { Fault } from './faults/fault.ts';
import { capWarnings } from './faults/warning.ts';
import type { Warning } from './faults/warning.ts';
import { tidyPlaces } from './schema/geojson.ts';
import { collectIds } from './schema/ids.ts';
import { linkStory } from '../link.ts';
import { buildData } from './build/build-data.ts';
import { inFileOrder } from './faults/fault-order.ts';
import { describeValue, fieldOf, isRecord } from './faults/raw.ts';
import { scanJson } from './text/duplicate-keys.ts';
import type { Story } from '../story.ts';
import type { StoryData } from '../story-data.ts';
import { checkColours } from './rules/colours.ts';
import { checkSmallFrames } from './rules/frames.ts';
import { checkSourced, checkUses } from './rules/unused-entries.ts';
import { checkVia } from './rules/via.ts';

/** The largest story file: 20 MiB, or 100,000 events of 200 characters. */
export const MAX_BYTES: number = 20 * 1024 * 1024;

export const TOO_LARGE: Fault = {
  path: [],
  code: 'too-large',
  message: 'The story is over 20 MiB. Split it.',
};

/** A story, or its faults; and its warnings. Both in the order of the file, at most `MAX_FAULTS` of each. */
export type Parsed =
  | { readonly ok: true; readonly story: Story; readonly warnings: readonly Warning[] }
  | {
      readonly ok: false;
      readonly faults: readonly Fault[];
      readonly warnings: readonly Warning[];
    };

/** The same before its ids are linked: what a build sends to the browser. */
export type ParsedData =
  { readonly ok: true; readonly data: StoryData; readonly warnings: readonly Warning[] } | Refusal;

interface Refusal {
  readonly ok: false;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Warning[];
}

export const refuse = (...faults: readonly Fault[]): Refusal => ({
  ok: false,
  faults,
  warnings: [],
});

export const linkParsed = (parsed: ParsedData): Parsed =>
  parsed.ok ? { ok: true, story: linkStory(parsed.data), warnings: parsed.warnings } : parsed;

/** Warns of what only the build and the checker can know, because it needs data that no page loads. */
export type Rule = (story: StoryData, warnings: Warning[]) => void;

/** The fault of a story in a later version of the format. All others would follow from it. */
function findNewer(json: Readonly<Record<string, unknown>>): Fault | null {
  const version = fieldOf(json, 'version');
  const number = typeof version === 'string' ? Number(version) : version;
  if (typeof number !== 'number' || !(number > 1)) return null;
  const message = `is ${number}. This program reads version 1. Use a newer one, or write the story in version 1.`;
  return { path: ['version'], code: 'schema', message };
}

/** Checks a whole story and resolves its dates. */
function checkStory(written: unknown, faults: Fault[], rules: readonly Rule[]): ParsedData {
  const composed = compose(written);
  if (!isRecord(composed)) {
    const message = `A story is an object, { … }; this is ${describeValue(composed)}.`;
    return refuse({ path: [], code: 'schema', message });
  }
  const newer = findNewer(composed);
  // The version itself may be written twice.
  if (newer !== null) return refuse(...faults, newer);
  const other = describeOtherTool(composed);
  if (other !== null) return refuse({ path: [], code: 'schema', message: other });
  const found: Warning[] = [];
  const findings = { faults, warnings: found, ignored: [] };
  const json = tidyPlaces(composed, findings);
  const ids = collectIds(json, faults);
  const data = buildData(readDraft(json, ids, findings), findings);
  if (data !== null && faults.length === 0) {
    checkUses(data, found);
    checkSourced(data, found);
    checkColours(json, data, found);
    checkVia(data, faults, found);
    checkSmallFrames(data, found);
    for (const rule of rules) rule(data, found);
  }
  const warnings = capWarnings(inFileOrder(found, composed));
  if (data !== null && faults.length === 0) return { ok: true, data, warnings };
  return { ok: false, faults: capFaults(inFileOrder(faults, composed)), warnings };
}

/** Reads a story from parsed JSON. Never throws, whatever the value. */
export function parseStoryValue(json: unknown): Parsed {
  try {
    const deep = findTooDeep(json);
    return deep ? refuse(deep) : linkParsed(checkStory(json, [], []));
  } catch {
    // A value that is not from JSON may have a getter or a proxy that throws.
    const message = 'throws an error when it is read. Pass a value as JSON.parse returns it.';
    return refuse({ path: [], code: 'schema', message: `This value ${message}` });
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What is wrong with text that `JSON.parse` rejects: deep nesting or a syntax error, whichever comes first. */
function faultsOfText(text: string): readonly Fault[] {
  const closed = closeDeep(text);
  if (closed !== null && isJson(closed)) return scanJson(text);
  const message = text.trim() === '' ? 'The file is empty.' : 'This is not JSON.';
  return [{ path: [], code: 'json-syntax', message }];
}

/** Reads a story from JSON text. Never throws. Ignores a byte order mark. */
export const parseStory = (text: string): Parsed => linkParsed(parseStoryData(text));

/** The same, as data that JSON can hold. */
export function parseStoryData(text: string, rules: readonly Rule[] = []): ParsedData {
  if (text.length > MAX_BYTES) return refuse(TOO_LARGE);
  const body = text.replace(/^\uFEFF/, '');
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return refuse(...faultsOfText(body));
  }
  const faults = scanJson(body);
  if (faults.some(({ code }) => code === 'too-deep')) return refuse(...faults);
  return checkStory(json, faults, rules);
}
