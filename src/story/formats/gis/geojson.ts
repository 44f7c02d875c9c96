import { fieldOf, isRecord, listOf } from '../../parse/faults/raw.ts';
import { describeWrongReference } from '../../parse/schema/geojson.ts';
import { composeStory } from '../carry/compose-story.ts';
import { shapesOf } from '../carry/geometry.ts';
import type { Position, Shape } from '../carry/geometry.ts';
import type { Context, Item, OtherOptions } from '../carry/item.ts';
import { zoneOf } from '../carry/item.ts';
import { parseJson, refuse } from '../carry/read-bytes.ts';
import { read, tellLost } from '../carry/reading.ts';
import type { Reading } from '../carry/reading.ts';
import type { Imported } from '../format.ts';
import { takeWords } from './properties.ts';
import { hasSteps, hullOf, takeTimes } from './times.ts';
import type { Times } from './times.ts';
import { readWhen } from './when.ts';

const GEOMETRIES = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
];

/** Whether a value is GeoJSON. */
export function isGeoJson(value: unknown): boolean {
  const type = fieldOf(value, 'type');
  if (type === 'FeatureCollection') return Array.isArray(fieldOf(value, 'features'));
  return type === 'Feature' || (typeof type === 'string' && GEOMETRIES.includes(type));
}

const ADD = 'Add "date": "2018-06-12" to its properties.';

/** A part of a geometry with a time of its own (GeoJSON-T), or all of it. */
export interface Part {
  readonly geometry: unknown;
  readonly when: Reading | null;
}

/** Reads the keys of a geometry, of all its parts too, and tells those that are not known. */
export function partsOf(geometry: unknown, where: string, { losses }: Context): readonly Part[] {
  if (geometry === null || geometry === undefined) return [{ geometry: null, when: null }];
  const reading = read(geometry, where, losses, 'geometry.');
  const [type, coordinates] = [reading.take('type'), reading.take('coordinates')];
  // Read later, so it is left later.
  const written = reading.take('when');
  const when = isRecord(written) ? read(written, where, losses, 'geometry.when.') : null;
  if (when === null && written !== undefined) tellLost(written, 'when', where, losses);
  const parts = reading
    .list('geometries')
    .flatMap((one) => partsOf(one, where, { options: {}, losses }));
  reading.leave();
  if (type !== 'GeometryCollection') return [{ geometry: { type, coordinates }, when }];
  const dated = parts.filter((part) => part.when !== null);
  const geometries = parts.filter((part) => part.when === null).map((part) => part.geometry);
  if (geometries.length > 0 || dated.length === 0)
    return [{ geometry: { type, geometries }, when }, ...dated];
  when?.leave();
  return dated;
}

/** The times of positions that have four numbers, as kepler.gl writes them: longitude, latitude, altitude, time. */
function fourthOf(geometry: unknown): readonly unknown[] {
  const line = fieldOf(geometry, 'type') === 'LineString' ? listOf(geometry, 'coordinates') : [];
  const isTimed = line.length > 1 && line.every((one) => Array.isArray(one) && one.length === 4);
  return isTimed ? line.map((one) => (one as readonly unknown[])[3]) : [];
}

const withoutFourth = (geometry: unknown): unknown => ({
  type: 'LineString',
  coordinates: listOf(geometry, 'coordinates').map((one) =>
    (one as readonly unknown[]).slice(0, 3),
  ),
});

/** The one line that shapes are, if somebody travelled them: points in order (LeafletPlayback), a line, or its parts. */
function lineOf(shapes: readonly Shape[]): readonly Position[] | null {
  const line = shapes.flatMap((shape): readonly Position[] => {
    if (shape.type === 'Point') return [shape.coordinates];
    return shape.type === 'LineString' ? shape.coordinates : [];
  });
  const isLine = shapes.every(({ type }) => type === 'LineString' || type === 'Point');
  return isLine && line.length > 1 ? line : null;
}

/** The date of a feature that has no `when`, and what it travelled if its positions have times. */
function datedBy(
  times: Times,
  shapes: readonly Shape[],
  where: string,
  { losses }: Context,
): Pick<Item, 'when' | 'via' | 'shapes'> {
  if ('why' in times) return { when: { undated: `${times.why} ${ADD}` }, shapes };
  const via = 'steps' in times ? lineOf(shapes) : null;
  if ('steps' in times && times.steps > 2) {
    losses.push({
      where,
      message: `The times of ${times.steps - 2} positions between the first and the last are not carried over.`,
    });
  }
  if (via === null) return { when: times.date, shapes };
  if (shapes.length > 1 && shapes.some(({ type }) => type === 'LineString')) {
    losses.push({ where, message: `The ${shapes.length} parts of the line are joined.` });
  }
  return { when: times.date, via };
}

function itemsOf(
  value: unknown,
  where: string,
  outer: readonly string[],
  context: Context,
): readonly Item[] {
  const { losses } = context;
  const feature = read(value, where, losses);
  feature.take('type');
  const geometry = feature.take('geometry');
  const record = fieldOf(value, 'properties');
  const properties = feature.inner('properties') ?? read({}, where, losses);
  const own =
    feature.inner('when') ?? (isRecord(fieldOf(record, 'when')) ? properties.inner('when') : null);
  const parts = partsOf(geometry, where, context);
  const fourth = fourthOf(geometry);
  const { shapes: all } = shapesOf(geometry);
  // A journey is told on the clocks of its end.
  const zone = zoneOf(hasSteps(record) ? all.slice(-1) : all, context);
  // The times come first: a text named `when` or `date` is no description.
  const dates = own === null ? null : readWhen(own, zone, losses);
  const hull = fourth.length === 0 ? null : hullOf(fourth, zone, context, where);
  const isDated = dates !== null && dates.dates.length > 0;
  const isTimed = parts.some((part) => part.when !== null);
  const times: Times =
    isDated || isTimed
      ? { why: 'no date.' }
      : hull !== null
        ? { date: hull, steps: fourth.length }
        : takeTimes(properties, record, zone, context);
  const isNamed = all.length > 0 && typeof fieldOf(record, 'place') === 'string';
  const placeName = isNamed ? properties.text('place') : '';
  const words = { ...takeWords(properties, record), ...(placeName === '' ? {} : { placeName }) };
  feature.leave();
  return parts.flatMap((part): readonly Item[] => {
    const { shapes, lost } = shapesOf(hull === null ? part.geometry : withoutFourth(part.geometry));
    for (const message of lost) losses.push({ where, message });
    const mine = part.when === null ? dates : readWhen(part.when, zone, losses);
    const tags = [...words.tags, ...(mine?.periods ?? [])];
    if (mine !== null && mine.dates.length > 0) {
      return mine.dates.map((when) => ({ ...words, where, tags, when, shapes }));
    }
    const isWhole = part.when === null && 'why' in times && outer.length > 0;
    if (isWhole) return outer.map((when) => ({ ...words, where, tags, when, shapes }));
    return [{ ...words, where, tags, ...datedBy(times, shapes, where, context) }];
  });
}

/** A collection with one feature for what is none. */
const asCollection = (value: unknown): unknown => {
  const type = fieldOf(value, 'type');
  if (type === 'FeatureCollection') return value;
  const feature = type === 'Feature' ? value : { type: 'Feature', geometry: value };
  return { type: 'FeatureCollection', features: [feature] };
};

/** Makes a story of GeoJSON: each feature is an event. */
export function readGeoJson(value: unknown, options: OtherOptions): Imported {
  const context: Context = { options, losses: [] };
  const file = read(asCollection(value), 'the file', context.losses);
  file.take('type');
  const reference = describeWrongReference(file.take('crs'));
  if (reference !== null) return refuse('the file', `has a "crs" that ${reference}`);
  const features = file.list('features');
  const when = file.inner('when');
  const outer = when === null ? [] : readWhen(when, options.zone ?? 'UTC', context.losses).dates;
  const header = {
    title: file.text('title', 'name'),
    summary: file.text('description', 'summary'),
    credits: file.text('attribution', 'license'),
    language: file.text('language'),
  };
  file.leave();
  const items = features.flatMap((one, index) =>
    itemsOf(one, `feature ${index + 1}`, outer, context),
  );
  if (
    outer.length > 0 &&
    !items.some(({ when: date }) => typeof date === 'string' && outer.includes(date))
  ) {
    tellLost(outer, 'when', 'the file', context.losses);
  }
  return composeStory(header, items, context);
}

/** Reads GeoJSON, with the time in any of the usual dialects. */
export async function importGeoJson(bytes: Uint8Array, options: OtherOptions): Promise<Imported> {
  const json = parseJson(bytes);
  if ('fault' in json) return refuse('the file', json.fault);
  return await Promise.resolve(readGeoJson(json.value, options));
}
