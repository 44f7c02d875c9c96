import zoneAt from '@photostructure/tz-lookup';
import { isZone } from '../../../../time/zone.ts';
import type { LngLat, Text } from '../../../story.ts';
import { fold, foldName } from '../values/fold.ts';
import { readDegrees, readMetres, readPosition } from '../values/numbers.ts';
import type { Where } from '../values/report.ts';
import { say } from '../values/report.ts';
import { createIds } from '../values/slugs.ts';
import { NAME } from '../table/reader.ts';
import type { Reader } from '../table/reader.ts';
import type { Row } from '../table/table.ts';
import { isYes, PLACE_KINDS } from '../table/vocabulary.ts';
import type { Context } from './context.ts';

/** A place while it is put together. */
export interface PlaceDraft {
  readonly id: string;
  name: Text;
  point: LngLat | null;
  zone: string | null;
  kind: string | null;
  precision: number | null;
  main: boolean;
  /** As the author names it. */
  within: string | null;
}

/** The places of a story, by name. */
export interface Places {
  readonly all: () => readonly PlaceDraft[];
  /** The place of a row of events; null if the row names none, or has faults. */
  readonly ofEvent: (reader: Reader, row: Row) => PlaceDraft | null;
  /** The place with a name or id. Makes it if it is new: `checkPositions` tells if it never gets a position. */
  readonly named: (name: string, where: Where) => PlaceDraft;
  /** Whether a place has a name or id. */
  readonly isKnown: (name: string) => boolean;
  /** Reports places without a position. */
  readonly checkPositions: () => void;
}

/** Nearer than this, two positions of a place are one: about a kilometre. */
const NEAR = 0.01;
const isNear = ([lng, lat]: LngLat, [otherLng, otherLat]: LngLat): boolean =>
  Math.abs(lng - otherLng) <= NEAR && Math.abs(lat - otherLat) <= NEAR;

/** `37.57° N, 126.98° E`: the name of a place that has none. */
const nameAt = ([lng, lat]: LngLat): string =>
  `${Math.abs(lat).toFixed(2)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lng).toFixed(2)}° ${lng < 0 ? 'W' : 'E'}`;

export const wordsOf = (text: Text): readonly string[] =>
  typeof text === 'string' ? [text] : Object.values(text);

/** The zone of the clocks at a position, if this machine's time zones have it. */
function zoneOf([lng, lat]: LngLat): string | null {
  const zone = zoneAt(lat, lng);
  return isZone(zone) ? zone : null;
}

/** The position of a row; null without one; undefined if it has faults. */
function pointOf(reader: Reader, row: Row, { report }: Context): LngLat | null | undefined {
  const [lat, lng] = [reader.cell(row, 'latitude'), reader.cell(row, 'longitude')];
  const both = reader.cell(row, 'coordinates');
  if (lat === null && lng === null) {
    if (both === null) return null;
    const reading = readPosition(both);
    if (reading.ok) return reading.position;
    report.fault(reader.at(row, 'coordinates'), reading.message);
    return undefined;
  }
  for (const [cell, field] of [
    [lat, 'latitude'],
    [lng, 'longitude'],
  ] as const) {
    if (cell !== null) continue;
    report.fault(reader.at(row, field), 'is empty. A place needs both latitude and longitude.');
    return undefined;
  }
  const [north, east] = [readDegrees(lat, 'latitude'), readDegrees(lng, 'longitude')];
  if (!north.ok) report.fault(reader.at(row, 'latitude'), north.message);
  if (!east.ok) report.fault(reader.at(row, 'longitude'), east.message);
  return north.ok && east.ok ? [east.value, north.value] : undefined;
}

function zoneIn(reader: Reader, row: Row, { report }: Context): string | null {
  const zone = reader.raw(row, 'zone').trim();
  if (zone === '' || isZone(zone)) return zone || null;
  report.fault(
    reader.at(row, 'zone'),
    `${say(zone)} is not a time zone. Write one such as Asia/Seoul or +09:00.`,
  );
  return null;
}

/** An empty collection, filled from the sheet of places and then from the rows of events. */
export function createPlaces(sheet: Reader | null, context: Context): Places {
  const { report } = context;
  const ids = createIds('place');
  const drafts: PlaceDraft[] = [];
  const byName = new Map<string, PlaceDraft>();
  const byPoint = new Map<string, PlaceDraft>();
  const needed = new Map<PlaceDraft, Where[]>();
  /** Places whose position cannot be read. That is a fault already. */
  const isFaulty = new Set<PlaceDraft>();

  /** Places whose zone the author wrote. */
  const zoned = new Set<PlaceDraft>();

  const create = (name: Text, id: string): PlaceDraft => {
    const draft = {
      id,
      name,
      point: null,
      zone: null,
      kind: null,
      precision: null,
      main: false,
      within: null,
    };
    drafts.push(draft);
    for (const word of wordsOf(name)) byName.set(foldName(word), draft);
    return draft;
  };
  const find = (name: Text): PlaceDraft | undefined =>
    wordsOf(name)
      .map((word) => byName.get(foldName(word)))
      .find((place) => place !== undefined);
  const make = (name: Text): PlaceDraft => create(name, ids.make(wordsOf(name)[0] ?? ''));

  const setPoint = (place: PlaceDraft, point: LngLat): void => {
    place.point = point;
    place.zone ??= zoneOf(point);
    const key = point.join();
    if (!byPoint.has(key)) byPoint.set(key, place);
  };

  const locate = (place: PlaceDraft, point: LngLat, where: Where): void => {
    if (place.point === null) {
      setPoint(place, point);
      return;
    }
    if (place.point[0] === point[0] && place.point[1] === point[1]) return;
    const name = say(wordsOf(place.name)[0] ?? '');
    const [lng, lat] = place.point;
    if (isNear(place.point, point)) {
      report.note(
        where,
        `puts ${name} a little beside ${lat}, ${lng}, where it was before. The first is kept.`,
      );
      return;
    }
    const remedy = 'Write the same position in each row, or give one of the two another name.';
    report.fault(where, `puts ${name} elsewhere than an earlier row, at ${lat}, ${lng}. ${remedy}`);
  };

  const setZone = (place: PlaceDraft, reader: Reader, row: Row): void => {
    const zone = zoneIn(reader, row, context);
    if (zone === null) return;
    if (zoned.has(place) && place.zone !== zone) {
      const name = say(wordsOf(place.name)[0] ?? '');
      report.fault(
        reader.at(row, 'zone'),
        `${name} has another zone in an earlier row: ${place.zone ?? ''}. Write one for each place.`,
      );
    }
    zoned.add(place);
    place.zone = zone;
  };

  const readSheet = (reader: Reader): void => {
    for (const row of reader.table.rows) {
      const name = reader.texts(row, 'name', NAME);
      if (name === null) {
        report.fault(reader.at(row, 'name'), 'is empty. A place needs a name.');
        continue;
      }
      if (find(name) !== undefined) {
        report.fault(
          reader.at(row, 'name'),
          `${say(wordsOf(name)[0] ?? '')} is in this sheet twice. Remove one of the two.`,
        );
        continue;
      }
      const id = reader.raw(row, 'id').trim();
      const place = id !== '' && ids.keep(id) ? create(name, id) : make(name);
      if (id !== '') byName.set(foldName(id), place);
      if (id !== '' && place.id !== id) {
        report.note(
          reader.at(row, 'id'),
          `${say(id)} cannot be an id, or is another place's. It becomes ${place.id}.`,
        );
      }
      setZone(place, reader, row);
      const point = pointOf(reader, row, context);
      if (point) locate(place, point, reader.at(row, 'latitude'));
      readDetails(reader, row, place);
    }
  };

  const readDetails = (reader: Reader, row: Row, place: PlaceDraft): void => {
    const kind = reader.raw(row, 'kind').trim();
    place.kind = PLACE_KINDS.get(fold(kind)) ?? null;
    if (kind !== '' && place.kind === null) {
      report.note(
        reader.at(row, 'kind'),
        `${say(kind)} is none of city, site and zone. It is read as site.`,
      );
    }
    const precision = reader.cell(row, 'precision');
    const metres = precision === null ? null : readMetres(precision);
    if (metres?.ok && metres.value >= 0 && metres.value <= 20_000_000)
      place.precision = metres.value;
    else if (metres !== null) {
      const message = metres.ok ? 'is outside 0 … 20,000,000 metres.' : metres.message;
      report.fault(reader.at(row, 'precision'), message);
    }
    place.main = isYes(reader.raw(row, 'main'));
    place.within = reader.text(row, 'within', NAME) || null;
  };

  const atPoint = (point: LngLat): PlaceDraft => {
    const known = byPoint.get(point.join());
    if (known !== undefined) return known;
    const place = make(nameAt(point));
    setPoint(place, point);
    return place;
  };

  const named = (name: string, where: Where): PlaceDraft => {
    const place = byName.get(foldName(name)) ?? make(name);
    needed.set(place, [...(needed.get(place) ?? []).slice(0, 1), where]);
    return place;
  };

  const placeIn = (reader: Reader, row: Row): PlaceDraft | null => {
    const name = reader.texts(row, 'place', NAME);
    const point = pointOf(reader, row, context);
    if (name === null) return point ? atPoint(point) : null;
    const place = find(name) ?? make(name);
    if (typeof name !== 'string' && typeof place.name === 'string') place.name = name;
    for (const word of wordsOf(name)) {
      if (!byName.has(foldName(word))) byName.set(foldName(word), place);
    }
    const field = ['latitude', 'coordinates'].find((one) => reader.cell(row, one) !== null);
    if (point) locate(place, point, reader.at(row, field ?? 'place'));
    else if (point === undefined) isFaulty.add(place);
    else if (!needed.has(place)) needed.set(place, [reader.at(row, 'place')]);
    return place;
  };

  if (sheet !== null) readSheet(sheet);
  return {
    all: () => drafts,
    named,
    isKnown: (name) => byName.has(foldName(name)),
    ofEvent: (reader, row) => {
      const place = placeIn(reader, row);
      if (place !== null) setZone(place, reader, row);
      else if (reader.cell(row, 'zone') !== null) {
        const message =
          'is the zone of a place, and this row has none. It is not read. Write the zone of the story in a sheet “story”.';
        report.note(reader.at(row, 'zone'), message);
      }
      return place;
    },
    checkPositions: () => {
      for (const place of drafts) {
        const [where] = needed.get(place) ?? [];
        if (place.point !== null || isFaulty.has(place)) continue;
        const name = say(wordsOf(place.name)[0] ?? '');
        const remedy =
          'Write latitude and longitude here, in another row with this place, or in a sheet “places”.';
        if (where) report.fault(where, `${name} has no coordinates. ${remedy}`);
        else
          report.fault(
            { sheet: sheet?.table.name ?? 'places' },
            `${name} has no coordinates. Write latitude and longitude.`,
          );
      }
    },
  };
}

/** A place as the story file has it. */
export function placeFeature(
  place: PlaceDraft,
  within: PlaceDraft | null,
): Readonly<Record<string, unknown>> {
  return {
    type: 'Feature',
    id: place.id,
    geometry: { type: 'Point', coordinates: place.point },
    properties: {
      name: place.name,
      ...(place.zone === null ? {} : { zone: place.zone }),
      ...(place.kind === null ? {} : { kind: place.kind }),
      ...(place.precision === null ? {} : { precision: place.precision }),
      ...(place.main ? { main: true } : {}),
      ...(within === null ? {} : { within: within.id }),
    },
  };
}
