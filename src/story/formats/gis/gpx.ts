import { isRecord } from '../../parse/faults/raw.ts';
import { composeStory } from '../carry/compose-story.ts';
import { between, readIso } from '../carry/dates.ts';
import { positionOf } from '../carry/geometry.ts';
import type { Position, Shape } from '../carry/geometry.ts';
import type { Context, Item, Link, OtherOptions } from '../carry/item.ts';
import { zoneOf } from '../carry/item.ts';
import { refuse } from '../carry/read-bytes.ts';
import { read } from '../carry/reading.ts';
import type { Reading } from '../carry/reading.ts';
import type { Imported, Loss } from '../format.ts';
import { childrenOf, parseXml, wordsOf } from './xml.ts';

/** Links of GPX 1.1 (`<link href>`) and 1.0 (`<url>`). */
function linksOf(reading: Reading, { losses }: Context): Link[] {
  const { where } = reading;
  const links = childrenOf(reading, 'link').map((one) => {
    const link = read(one, where, losses, 'link.');
    const found = { url: link.text('@href'), title: wordsOf(link, 'text', losses) };
    link.leave();
    return found;
  });
  const url = wordsOf(reading, 'url', losses);
  const title = url === '' ? '' : wordsOf(reading, 'urlname', losses);
  return [...links, ...(url === '' ? [] : [{ url, title }])].filter((link) => link.url !== '');
}

/** What waypoints, tracks and routes say in words. */
function wordsIn(
  reading: Reading,
  context: Context,
): Pick<Item, 'title' | 'text' | 'tags' | 'links'> {
  const { losses } = context;
  const [title = '', comment = '', description = '', type = ''] = [
    'name',
    'cmt',
    'desc',
    'type',
  ].map((key) => wordsOf(reading, key, losses));
  // Many devices write the same words into both.
  const text = [...new Set([description, comment])].filter((one) => one !== '').join('\n\n');
  return { title, text, tags: type === '' ? [] : [type], links: linksOf(reading, context) };
}

function waypoint(value: unknown, where: string, context: Context): Item {
  const { losses } = context;
  const point = read(value, where, losses);
  const [lon, lat] = [point.take('@lon'), point.take('@lat')];
  const position = positionOf(lon, lat);
  if (position === null) {
    const written = `lat ${JSON.stringify(lat) ?? 'is missing'}, lon ${JSON.stringify(lon) ?? 'is missing'}`;
    const remedy = 'Write degrees, such as lat="1.29" lon="103.85".';
    losses.push({ where, message: `There is no position (${written}). ${remedy}` });
  }
  const shapes: readonly Shape[] =
    position === null ? [] : [{ type: 'Point', coordinates: position }];
  const time = wordsOf(point, 'time', losses);
  const date = readIso(time, zoneOf(shapes, context));
  const why = time === '' ? 'no date.' : `"${time}" is no date.`;
  const item: Item = {
    where,
    ...wordsIn(point, context),
    shapes,
    when: date ?? { undated: `${why} Add <time>2018-06-12T09:00:00Z</time> to the waypoint.` },
  };
  point.leave();
  return item;
}

/** The points of a track or route: their positions, and the first and last time. What else they say is told once for each name. */
function pointsOf(points: readonly unknown[], where: string, { losses }: Context) {
  const positions: Position[] = [];
  const times: string[] = [];
  const lost: Loss[] = [];
  for (const value of points) {
    const point = read(value, where, lost);
    const position = positionOf(point.take('@lon'), point.take('@lat'));
    const time = wordsOf(point, 'time', lost);
    if (time !== '') times.push(time);
    if (position === null) lost.push({ where, message: 'A position (of no degrees) is left out.' });
    else positions.push(position);
    point.leave();
  }
  const counts = new Map<string, number>();
  for (const { message } of lost) {
    const what = message.replace(/ is not carried over \([^]*$/, '');
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  for (const [what, count] of counts) {
    losses.push({ where, message: `${what} is not carried over (in ${count} points).` });
  }
  if (times.length > 2) {
    losses.push({
      where,
      message: `The times of ${times.length - 2} positions between the first and the last are not carried over.`,
    });
  }
  return { positions, times };
}

/** A track or a route: a journey along its line. */
function journey(value: unknown, where: string, tag: 'trk' | 'rte', context: Context): Item {
  const { losses } = context;
  const reading = read(value, where, losses);
  const words = wordsIn(reading, context);
  const segments = childrenOf(reading, 'trkseg').map((one) => read(one, where, losses, 'trkseg.'));
  const points =
    tag === 'rte'
      ? childrenOf(reading, 'rtept')
      : segments.flatMap((segment) => childrenOf(segment, 'trkpt'));
  for (const segment of segments) segment.leave();
  reading.leave();
  if (segments.length > 1)
    losses.push({ where, message: `The ${segments.length} segments are joined.` });
  const { positions, times } = pointsOf(points, where, context);
  const end = positions.at(-1);
  const zone = zoneOf(end ? [{ type: 'Point', coordinates: end }] : [], context);
  const [first = null, last = null] = [times[0], times.at(-1)].map((one) =>
    readIso(one ?? '', zone),
  );
  const date =
    first === null || last === null ? null : (between(first, last) ?? between(last, first));
  const [only] = positions;
  return {
    where,
    ...words,
    when: date ?? {
      undated: 'no date. Add <time>2018-06-12T09:00:00Z</time> to its first and last point.',
    },
    ...(positions.length > 1 ? { via: positions } : {}),
    ...(positions.length === 1 && only ? { shapes: [{ type: 'Point', coordinates: only }] } : {}),
  };
}

/** Reads GPX 1.0 and 1.1: waypoints are events, tracks and routes are journeys. */
export async function importGpx(bytes: Uint8Array, options: OtherOptions): Promise<Imported> {
  const xml = parseXml(bytes);
  if ('fault' in xml) return refuse('the file', xml.fault);
  if (xml.name !== 'gpx') return refuse('the file', 'is no GPX. Its first element must be <gpx>.');
  const context: Context = { options, losses: [] };
  const { losses } = context;
  const file = read(xml.node, 'the file', losses);
  const node = isRecord(xml.node) ? xml.node : {};
  file.take('@version');
  // In GPX 1.0 the words stand in the file itself.
  const metadata = file.inner('metadata') ?? file;
  const header = {
    title: wordsOf(metadata, 'name', losses),
    summary: wordsOf(metadata, 'desc', losses),
  };
  const each = (key: string, name: string, make: (value: unknown, where: string) => Item) =>
    Object.hasOwn(node, key)
      ? childrenOf(file, key).map((one, index) => make(one, `${name} ${index + 1}`))
      : [];
  const items = [
    ...each('wpt', 'waypoint', (value, where) => waypoint(value, where, context)),
    ...each('rte', 'route', (value, where) => journey(value, where, 'rte', context)),
    ...each('trk', 'track', (value, where) => journey(value, where, 'trk', context)),
  ];
  file.leave();
  return await Promise.resolve(composeStory(header, items, context));
}
