import type { Imported, Loss, StoryDraft } from '../../story/formats/format.ts';
import type { Fault } from '../../story/parse/faults/fault.ts';
import { formatFault } from '../../story/parse/faults/fault.ts';
import { formatWarning, type Warning } from '../../story/parse/faults/warning.ts';
import { nameFile, readBytes, titleOf } from './read-file.ts';
import { readOptions, type ReadingOptions } from './reading-options.ts';

/** A story file; or the story that was made of a file of another format. */
export interface Source {
  /** The file as messages name it. */
  readonly name: string;
  /** A story as JSON. */
  readonly bytes: Uint8Array;
  /** The story of another format, null for a story file. */
  readonly draft: StoryDraft | null;
  /** What the story does not hold of a file of another format. */
  readonly losses: readonly Loss[];
  /** Pictures, videos and sounds of an archive, by their path beside the story. */
  readonly media: ReadonlyMap<string, Uint8Array>;
}

export type SourceResult =
  | { readonly ok: true; readonly source: Source }
  /** `unreadable`: there is no file to read. `faults`: the file is of another format and gives no story. */
  | { readonly ok: false; readonly name: string; readonly unreadable: string }
  | { readonly ok: false; readonly name: string; readonly faults: readonly Loss[] };

/** Reads a file of any format that can become a story. Throws a `UsageError` for a wrong option. */
export async function readSource(path: string, options: ReadingOptions): Promise<SourceResult> {
  const name = nameFile(path);
  const reading = await readOptions(options);
  const bytes = await readBytes(path);
  if (typeof bytes === 'string') return { ok: false, name, unreadable: bytes };
  if (options.format === undefined && isSurelyStory(bytes)) return storySource(name, bytes);
  // Stories do not load what reads other formats.
  const { isOtherFormat } = await import('../../story/formats/is-other-format.ts');
  if (options.format === undefined && !(await isOtherFormat(bytes, path))) {
    return storySource(name, bytes);
  }
  const { importAs } = await import('./import-as.ts');
  return importedSource(
    name,
    await importAs(bytes, options.format, { ...reading, title: titleOf(path) }),
  );
}

/** An object with a version of its own, behind nothing but texts, and with no type, as GeoJSON has one. */
const VERSION =
  /^\uFEFF?\s*\{\s*(?:"(?!type")[^"]{0,64}"\s*:\s*"[^"]{0,2000}"\s*,\s*)*"version"\s*:\s*1\b/;

/** Whether a file is a story by its first keys, whatever else is wrong with it. */
const isSurelyStory = (bytes: Uint8Array): boolean =>
  VERSION.test(new TextDecoder().decode(bytes.subarray(0, 4096)));

const storySource = (name: string, bytes: Uint8Array): SourceResult => ({
  ok: true,
  source: { name, bytes, draft: null, losses: [], media: new Map() },
});

export function importedSource(name: string, imported: Imported): SourceResult {
  if (!imported.ok) return { ok: false, name, faults: imported.faults };
  const { story, losses, media = new Map() } = imported;
  const bytes = new TextEncoder().encode(JSON.stringify(story));
  return { ok: true, source: { name, bytes, draft: story, losses, media } };
}

/** The story as JSON, which may have faults; null for a file that is none. */
export function storyIn({ draft, bytes }: Source): unknown {
  if (draft !== null) return draft;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return null;
  }
}

/** `events.csv: row 7, date: …` */
export const formatLoss = ({ where, message }: Loss, name: string): string =>
  `${name}: ${where}: ${message}`;

/** A fault of a story, in the words of the file that its author wrote. */
export const formatFaultIn = ({ name, draft }: Source, fault: Fault): string =>
  draft === null ? formatFault(fault, name) : `${name}: ${describeIn(fault, draft)}`;

export const formatWarningIn = ({ name, draft }: Source, warning: Warning): string =>
  draft === null
    ? formatWarning(warning, name)
    : `${name}: warning: ${describeIn(warning, draft)} (${warning.code})`;

const LISTS: Readonly<Record<string, string>> = {
  events: 'event',
  people: 'person',
  parties: 'party',
  sources: 'source',
  tags: 'tag',
};

/**
 * A fault with the entry's name instead of its number: `the event "A parade", when: …`. Its line and column are those of
 * the story that was made of the file, so they say nothing to the author.
 */
export function describeIn(
  { path, message }: Pick<Fault, 'path' | 'message'>,
  draft: StoryDraft,
): string {
  const isPlace = path[0] === 'places' && path[1] === 'features';
  const [list, index] = isPlace
    ? [listAt(draft['places'], 'features'), path[2]]
    : [listAt(draft, String(path[0])), path[1]];
  const kind = isPlace ? 'place' : LISTS[String(path[0])];
  const entry: unknown = typeof index === 'number' ? list[index] : undefined;
  const name = nameOfEntry(entry);
  if (kind === undefined || name === null)
    return path.length === 0 ? message : `${path.join('.')}: ${message}`;
  const rest = path
    .slice(isPlace ? 3 : 2)
    .filter((key) => key !== 'properties' && key !== 'geometry');
  return `${[`the ${kind} ${JSON.stringify(name)}`, ...rest].join(', ')}: ${message}`;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = isRecord(value) ? value[key] : undefined;
  return Array.isArray(list) ? list : [];
}

/** The title or name of an entry, in the first language that it has. */
function nameOfEntry(entry: unknown): string | null {
  if (!isRecord(entry)) return null;
  const { properties } = entry;
  const text =
    entry['title'] ?? entry['name'] ?? (isRecord(properties) ? properties['name'] : null);
  const name = isRecord(text) ? Object.values(text)[0] : text;
  return typeof name === 'string' ? name : null;
}
