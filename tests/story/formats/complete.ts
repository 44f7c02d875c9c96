import { parseStoryValue } from '../../../src/story/parse/parse.ts';
import type { Imported, StoryDraft } from '../../../src/story/formats/format.ts';
import type { OtherOptions } from '../../../src/story/formats/carry/item.ts';
import { readOtherFormat } from '../../../src/story/formats/read-other-format.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A list of objects in a draft. */
export const listIn = (draft: StoryDraft, key: string): readonly StoryDraft[] =>
  (draft[key] ?? []) as readonly StoryDraft[];

export const placesIn = ({ places }: StoryDraft): readonly StoryDraft[] =>
  (places as { features: readonly StoryDraft[] }).features;

/** The story of a file; fails with the faults if there is none. */
export async function importText(text: string, options: OtherOptions = {}) {
  const imported = await readOtherFormat(bytesOf(text), options);
  if (!imported.ok) throw new Error(JSON.stringify(imported.faults, null, 1));
  const { story, losses } = imported;
  return {
    story,
    losses: losses.map(({ where, message }) => `${where}: ${message}`),
    events: listIn(story, 'events'),
    places: placesIn(story),
  };
}

/** The faults of a file that gives no story, as lines. */
export function faultsOf(imported: Imported): readonly string[] {
  if (imported.ok) throw new Error('There is a story.');
  return imported.faults.map(({ where, message }) => `${where}: ${message}`);
}

/**
 * TO BE THINNED: a story without the keys that the parser does not know yet, tags and media. Once it knows them, this is
 * `(draft) => draft`.
 */
function withoutNewKeys({ tags, media, ...rest }: StoryDraft): StoryDraft {
  void [tags, media];
  return rest;
}

const complete = (draft: StoryDraft): StoryDraft => ({
  ...withoutNewKeys(draft),
  events: listIn(draft, 'events').map(withoutNewKeys),
});

/** The faults that the parser finds in an imported story. */
export function parserFaults(draft: StoryDraft): readonly string[] {
  const parsed = parseStoryValue(complete(draft));
  return parsed.ok ? [] : parsed.faults.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
