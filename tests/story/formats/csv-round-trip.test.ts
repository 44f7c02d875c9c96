import { expect, it } from 'vitest';
import { readOtherFormat } from '../../../src/story/formats/read-other-format.ts';
import { exportCsv } from '../../../src/story/formats/write/csv.ts';
import { textIn } from '../../../src/story/text.ts';
import { THAW } from '../../fixtures/shipped.ts';

interface PlaceRead {
  readonly id: string;
  readonly properties: { readonly name: string };
}

it('The CSV of the shipped story is read back with the same events', async () => {
  const { text } = exportCsv(THAW, 'en');
  const imported = await readOtherFormat(new TextEncoder().encode(text));
  if (!imported.ok) throw new Error(JSON.stringify(imported.faults.slice(0, 5)));
  const read = imported.story['events'] as readonly Record<string, unknown>[];
  const titleOf = (event: (typeof THAW.events)[number]) => textIn(event.title, 'en', 'en').text;
  expect(read.map(({ title }) => title)).toEqual(THAW.events.map(titleOf));
  expect(read.map(({ kind }) => kind)).toEqual(THAW.events.map(({ kind }) => kind));
  expect(read.map(({ id }) => id)).toEqual(THAW.events.map(({ id }) => id));
  const links = (event: (typeof THAW.events)[number]) =>
    event.follows.map(({ event: id, verb }) => `${verb} ${id}`).sort();
  const linksRead = (event: Record<string, unknown>) =>
    ((event['follows'] ?? []) as readonly { event: string; verb?: string }[])
      .map(({ event: id, verb = 'follows' }) => `${verb} ${id}`)
      .sort();
  expect(read.map(linksRead)).toEqual(THAW.events.map(links));
  // Of a place at which nothing happens a table of events has no position.
  const located = new Set(THAW.events.map(({ at }) => at));
  const nameOf = (place: (typeof THAW.places)[number]) => textIn(place.name, 'en', 'en').text;
  const features = (imported.story['places'] as { features: readonly PlaceRead[] }).features;
  const names = new Map(features.map(({ id, properties }) => [id, properties.name]));
  expect(read.map(({ about }) => ((about ?? []) as string[]).map((id) => names.get(id)))).toEqual(
    THAW.events.map(({ about }) => about.filter((place) => located.has(place)).map(nameOf)),
  );
  const drafts = THAW.events.flatMap(({ about }) => about);
  expect(drafts.some((place) => located.has(place))).toBe(true);
});
