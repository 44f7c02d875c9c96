import { fieldOf, isRecord, listOf } from '../../parse/faults/raw.ts';
import { composeStory } from '../carry/compose-story.ts';
import { shapesOf } from '../carry/geometry.ts';
import type { Context, Item, Link, OtherOptions } from '../carry/item.ts';
import { zoneOf } from '../carry/item.ts';
import type { MediaWords } from '../carry/media.ts';
import { parseJson, refuse } from '../carry/read-bytes.ts';
import { read, tellLost } from '../carry/reading.ts';
import type { Reading } from '../carry/reading.ts';
import type { Imported } from '../format.ts';
import { partsOf } from '../gis/geojson.ts';
import { readWhen } from '../gis/when.ts';

/** Whether a value is in the Linked Places Format: GeoJSON whose features have names, or its JSON-LD context. */
export function isLinkedPlaces(value: unknown): boolean {
  if (fieldOf(value, 'type') !== 'FeatureCollection') return false;
  const context = fieldOf(value, '@context');
  const isNamed = typeof context === 'string' && /linkedplaces|linked-places/i.test(context);
  return (
    isNamed ||
    listOf(value, 'features').some(
      (one) => Array.isArray(fieldOf(one, 'names')) && isRecord(fieldOf(one, 'properties')),
    )
  );
}

const ADD = 'Add "when": { "timespans": [{ "start": { "in": "2018-06-12" } }] } to the feature.';

/** The text of the first entry of a list; all other keys and entries are told. */
function firstOf(feature: Reading, list: string, key: string, context: Context): string {
  const { losses } = context;
  const { where } = feature;
  const texts = feature.list(list).map((value, index) => {
    const entry = read(value, where, losses, `${list}.`);
    const text = entry.text(key);
    // A `when` of a name or a type says since when it was used, not when something happened.
    entry.leave();
    if (index > 0 && text !== '') tellLost(text, `${list}[${index}].${key}`, where, losses);
    return text;
  });
  return texts.find((text) => text !== '') ?? '';
}

function typesOf(feature: Reading, { losses }: Context): readonly string[] {
  return feature.list('types').flatMap((value) => {
    const type = read(value, feature.where, losses, 'types.');
    const label = type.text('label');
    type.leave();
    return label === '' ? [] : [label];
  });
}

function linksOf(feature: Reading, { losses }: Context): readonly Link[] {
  const { where } = feature;
  return feature.list('links').flatMap((value) => {
    const link = read(value, where, losses, 'links.');
    const written = link.text('identifier');
    const isPage = /^https?:\/\//i.test(written);
    if (written !== '' && !isPage) tellLost(written, 'links.identifier', where, losses);
    link.leave();
    return isPage ? [{ url: written }] : [];
  });
}

function picturesOf(feature: Reading, { losses }: Context): readonly MediaWords[] {
  return feature.list('depictions').flatMap((value) => {
    const picture = read(value, feature.where, losses, 'depictions.');
    const words = {
      url: picture.text('@id'),
      caption: picture.text('title'),
      credit: picture.text('license'),
    };
    picture.leave();
    return words.url === '' ? [] : [words];
  });
}

function itemsOf(value: unknown, where: string, context: Context): readonly Item[] {
  const { losses } = context;
  const feature = read(value, where, losses);
  feature.take('type');
  const geometry = feature.take('geometry');
  const properties = feature.inner('properties');
  const when = feature.inner('when');
  const uri = feature.text('@id');
  const isPage = /^https?:\/\//i.test(uri);
  if (uri !== '' && !isPage) tellLost(uri, '@id', where, losses);
  const toponym = firstOf(feature, 'names', 'toponym', context);
  const title = properties?.text('title') ?? '';
  const parts = partsOf(geometry, where, context);
  const { shapes: all } = shapesOf(geometry);
  const zone = zoneOf(all, context);
  const own = when === null ? null : readWhen(when, zone, losses);
  const words = {
    where,
    title: title || toponym,
    text: firstOf(feature, 'descriptions', 'value', context),
    media: picturesOf(feature, context),
    links: [...(isPage ? [{ url: uri }] : []), ...linksOf(feature, context)],
    ...(toponym === '' ? {} : { placeName: toponym }),
  };
  const types = typesOf(feature, context);
  feature.leave();
  return parts.flatMap((part): readonly Item[] => {
    const { shapes, lost } = shapesOf(part.geometry);
    for (const message of lost) losses.push({ where, message });
    const dates = part.when === null ? own : readWhen(part.when, zone, losses);
    const tags = [...types, ...(dates?.periods ?? [])];
    if (dates === null || dates.dates.length === 0) {
      return [{ ...words, tags, shapes, when: { undated: `no date. ${ADD}` } }];
    }
    return dates.dates.map((date) => ({ ...words, tags, shapes, when: date }));
  });
}

/** Makes a story of Linked Places: each feature with a date is an event at its place. */
export function readLinkedPlaces(value: unknown, options: OtherOptions): Imported {
  const context: Context = { options, losses: [] };
  const file = read(value, 'the file', context.losses);
  file.take('type');
  file.take('@context');
  const features = file.list('features');
  const header = { title: file.text('title', 'name'), summary: file.text('description') };
  file.leave();
  const items = features.flatMap((one, index) => itemsOf(one, `feature ${index + 1}`, context));
  return composeStory(header, items, context);
}

/** Reads the Linked Places Format 1.3. */
export async function importLinkedPlaces(
  bytes: Uint8Array,
  options: OtherOptions,
): Promise<Imported> {
  const json = parseJson(bytes);
  if ('fault' in json) return refuse('the file', json.fault);
  return await Promise.resolve(readLinkedPlaces(json.value, options));
}
