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

const SOURCE = { id: 'completed-source', publisher: 'Test', title: 'Test' };
const HOME = {
  type: 'Feature',
  id: 'completed-place',
  geometry: { type: 'Point', coordinates: [0.1, 51] },
  properties: { name: 'Somewhere', zone: 'UTC', kind: 'site', precision: 1000 },
};

function completeEvent(event: StoryDraft): StoryDraft {
  const { tags, media, ...rest } = event;
  void [tags, media];
  return { kind: 'report', at: HOME.id, sources: [SOURCE.id], ...rest };
}

function completePlace(place: StoryDraft): StoryDraft {
  const { geometry, properties } = place as { geometry: { type: string }; properties: StoryDraft };
  const shape = geometry.type === 'MultiPolygon' ? HOME.geometry : geometry;
  return {
    ...place,
    geometry: shape,
    properties: { zone: 'UTC', kind: 'site', precision: 1000, ...properties },
  };
}

/**
 * TO BE THINNED: a story in the format that is coming, with the keys that today's parser still requires and without those
 * that it does not know. Once the parser knows the new format, this is `(draft) => draft`.
 */
export function complete(draft: StoryDraft): StoryDraft {
  const { tags, ...rest } = draft;
  void tags;
  return {
    frame: [-179, -80, 179, 80],
    ...rest,
    parties: [{ id: 'completed-party', name: 'Test', hue: 'other' }],
    people: listIn(draft, 'people').map((one) => ({
      role: 'Test',
      party: 'completed-party',
      initials: 'T',
      ...one,
    })),
    sources: [SOURCE, ...listIn(draft, 'sources')],
    places: { type: 'FeatureCollection', features: [HOME, ...placesIn(draft).map(completePlace)] },
    events: listIn(draft, 'events').map(completeEvent),
  };
}

/** The faults that the parser finds in an imported story. */
export function parserFaults(draft: StoryDraft): readonly string[] {
  const parsed = parseStoryValue(complete(draft));
  return parsed.ok ? [] : parsed.faults.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
