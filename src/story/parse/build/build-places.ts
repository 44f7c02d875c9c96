import { anchorOf } from './anchor.ts';
import { buildMedia } from './build-media.ts';
import type { Fault } from '../faults/fault.ts';
import type { Entry } from '../schema/schema.ts';
import type { Geometry, LngLat } from '../../story.ts';
import type { PlaceData } from '../../story-data.ts';
import { quoted } from '../faults/raw.ts';
import { nearestTo } from '../../date-line.ts';

/** Writes −0 as 0. Else URLs and messages would show a minus sign. */
const soundPoint = ([lng, lat]: LngLat): LngLat => [lng + 0, lat + 0];

/** The same point between −180 and 180: 181 is −179. */
const withinTurn = ([lng, lat]: LngLat): LngLat => [
  Math.abs(lng) > 180 ? nearestTo(lng, 0) : lng,
  lat,
];

/** The rings of a polygon: its outline, then its holes. */
type Area = readonly (readonly LngLat[])[];

function soundGeometry(geometry: Geometry): Geometry {
  if (geometry.type === 'Point') {
    return { type: 'Point', coordinates: soundPoint(geometry.coordinates) };
  }
  if (geometry.type === 'LineString') {
    return { type: 'LineString', coordinates: geometry.coordinates.map(soundPoint) };
  }
  const soundArea = (rings: Area): Area => rings.map((ring) => ring.map(soundPoint));
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: soundArea(geometry.coordinates) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(soundArea) };
}

/** What a place takes from the story. */
interface OfStory {
  readonly zone: string;
  readonly language: string;
}

function buildPlace({ id, geometry, properties }: Entry<'place'>, story: OfStory): PlaceData {
  const { name, zone = story.zone, kind, precision, main, within, point, media } = properties;
  const shape = soundGeometry(geometry);
  return {
    id,
    name,
    zone,
    kind,
    precision,
    main,
    within: within ?? null,
    point: withinTurn(point ? soundPoint(point) : anchorOf(shape)),
    geometry: shape,
    media: buildMedia(media, story.language),
  };
}

/**
 * The data of the sound places. A place without a zone has the story's. Reports a place `within` itself, or within one
 * that has no mark of its own.
 */
export function buildPlaces(
  entries: readonly (Entry<'place'> | null)[],
  story: OfStory,
  faults: Fault[],
): readonly PlaceData[] {
  const outer = new Map<string, string>();
  for (const entry of entries) {
    if (entry?.properties.within !== undefined) outer.set(entry.id, entry.properties.within);
  }
  entries.forEach((entry, index) => {
    const within = entry?.properties.within;
    if (within === undefined) return;
    const path = ['places', 'features', index, 'properties', 'within'];
    if (within === entry?.id) {
      faults.push({ path, code: 'rule', message: 'A place cannot be within itself. Remove it.' });
    } else if (outer.has(within)) {
      const mark = quoted(outer.get(within) ?? '');
      const remedy =
        outer.get(within) === entry?.id
          ? 'Two places cannot be within each other. Remove one of the two.'
          : `Write ${mark}.`;
      const message = `${quoted(within)} has no mark of its own: it is within ${mark}. ${remedy}`;
      faults.push({ path, code: 'rule', message });
    }
  });
  return entries.flatMap((entry) => (entry === null ? [] : buildPlace(entry, story)));
}
