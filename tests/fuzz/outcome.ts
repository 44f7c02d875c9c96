import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { createChronology } from '../../src/story/chronology.ts';
import type { StoryDraft } from '../../src/story/formats/format.ts';
import type { OtherOptions } from '../../src/story/formats/carry/item.ts';
import { readOtherFormat } from '../../src/story/formats/read-other-format.ts';
import { bundledGrounds } from '../../src/map/basemap/bundled-grounds.ts';
import { localizeData } from '../../src/story/localize-data.ts';
import { linkStory } from '../../src/story/link.ts';
import { readStoryData } from '../../src/story/load.ts';
import { formatFault, MAX_FAULTS } from '../../src/story/parse/faults/fault.ts';
import type { Fault } from '../../src/story/parse/faults/fault.ts';
import type { ParsedData } from '../../src/story/parse/parse.ts';
import type { StoryData } from '../../src/story/story-data.ts';
import { createScenes } from '../../src/scene/scenes.ts';
import { warnOfUnreadable } from '../../src/site/checks/unreadable.ts';
import { readableLanguagesOf } from '../../src/ui/words/readable-languages.ts';
import { renderPage } from '../../src/site/render-page.ts';
import { checkPositions } from '../../src/site/checks/misplaced.ts';

const schema = new URL('../../geo/story.schema.json', import.meta.url);
/** A second reader of the story format. */
const isValid = new Ajv2020({ strict: true }).compile(
  JSON.parse(readFileSync(schema, 'utf8')) as object,
);

/**
 * What the parser accepts, editors that know the JSON Schema must not mark as wrong. Places are left out: the parser reads
 * what programs for maps export, and the schema describes what an author writes.
 */
export function requireSchema(story: unknown): void {
  const written = JSON.parse(JSON.stringify(story)) as Record<string, unknown>;
  Reflect.deleteProperty(written, 'places');
  if (!isValid(written)) throw new Error(`The schema refuses: ${JSON.stringify(isValid.errors)}`);
}

function requireThat(holds: boolean, why: string): asserts holds {
  if (!holds) throw new Error(why);
}

/** A fault has a sentence and a position. No message may flood a terminal. */
function requireSentence({ message, position, code }: Fault, isLocated: boolean): void {
  requireThat(/\S.*[.…!?:\]}>]$/s.test(message), `No sentence: ${message}`);
  requireThat(
    message.length < 1500,
    `A message has ${message.length} characters: ${message.slice(0, 300)}`,
  );
  requireThat(!isLocated || position !== undefined || code === 'more', `No position: ${message}`);
}

/** Reads a story file as the build does. Fails unless it ends as a story or as faults that say what to do. */
export async function readAnyStory(bytes: Uint8Array): Promise<ParsedData> {
  const parsed = await readStoryData(bytes, [checkPositions, warnOfUnreadable]);
  for (const { message } of parsed.warnings) requireThat(message !== '', 'A warning says nothing.');
  if (parsed.ok) return parsed;
  const { faults } = parsed;
  requireThat(faults.length > 0, 'There is neither a story nor a fault.');
  requireThat(faults.length <= MAX_FAULTS + 1, `There are ${faults.length} faults.`);
  for (const fault of faults) requireSentence(fault, fault.path.length > 0);
  return parsed;
}

/** The page and the frame of a story as HTML, as the build writes them. */
export async function renderStory(data: StoryData): Promise<readonly string[]> {
  const story = linkStory(localizeData(data, data.language));
  const languages = readableLanguagesOf(data);
  const pages = await Promise.all(
    (['page', 'frame'] as const).map((layout) =>
      renderPage({ story, languages, layout, grounds: bundledGrounds }),
    ),
  );
  return pages.map(({ body }) => body);
}

/** Shows a story at each of its turns. */
export function showEveryTurn(data: StoryData): void {
  const story = linkStory(data);
  const chronology = createChronology(story);
  const scenes = createScenes(story, chronology);
  requireThat(Number.isFinite(chronology.duration), 'The story has no end.');
  const last = scenes.turnAt(chronology.duration);
  const [place] = story.places;
  const [person] = story.people;
  const selections = [
    { selected: null, selectedPerson: null },
    { selected: place?.id ?? null, selectedPerson: null },
    { selected: null, selectedPerson: person?.id ?? null },
  ];
  for (let turn = 0; turn <= last; turn += 1) {
    for (const selection of selections) scenes.episodeAt(turn, selection);
  }
  const [selection] = selections;
  for (const time of [0, ...chronology.starts, chronology.duration]) {
    scenes.arcsAt(time);
    if (selection) scenes.dateAt(time, scenes.episodeAt(scenes.turnAt(time), selection));
  }
}

const bytesOf = (draft: StoryDraft): Uint8Array => new TextEncoder().encode(JSON.stringify(draft));

/** Reads a file of another tool. Fails unless it ends as a story that the parser accepts, or as faults. */
export async function importAny(bytes: Uint8Array, options: OtherOptions): Promise<boolean> {
  const imported = await readOtherFormat(bytes, options);
  const told = imported.ok ? imported.losses : imported.faults;
  for (const { where, message } of told) {
    requireThat(where !== '' && message !== '', 'A loss or fault says nothing.');
    requireThat(!/cannot be read: /.test(message), `A reader threw an error: ${message}`);
    requireThat(
      message.length < 3000,
      `A message has ${message.length} characters: ${message.slice(0, 300)}`,
    );
  }
  if (!imported.ok) {
    requireThat(imported.faults.length > 0, 'There is neither a story nor a fault.');
    return false;
  }
  const parsed = await readAnyStory(bytesOf(imported.story));
  const faults = parsed.ok ? [] : parsed.faults.map((fault) => formatFault(fault, 'story'));
  requireThat(faults.length === 0, `The parser refuses an imported story:\n${faults.join('\n')}`);
  return true;
}
