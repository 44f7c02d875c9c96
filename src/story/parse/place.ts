import { anchorOf } from './anchor.ts';
import type { Fault } from './fault.ts';
import type { Entry } from './schema.ts';
import type { Geometry, LngLat, Place } from '../story.ts';
import { quoted } from './raw.ts';

/** A place under construction: only its mark is filled in later. */
type Draft = Place & { mark: Place };

/** −0 is 0, or addresses and messages would show a sign. */
const soundPoint = ([lng, lat]: LngLat): LngLat => [lng + 0, lat + 0];

function soundGeometry(geometry: Geometry): Geometry {
  if (geometry.type === 'Point') {
    return { type: 'Point', coordinates: soundPoint(geometry.coordinates) };
  }
  if (geometry.type === 'LineString') {
    return { type: 'LineString', coordinates: geometry.coordinates.map(soundPoint) };
  }
  return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(soundPoint)) };
}

function placeOf({ id, geometry, properties }: Entry<'place'>): Draft {
  const { name, zone, kind, precision, main, point } = properties;
  const shape = soundGeometry(geometry);
  const draft = {
    id,
    name,
    zone,
    kind,
    precision,
    main,
    point: point ? soundPoint(point) : anchorOf(shape),
    geometry: shape,
  } as Draft;
  draft.mark = draft;
  return draft;
}

/** Builds the places and leads each that lies `within` another to the place that carries its mark. */
export function linkPlaces(
  entries: readonly (Entry<'place'> | null)[],
  faults: Fault[],
): ReadonlyMap<string, Place> {
  const places = new Map<string, Draft>();
  const outer = new Map<string, string>();
  for (const entry of entries) {
    if (entry === null) continue;
    places.set(entry.id, placeOf(entry));
    if (entry.properties.within !== undefined) outer.set(entry.id, entry.properties.within);
  }
  entries.forEach((entry, index) => {
    const within = entry?.properties.within;
    const place = entry && places.get(entry.id);
    if (within === undefined || !place) return;
    const path = ['places', 'features', index, 'properties', 'within'];
    if (within === entry.id) {
      faults.push({ path, code: 'rule', message: 'A place cannot be within itself. Remove it.' });
    } else if (outer.has(within)) {
      const mark = quoted(outer.get(within) ?? '');
      const message = `${quoted(within)} has no mark of its own: it is within ${mark}. Write ${mark}.`;
      faults.push({ path, code: 'rule', message });
    } else {
      place.mark = places.get(within) ?? place;
    }
  });
  return places;
}
