import type * as v from 'valibot';
import { field } from './fields.ts';
import type { Report } from '../faults/fault.ts';
import { didYouMean } from '../faults/did-you-mean.ts';
import { describeOtherType, describeValue, isRecord, quoted } from '../faults/raw.ts';
import type { Bounds, Geometry, LngLat } from '../../story.ts';

/** The highest latitude of a frame. The Mercator projection cannot show the poles. */
const FRAME_LIMIT = 85;

function checkDegrees(value: unknown, limit: number, report: Report, key: number): void {
  if (typeof value !== 'number') {
    report(
      'schema',
      `expected a number, got ${describeValue(value)}.${describeOtherType(value)}`,
      key,
    );
  } else if (!(Math.abs(value) <= limit)) {
    report('range', `${value} is outside −${limit}…${limit}.${hintAt(limit, value)}`, key);
  }
}

/**
 * A longitude may be written up to one turn off: 181 and −179 are the same, and programs that unroll lines write 181.
 * The message still names the usual range.
 */
function checkLongitude(value: unknown, report: Report): void {
  if (typeof value === 'number' && Math.abs(value) <= 360) return;
  checkDegrees(value, 180, report, 0);
}

function hintAt(limit: number, value: number): string {
  if (limit === FRAME_LIMIT && Math.abs(value) <= 90) return ' The map ends there.';
  return limit < 180 && Math.abs(value) <= 180 ? ' Longitude comes first.' : '';
}

/** Describes a value; a list by its length, for lists whose length is wrong. */
const describeList = (value: unknown): string =>
  Array.isArray(value) && value.length !== 0 ? `a list of ${value.length}` : describeValue(value);

/** The remedy for a position with too many numbers: a decimal comma makes two of one. */
function describeExcess(value: unknown): string {
  if (!Array.isArray(value) || value.length < 3) return '';
  if (!value.every((one) => typeof one === 'number')) return '';
  const [a, b, c, d] = value as readonly number[];
  return value.length === 4
    ? ` Write decimal points, not commas: [${a}.${b}, ${c}.${d}].`
    : ` Write [${a}, ${b}], without a height.`;
}

function checkPosition(value: unknown, report: Report): void {
  if (!Array.isArray(value) || value.length !== 2) {
    const got = `${describeList(value)}.${describeExcess(value)}`;
    report('schema', `expected [longitude, latitude], got ${got}`);
    return;
  }
  checkLongitude(value[0], report);
  checkDegrees(value[1], 90, report, 1);
}

const under =
  (report: Report, ...prefix: (string | number)[]): Report =>
  (code, message, ...path) => {
    report(code, message, ...prefix, ...path);
  };

function checkPositions(value: unknown, least: number, report: Report): value is unknown[] {
  if (!Array.isArray(value)) {
    report('schema', `expected a list of positions, got ${describeValue(value)}.`);
    return false;
  }
  if (value.length < least) {
    report(
      'schema',
      `has ${value.length} ${value.length === 1 ? 'position' : 'positions'}. It needs at least ${least}.`,
    );
  }
  value.forEach((position, index) => {
    checkPosition(position, under(report, index));
  });
  return true;
}

function checkRing(value: unknown, report: Report): void {
  if (!checkPositions(value, 4, report)) return;
  const [first, last] = [value[0], value.at(-1)];
  // `checkPositions` has reported what is not a position.
  if (!Array.isArray(first) || !Array.isArray(last)) return;
  if (first.length === last.length && first.every((one, index) => one === last[index])) return;
  report('rule', 'is not closed. Write its first position again as its last.');
}

function checkRings(value: unknown, report: Report): void {
  if (!Array.isArray(value) || value.length === 0) {
    report('schema', `expected a list of rings, got ${describeValue(value)}.`);
    return;
  }
  value.forEach((ring, index) => {
    checkRing(ring, under(report, index));
  });
}

function checkAreas(value: unknown, report: Report): void {
  if (!Array.isArray(value) || value.length === 0) {
    report('schema', `expected a list of polygons, got ${describeValue(value)}.`);
    return;
  }
  value.forEach((rings, index) => {
    checkRings(rings, under(report, index));
  });
}

/** How many nested lists surround the numbers of each type of geometry. */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPolygon: 4,
};
const TYPES = Object.keys(DEPTHS);
/** What has parts that no single mark and name can stand for. */
const COLLECTIONS: readonly string[] = ['MultiPoint', 'MultiLineString', 'GeometryCollection'];

/** How many nested lists surround the first number in a value; 0 if there is none, or too many lists around it. */
function depthOf(value: unknown): number {
  let inner = value;
  for (let depth = 0; depth <= TYPES.length + 1; depth += 1) {
    if (typeof inner === 'number') return depth;
    inner = Array.isArray(inner) ? inner[0] : undefined;
  }
  return 0;
}

const MORE: Readonly<Record<number, string>> = {
  1: 'one more list',
  2: 'two more lists',
  3: 'three more lists',
};

/** Coordinates with a list too few or too many around them get one fault, instead of one for each number. */
function describeDepth(type: string, coordinates: unknown): string | null {
  const wanted = DEPTHS[type] ?? 0;
  const depth = depthOf(coordinates);
  if (depth === 0 || depth === wanted) return null;
  const brackets = (count: number) => `${'['.repeat(count)}longitude, latitude`;
  const remedy =
    depth < wanted
      ? `Put ${MORE[wanted - depth]} around all of it: [ … ].`
      : `Remove the outer list, or write ${type === 'Polygon' ? 'the type MultiPolygon' : 'each part of it as a place of its own'}.`;
  return `of a ${type} begin with ${brackets(wanted)}, these with ${brackets(depth)}. ${remedy}`;
}

function checkGeometry(value: unknown, report: Report): void {
  if (!isRecord(value)) {
    const remedy =
      value === null
        ? ' Programs write null for a row without a shape: draw it, or remove it.'
        : '';
    report('schema', `expected a GeoJSON geometry, got ${describeValue(value)}.${remedy}`);
    return;
  }
  for (const key of Object.keys(value)) {
    if (key === 'type' || key === 'coordinates' || key === 'geometries') continue;
    report('unknown-key', `is not known here.${didYouMean(key, ['type', 'coordinates'])}`, key);
  }
  const { type, coordinates } = value;
  const inside = under(report, 'coordinates');
  const known = TYPES.find((one) => one === type);
  const slip = known === undefined ? null : describeDepth(known, coordinates);
  if (slip !== null) inside('schema', slip);
  else if (type === 'Point') checkPosition(coordinates, inside);
  else if (type === 'LineString') checkPositions(coordinates, 2, inside);
  else if (type === 'Polygon') checkRings(coordinates, inside);
  else if (type === 'MultiPolygon') checkAreas(coordinates, inside);
  else {
    const name = typeof type === 'string' ? quoted(type) : describeValue(type);
    const remedy = COLLECTIONS.includes(String(type))
      ? 'Write each part as a place of its own, of one of these types'
      : 'Write one of';
    report('schema', `${name} is not supported. ${remedy}: ${TYPES.join(', ')}.`, 'type');
  }
}

function checkBounds(value: unknown, report: Report): void {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  if (list.length !== 4) {
    report('schema', `expected [west, south, east, north], got ${describeList(value)}.`);
    return;
  }
  const odd = list.flatMap((one, index) => (Number.isFinite(one) ? [] : [index]));
  for (const index of odd) {
    report('schema', `expected a number, got ${describeValue(list[index])}.`, index);
  }
  if (odd.length > 0) return;
  const [west = 0, south = 0, east = 0, north = 0] = list as readonly number[];
  checkLongitude(west, report);
  checkDegrees(south, FRAME_LIMIT, report, 1);
  checkDegrees(north, FRAME_LIMIT, report, 3);
  if (north <= south) report('range', `${north} is not north of ${south}.`, 3);
  if (east === west) {
    report('range', `${east} is the west too, so that nothing lies between. Write the east.`, 2);
  } else if (east < west || east > west + 360) {
    const hint = ' Across the date line, east passes 180: add 360.';
    report('range', `${east} is not within 360 degrees east of ${west}.${hint}`, 2);
  }
}

export const position: v.GenericSchema<LngLat> = field(checkPosition, { form: 'position' });
export const line: v.GenericSchema<readonly LngLat[]> = field(
  (value, report) => {
    checkPositions(value, 2, report);
  },
  { form: 'line' },
);
export const geometry: v.GenericSchema<Geometry> = field(checkGeometry, {
  form: 'geometry',
  depths: DEPTHS,
});
export const bounds: v.GenericSchema<Bounds> = field(checkBounds, { form: 'bounds' });
