import { warnOfUnreadable } from '../../src/site/checks/unreadable.ts';
import { checkPositions } from '../../src/site/checks/misplaced.ts';
import type { Loss, StoryDraft } from '../../src/story/formats/format.ts';
import { readOtherFormat } from '../../src/story/formats/read-other-format.ts';
import { readStoryData } from '../../src/story/load.ts';
import { formatFault } from '../../src/story/parse/faults/fault.ts';
import { formatWarning } from '../../src/story/parse/faults/warning.ts';
import type { ParsedData } from '../../src/story/parse/parse.ts';

/** A golden file can be read at a glance: a line that is longer than this is cut. */
const LONGEST_LINE = 1000;

const count = (length: number, one: string): string => `${length} ${one}${length === 1 ? '' : 's'}`;

const textOf = (lines: readonly string[]): string =>
  lines
    .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line))
    .map((line) => `${line}\n`)
    .join('');

interface Checked {
  readonly parsed: ParsedData;
  readonly lines: readonly string[];
}

async function check(bytes: Uint8Array, name: string): Promise<Checked> {
  const parsed = await readStoryData(bytes, [checkPositions, warnOfUnreadable]);
  const faults = parsed.ok ? [] : parsed.faults.map((fault) => formatFault(fault, name));
  const warnings = parsed.warnings.map((warning) => formatWarning(warning, name));
  return { parsed, lines: [...faults, ...warnings] };
}

const contentsOf = (parsed: ParsedData): string =>
  parsed.ok
    ? `a story: ${count(parsed.data.events.length, 'event')}, ${count(parsed.data.places.length, 'place')}`
    : 'no story';

/** What `npm run check-story` tells of a story file, below a line that says whether it is a story. */
export const printCheck = async (bytes: Uint8Array, name: string): Promise<string> =>
  textOf(await check(bytes, name).then(({ parsed, lines }) => [contentsOf(parsed), ...lines]));

const told = ({ where, message }: Loss): string => `${where}: ${message}`;

const bytesOf = (story: StoryDraft): Uint8Array => new TextEncoder().encode(JSON.stringify(story));

/** The first events of a story as the file tells them, so that a wrong date or position can be seen. */
function eventsOf(draft: StoryDraft): readonly string[] {
  const { events, places } = draft as unknown as Drafted;
  const positionOf = new Map(places.features.map(({ id, geometry }) => [id, geometry.coordinates]));
  return events.slice(0, 5).map(({ when, title, at, about, follows = [] }) => {
    const position = at === undefined ? '' : `, at ${at} ${JSON.stringify(positionOf.get(at))}`;
    const concerns = about === undefined ? '' : `, about ${about.join(', ')}`;
    const links = follows.map(({ event, verb = 'follows' }) => `, ${verb} ${event}`).join('');
    return `${when} ${JSON.stringify(title)}${position}${concerns}${links}`;
  });
}

interface Drafted {
  readonly events: readonly {
    readonly when: string;
    readonly title: unknown;
    readonly at?: string;
    readonly about?: readonly string[];
    readonly follows?: readonly { readonly event: string; readonly verb?: string }[];
  }[];
  readonly places: {
    readonly features: readonly {
      readonly id: string;
      readonly geometry: { readonly coordinates: unknown };
    }[];
  };
}

/**
 * What an import tells of a file of another tool: its faults; or its story, its losses, and what the checker tells of
 * the story. The story's faults have no line: nobody has its file yet.
 */
export async function printImport(bytes: Uint8Array): Promise<string> {
  const imported = await readOtherFormat(bytes);
  if (!imported.ok) return textOf(['no story', ...imported.faults.map(told)]);
  const { parsed, lines } = await check(bytesOf(imported.story), 'story');
  const withoutLines = lines.map((line) => line.replace(/^story:\d+:\d+/, 'story'));
  const losses = imported.losses.map(told);
  return textOf([contentsOf(parsed), ...eventsOf(imported.story), ...losses, ...withoutLines]);
}
