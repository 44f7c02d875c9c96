import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOtherFormat } from '../../../src/story/formats/read-other-format.ts';
import { exportXlsx } from '../../../src/story/formats/write/xlsx.ts';
import { linkStory } from '../../../src/story/link.ts';
import { parseStoryData } from '../../../src/story/parse/parse.ts';
import type { Story, Text } from '../../../src/story/story.ts';
import { TWO_MEETINGS } from './write/stories.ts';

const fileOf = (name: string): Story => {
  const url = new URL(`../../../geo/stories/${name}.json`, import.meta.url);
  const parsed = parseStoryData(readFileSync(url, 'utf8'));
  if (!parsed.ok) throw new Error(`${name} has faults.`);
  return linkStory(parsed.data);
};

async function readBack(story: Story): Promise<Story> {
  const { bytes } = await exportXlsx(story);
  const imported = await readOtherFormat(bytes);
  if (!imported.ok) throw new Error(JSON.stringify(imported.faults.slice(0, 5)));
  expect(imported.losses).toEqual([]);
  const parsed = parseStoryData(JSON.stringify(imported.story));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults.slice(0, 5)));
  return linkStory(parsed.data);
}

/** A text by its languages: a plain one is in the story's own. */
const inTags = (text: Text | null, language: string) =>
  text === null || typeof text !== 'string' ? text : { [language]: text };
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
const idOf = (entry: { readonly id: string } | null): string | null => entry?.id ?? null;
const idsOf = (entries: readonly { readonly id: string }[]): readonly string[] =>
  entries.map(({ id }) => id);

/** All of a story that sheets hold, as plain values. Parties and tags are known by their names. */
function heldOf(story: Story) {
  const { language, people, places, sources, events } = story;
  const said = (text: Text | null) => inTags(text, language);
  const named = (text: Text) => (typeof text === 'string' ? text : text[language]);
  const { id, title, summary, credits, publisher, published, modified, zone } = story;
  return {
    head: { id, language, zone, publisher, published, modified },
    texts: [title, summary, credits].map(said),
    people: people.map(({ name, role, party, home, ...one }) => [
      one.id,
      one.initials,
      said(name),
      said(role),
      said(party.name),
      idOf(home),
    ]),
    places: places.map((place) => ({
      ...{ id: place.id, zone: place.zone, kind: place.kind, precision: place.precision },
      ...{ main: place.main, within: place.mark.id, name: said(place.name) },
      point: place.point.map(round),
    })),
    // All have the language of the story.
    sources,
    events: events.map((event) => ({
      ...{ id: event.id, kind: event.kind, status: event.status, when: event.when.text },
      ...{ title: said(event.title), text: said(event.text), at: idOf(event.at) },
      ...{ who: idsOf(event.who), about: idsOf(event.about), sources: idsOf(event.sources) },
      letter: event.letter && [event.letter.from.id, event.letter.to.id],
      tags: event.tags.map(({ name }) => named(name)),
      follows: event.follows.map(({ event: earlier, verb }) => `${verb} ${earlier}`).sort(),
      claims: event.claims.map(({ source, says, differs }) => [
        source.id,
        said(says),
        said(differs),
      ]),
      commitments: event.commitments.map((one) => ({
        ...{ id: one.id, text: said(one.text), binds: idOf(one.binds) },
        by: one.by.map(({ name }) => named(name)),
        history: one.history.map(({ when, state, event: cause, text }) => [
          when.text,
          state,
          cause,
          said(text),
        ]),
      })),
      media: event.media
        .slice(0, 1)
        .map(({ kind, src, alt, caption, credit }) => [
          kind,
          src,
          ...[alt, caption, credit].map(said),
        ]),
    })),
  };
}

describe('A workbook of a story', () => {
  it.each([
    ['of the Korean thaw', fileOf('korea-thaw')],
    ['of German unity', fileOf('german-unity')],
    ['of two meetings', TWO_MEETINGS],
  ])('is read back as the same story, in all languages: %s', async (_, story) => {
    expect(heldOf(await readBack(story))).toEqual(heldOf(story));
  });

  it('names a place by its id where a comma or a semicolon in its name would part it', async () => {
    const places = TWO_MEETINGS.places.map((place) => ({
      ...place,
      name: `${String(place.name)}, here; there`,
    }));
    const by = new Map(TWO_MEETINGS.places.map((place, index) => [place, places[index] ?? place]));
    const placed = places.map((place, index) => {
      const mark = TWO_MEETINGS.places[index]?.mark;
      return Object.assign(place, { mark: (mark && by.get(mark)) ?? place });
    });
    const story: Story = {
      ...TWO_MEETINGS,
      places: placed,
      people: TWO_MEETINGS.people.map((one) => ({
        ...one,
        home: (one.home && by.get(one.home)) ?? null,
      })),
      events: TWO_MEETINGS.events.map((event) => ({
        ...event,
        at: (event.at && by.get(event.at)) ?? null,
        about: placed.slice(0, 2),
      })),
    };
    const { events } = await readBack(story);
    expect(events.map(({ about }) => idsOf(about))).toEqual(
      events.map(() => idsOf(placed.slice(0, 2))),
    );
    expect(events.map(({ at }) => idOf(at))).toEqual(story.events.map(({ at }) => idOf(at)));
  });

  it('tells what it has no room for', async () => {
    const wheres = (await exportXlsx(fileOf('german-unity'))).losses.map(({ where }) => where);
    expect(wheres).toEqual([
      'story, frame',
      'story, insets',
      'story, ground',
      'places, geometry',
      'story, parties',
      'story, tags',
    ]);
  });
});
