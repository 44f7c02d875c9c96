import type { Path } from '../faults/fault.ts';
import { describeValue, fieldOf, isRecord, quoted } from '../faults/raw.ts';
import type { Warning } from '../faults/warning.ts';
import type { Findings } from './check-schema.ts';

/**
 * Places as programs for maps export them, above all QGIS, in the form that an author would write: without what these
 * programs add and no reader sees. What is then left is checked like a place that was written by hand.
 */

type Members = Readonly<Record<string, unknown>>;

/** Members that programs add to a collection or a feature. `crs` is checked before. */
const ADDED = new Set([
  'bbox',
  'crs',
  'name',
  'xy_coordinate_resolution',
  'z_coordinate_resolution',
]);
const ADDED_TO_FEATURE = new Set(['bbox']);

/** Properties in which programs keep the id of a row, the likeliest first. */
const ROW_IDS = ['id', 'fid'];

const without = (value: Members, names: ReadonlySet<string>): Members =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !names.has(key)));

/** Longitude and latitude in degrees, on the ellipsoid of GPS, by any of its names. */
const DEGREES = /(?:\bCRS:?84h?|\bEPSG[:/](?:[\d.]*[:/])?(?:4326|4979))$/i;

/** What is wrong with a `crs`; null if its coordinates are degrees of longitude and latitude, as without one. */
export function describeWrongReference(crs: unknown): string | null {
  const name = fieldOf(fieldOf(crs, 'properties'), 'name');
  if (crs === undefined || crs === null || (typeof name === 'string' && DEGREES.test(name))) {
    return null;
  }
  const got = typeof name === 'string' ? quoted(name) : describeValue(crs);
  return `is ${got}. The map reads degrees of longitude and latitude. Export the places as EPSG:4326 (WGS 84).`;
}

/** A position with a height, or with a height and a measure. Four whole numbers are two with decimal commas. */
const isPosition = (value: readonly unknown[]): boolean =>
  (value.length === 3 || (value.length === 4 && !value.every(Number.isInteger))) &&
  value.every((one) => typeof one === 'number');

/** Coordinates without heights: the same value where there is none. No geometry has more than four lists in each other. */
function flat(value: unknown, depth = 4): unknown {
  if (!Array.isArray(value) || depth === 0) return value;
  const list: readonly unknown[] = value;
  if (isPosition(list)) return list.slice(0, 2);
  const parts = list.map((part) => flat(part, depth - 1));
  return parts.some((part, index) => part !== list[index]) ? parts : list;
}

function flatGeometry(geometry: unknown): unknown {
  if (!isRecord(geometry)) return geometry;
  const sound = Object.hasOwn(geometry, 'bbox') ? without(geometry, ADDED_TO_FEATURE) : geometry;
  const coordinates = flat(sound['coordinates']);
  return coordinates === sound['coordinates'] ? sound : { ...sound, coordinates };
}

/** The id of a feature: its own, or the one that a program keeps among the properties. Programs count in numbers. */
function idOf(feature: Members, properties: Members): unknown {
  const id = [fieldOf(feature, 'id'), ...ROW_IDS.map((key) => fieldOf(properties, key))].find(
    (one) => one !== undefined && one !== null,
  );
  return Number.isSafeInteger(id) ? String(id) : id;
}

/** A feature as an author would write it. A property that is null is one that the row does not have. */
function tidyFeature(feature: unknown): unknown {
  if (!isRecord(feature)) return feature;
  const written = fieldOf(feature, 'properties') ?? {};
  const id = idOf(feature, isRecord(written) ? written : {});
  const properties = isRecord(written)
    ? Object.fromEntries(
        Object.entries(written).filter(([key, value]) => value !== null && !ROW_IDS.includes(key)),
      )
    : written;
  return {
    ...without(feature, ADDED_TO_FEATURE),
    ...(id === undefined ? {} : { id }),
    ...(Object.hasOwn(feature, 'geometry') ? { geometry: flatGeometry(feature['geometry']) } : {}),
    properties,
  };
}

/** The warning of heights: one for the file. */
function warnOfHeights(high: readonly number[], warnings: Warning[]): void {
  const [first, ...others] = high;
  if (first === undefined) return;
  const path: Path = ['places', 'features', first, 'geometry', 'coordinates'];
  const more =
    others.length === 0
      ? ''
      : ` So have ${others.length} more ${others.length === 1 ? 'place' : 'places'}.`;
  const message = `has heights, which the map leaves out.${more}`;
  warnings.push({ path, code: 'ignored', message });
}

/** A story file with its places tidied. Everything keeps its place in the file, so that faults lead there. */
export function tidyPlaces(
  json: Members,
  { faults, warnings }: Omit<Findings, 'ignored'>,
): Members {
  const places = fieldOf(json, 'places');
  if (!isRecord(places)) return json;
  const reference = describeWrongReference(fieldOf(places, 'crs'));
  if (reference !== null)
    faults.push({ path: ['places', 'crs'], code: 'schema', message: reference });
  const written = fieldOf(places, 'features');
  if (!Array.isArray(written)) return json;
  const features: readonly unknown[] = written.map(tidyFeature);
  const shapeOf = (feature: unknown) => fieldOf(fieldOf(feature, 'geometry'), 'coordinates');
  const high = written.flatMap((feature: unknown, index) =>
    shapeOf(feature) === shapeOf(features[index]) ? [] : [index],
  );
  warnOfHeights(high, warnings);
  return { ...json, places: { ...without(places, ADDED), features } };
}
