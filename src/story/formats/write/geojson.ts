import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Media, Source, Story, StoryEvent } from '../../story.ts';
import type { Exported } from '../format.ts';
import { firstDay, lastDay } from './dates.ts';
import { geometryOf } from './geometry.ts';
import { plainOf } from './html.ts';
import { toJson } from './json.ts';
import { lossesOf, type Held } from './losses.ts';
import { createNames, type Names } from './names.ts';
import { createTexts, type Texts } from './texts.ts';

const HELD: Held = {
  name: 'a GeoJSON file of events',
  story: [],
  events: [
    'kind',
    'status',
    'title',
    'text',
    'when',
    'at',
    'who',
    'about',
    'letter',
    'sources',
    'tags',
    'media',
  ],
  people: ['name'],
  places: ['name', 'geometry'],
  sources: ['publisher', 'title', 'author', 'date', 'url'],
};

function sourceOf(source: Source, { line }: Texts, names: Names) {
  const { id, publisher, title, author, date, url } = source;
  return {
    publisher: line(publisher, `sources, ${id}, publisher`),
    title: line(title, `sources, ${id}, title`),
    ...(author === null ? {} : { author: line(author, `sources, ${id}, author`) }),
    ...(date === null ? {} : { date }),
    ...(url === null ? {} : { url: names.url(source) }),
  };
}

function mediumOf(event: string, medium: Media, names: Names) {
  const { url, alt, caption, credit } = names.medium(event, medium);
  return { url, kind: medium.kind, alt, caption: plainOf(caption), credit: plainOf(credit) };
}

function featureOf(event: StoryEvent, texts: Texts, names: Names): Feature<Geometry | null> {
  const { id, at, when, letter, tags, media } = event;
  return {
    type: 'Feature',
    id,
    geometry: at && geometryOf(at),
    properties: {
      id,
      title: texts.line(event.title, `events, ${id}, title`),
      text: plainOf(texts.prose(event.text, `events, ${id}, text`)),
      start: firstDay(when),
      end: lastDay(when),
      date: when.text,
      place: at && names.place(at),
      kind: event.kind,
      status: event.status,
      people: event.who.map(names.person),
      ...(letter && { from: names.person(letter.from), to: names.person(letter.to) }),
      ...(event.about.length > 0 && { about: event.about.map(names.place) }),
      ...(tags.length > 0 && { tags: tags.map(names.tag) }),
      ...(media.length > 0 && {
        media: media.map((each) => mediumOf(id, each, names)),
      }),
      sources: event.sources.map((source) => sourceOf(source, texts, names)),
    },
  };
}

/**
 * A Feature (RFC 7946) for each event, in the order of the story: the shape of its place, or no geometry. `start` and
 * `end` are the first and the last day or clock time of the event, null where the date is open; `date` is EDTF.
 */
export function exportGeojson(story: Story, language: string): Exported {
  const texts = createTexts(story, language);
  const names = createNames(texts);
  const collection: FeatureCollection<Geometry | null> = {
    type: 'FeatureCollection',
    features: story.events.map((event) => featureOf(event, texts, names)),
  };
  return {
    text: toJson(collection),
    losses: [...lossesOf(story, language, HELD), ...texts.losses()],
  };
}
