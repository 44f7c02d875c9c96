import { composeStory } from '../carry/compose-story.ts';
import { between, readIso } from '../carry/dates.ts';
import { shapesOf } from '../carry/geometry.ts';
import type { Context, Item, OtherOptions } from '../carry/item.ts';
import { zoneOf } from '../carry/item.ts';
import { refuse } from '../carry/read-bytes.ts';
import { read, tellLost } from '../carry/reading.ts';
import type { Reading } from '../carry/reading.ts';
import type { Imported } from '../format.ts';
import { takeWords } from './properties.ts';
import { hullOf, takeTimes } from './times.ts';
import { childrenOf, parseXml, textsOf, wordsOf } from './xml.ts';

const ADD = 'Add <TimeStamp><when>2018-06-12</when></TimeStamp> to the Placemark.';

/** A time of a feature: EDTF; null if there is none; or why it cannot be read. */
type Time = string | null | { readonly undated: string };

/** Reads `TimeSpan` and `TimeStamp`. A span without a begin or an end is open. */
function timeOf(feature: Reading, zone: string, { losses }: Context): Time {
  for (const prefix of ['', 'gx:']) {
    const span = feature.inner(`${prefix}TimeSpan`);
    if (span !== null) {
      const [begin, end] = [wordsOf(span, 'begin', losses), wordsOf(span, 'end', losses)];
      const [from, to] = [readIso(begin, zone), readIso(end, zone)];
      if ((begin !== '' && from === null) || (end !== '' && to === null)) {
        return {
          undated: `The TimeSpan from "${begin}" to "${end}" is no date. Write dates such as 2018-06-12.`,
        };
      }
      if (from === null && to === null) continue;
      // No end means that it lasts.
      const date = to === null ? between(from, '..') : between(from, to);
      return (
        date ?? {
          undated: `The TimeSpan from ${begin} to ${end} ends before it begins. Swap the two dates.`,
        }
      );
    }
    const stamp = feature.inner(`${prefix}TimeStamp`);
    if (stamp === null) continue;
    const written = wordsOf(stamp, 'when', losses);
    return (
      readIso(written, zone) ?? {
        undated: `The TimeStamp "${written}" is no date. Write one such as 2018-06-12.`,
      }
    );
  }
  return null;
}

/** The comma of a position that is written with a blank: `103.85, 1.29`. */
const COMMA_AND_BLANK = /(?<=(?:^|\s)[^\s,]{1,40}),\s+/g;

/** `lon,lat,alt lon,lat,alt` as lists of numbers. */
const tuples = (text: string): number[][] =>
  text
    .trim()
    .replace(COMMA_AND_BLANK, ',')
    .split(/\s+/)
    .filter((one) => one !== '')
    .map((one) => one.split(',').map((number) => (number === '' ? NaN : Number(number))));

/** A GeoJSON geometry of a KML geometry; what it cannot hold is told. */
function geometryOf(name: string, value: unknown, where: string, context: Context): unknown {
  const { losses } = context;
  const shape = read(value, where, losses, `${name}.`);
  const coordinates = (reading: Reading) => tuples(wordsOf(reading, 'coordinates', losses));
  const ring = (boundary: unknown) => {
    const outer = read(boundary, where, losses, `${name}.`);
    const inner = outer.inner('LinearRing');
    const positions = inner === null ? [] : coordinates(inner);
    outer.leave();
    return positions;
  };
  let geometry: unknown = null;
  if (name === 'Point') geometry = { type: 'Point', coordinates: coordinates(shape)[0] ?? [] };
  else if (name === 'Polygon') {
    const rings = ['outerBoundaryIs', 'innerBoundaryIs'].flatMap((key) => childrenOf(shape, key));
    geometry = { type: 'Polygon', coordinates: rings.map(ring) };
  } else if (name === 'MultiGeometry') {
    geometry = { type: 'GeometryCollection', geometries: geometriesIn(shape, context) };
  } else geometry = { type: 'LineString', coordinates: coordinates(shape) };
  shape.leave();
  return geometry;
}

const SHAPES = ['Point', 'LineString', 'LinearRing', 'Polygon', 'MultiGeometry'];

const geometriesIn = (reading: Reading, context: Context): unknown[] =>
  SHAPES.flatMap((name) =>
    childrenOf(reading, name).map((one) => geometryOf(name, one, reading.where, context)),
  );

/** The positions and times of a `gx:Track`. */
function trackOf(value: unknown, where: string, context: Context) {
  const { losses } = context;
  const track = read(value, where, losses, 'gx:Track.');
  const times = textsOf(track, 'when', losses);
  const coordinates = textsOf(track, 'gx:coord', losses).map((one) => one.split(/\s+/).map(Number));
  track.leave();
  return { times, coordinates };
}

function tracksIn(placemark: Reading, context: Context) {
  const { where } = placemark;
  const many = placemark.inner('gx:MultiTrack');
  const tracks = [
    ...childrenOf(placemark, 'gx:Track'),
    ...(many === null ? [] : childrenOf(many, 'gx:Track')),
  ].map((one) => trackOf(one, where, context));
  return {
    times: tracks.flatMap(({ times }) => times),
    coordinates: tracks.flatMap(({ coordinates }) => coordinates),
    count: tracks.length,
  };
}

/** What `ExtendedData` says, as properties. Names that occur twice are told. */
function extendedOf(placemark: Reading, { losses }: Context): Readonly<Record<string, unknown>> {
  const { where } = placemark;
  const data = placemark.inner('ExtendedData');
  if (data === null) return {};
  const entries = new Map<string, unknown>();
  const put = (name: string, value: string) => {
    if (entries.has(name) || name === '') tellLost(value, name || 'ExtendedData', where, losses);
    else entries.set(name, value);
  };
  const schemas = childrenOf(data, 'SchemaData').map((one) => read(one, where, losses));
  const cells = [
    ...childrenOf(data, 'Data').map((one) => [read(one, where, losses), 'value'] as const),
    ...schemas.flatMap((one) =>
      childrenOf(one, 'SimpleData').map((cell) => [read(cell, where, losses), '#text'] as const),
    ),
  ];
  for (const [cell, key] of cells) {
    put(cell.text('@name'), wordsOf(cell, key, losses));
    cell.leave();
  }
  for (const schema of schemas) schema.leave();
  return Object.fromEntries(entries);
}

/** What a folder gives to the placemarks in it. */
interface Around {
  readonly folders: readonly string[];
  readonly time: Time;
}

function itemOf(value: unknown, where: string, around: Around, context: Context): Item {
  const { losses } = context;
  const placemark = read(value, where, losses);
  const [title, text] = ['name', 'description'].map((key) => wordsOf(placemark, key, losses));
  const address = wordsOf(placemark, 'address', losses);
  const geometry = { type: 'GeometryCollection', geometries: geometriesIn(placemark, context) };
  const track = tracksIn(placemark, context);
  const { shapes: still, lost } = shapesOf(geometry);
  const line = shapesOf({ type: 'LineString', coordinates: track.coordinates });
  const [path] = track.count === 0 ? [] : line.shapes;
  const shapes = path === undefined ? still : [path, ...still];
  for (const message of [...lost, ...(track.count === 0 ? [] : line.lost)])
    losses.push({ where, message });
  const zone = zoneOf(shapes, context);
  const record = extendedOf(placemark, context);
  const extended = read(record, where, losses, 'ExtendedData.');
  const written = timeOf(placemark, zone, context);
  const hull = track.times.length === 0 ? null : hullOf(track.times, zone, context, where);
  if (track.times.length > 2) {
    losses.push({
      where,
      message: `The times of ${track.times.length - 2} positions between the first and the last are not carried over.`,
    });
  }
  const other =
    written === null && hull === null ? takeTimes(extended, record, zone, context) : { why: '' };
  const words = takeWords(extended, record);
  extended.leave();
  placemark.leave();
  const own = written ?? hull ?? ('date' in other ? other.date : null);
  const when = own ??
    around.time ?? { undated: `${'why' in other ? other.why : 'no date.'} ${ADD}` };
  const via = path?.type === 'LineString' && hull !== null ? path.coordinates : null;
  return {
    ...words,
    where,
    title: title || words.title,
    text: [text, title ? words.title : '', words.text]
      .filter((one) => one !== '' && one !== undefined)
      .join('\n\n'),
    tags: [...around.folders, ...words.tags],
    when,
    shapes: via === null ? shapes : still,
    ...(via === null ? {} : { via }),
    ...(address === '' ? {} : { placeName: address }),
  };
}

/** Reads a document or a folder with all that is in it. Losses name the folders of a Placemark. */
function readContainer(reading: Reading, around: Around, context: Context): readonly Item[] {
  const items: Item[] = childrenOf(reading, 'Placemark').map((one, index) =>
    itemOf(one, [...around.folders, `Placemark ${index + 1}`].join(', '), around, context),
  );
  for (const name of ['Document', 'Folder']) {
    for (const one of childrenOf(reading, name)) {
      const inner = read(one, [...around.folders, name].join(', '), context.losses);
      const title = name === 'Folder' ? wordsOf(inner, 'name', context.losses) : '';
      const time = timeOf(inner, context.options.zone ?? 'UTC', context) ?? around.time;
      const folders = title === '' ? around.folders : [...around.folders, title];
      for (const item of readContainer(inner, { folders, time }, context)) items.push(item);
      inner.leave();
    }
  }
  return items;
}

/** Reads KML: each Placemark is an event, each folder a tag, a track a journey. */
export async function importKml(bytes: Uint8Array, options: OtherOptions): Promise<Imported> {
  const xml = parseXml(bytes);
  if ('fault' in xml) return refuse('the file', xml.fault);
  if (xml.name !== 'kml') return refuse('the file', 'is no KML. Its first element must be <kml>.');
  const context: Context = { options, losses: [] };
  const { losses } = context;
  const file = read(xml.node, 'the file', losses);
  // The outermost document or folder is the story.
  const document = file.inner('Document') ?? file.inner('Folder') ?? file;
  const header = {
    title: wordsOf(document, 'name', losses),
    summary: wordsOf(document, 'description', losses),
  };
  const time = timeOf(document, options.zone ?? 'UTC', context);
  const items = readContainer(document, { folders: [], time }, context);
  // What stands beside the document.
  const others = document === file ? [] : readContainer(file, { folders: [], time: null }, context);
  file.leave();
  return await Promise.resolve(composeStory(header, [...items, ...others], context));
}
