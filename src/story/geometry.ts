import type * as v from 'valibot';
import { leaf } from './leaf.ts';
import type { Report } from './fault.ts';
import { didYouMean } from './nearest.ts';
import { describeValue, isRecord, quoted } from './raw.ts';
import type { Bounds, Geometry, LngLat } from './story.ts';

/** A frame goes no further from the equator: Mercator's plane is endless towards the poles. */
const MOST_NORTHERN = 85;

function checkDegrees(value: unknown, limit: number, report: Report, key: number): void {
  if (typeof value !== 'number') {
    report('schema', `expected a number, got ${describeValue(value)}.`, key);
  } else if (!(Math.abs(value) <= limit)) {
    report('range', `${value} is outside −${limit}…${limit}.${hintAt(limit, value)}`, key);
  }
}

function hintAt(limit: number, value: number): string {
  if (limit === MOST_NORTHERN && Math.abs(value) <= 90) return ' The map ends there.';
  return limit < 180 && Math.abs(value) <= 180 ? ' Longitude comes first.' : '';
}

function checkPosition(value: unknown, report: Report): void {
  if (!Array.isArray(value) || value.length !== 2) {
    report('schema', `expected [longitude, latitude], got ${describeValue(value)}.`);
    return;
  }
  checkDegrees(value[0], 180, report, 0);
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
    report('schema', `has ${value.length} positions. It needs ${least} at least.`);
  }
  value.forEach((position, index) => {
    checkPosition(position, under(report, index));
  });
  return true;
}

function checkRing(value: unknown, report: Report): void {
  if (!checkPositions(value, 4, report)) return;
  if (JSON.stringify(value[0]) === JSON.stringify(value.at(-1))) return;
  report('rule', 'is not closed. Write its first position again as its last.');
}

const TYPES = ['Point', 'LineString', 'Polygon'];

function checkGeometry(value: unknown, report: Report): void {
  if (!isRecord(value)) {
    report('schema', `expected a GeoJSON geometry, got ${describeValue(value)}.`);
    return;
  }
  for (const key of Object.keys(value)) {
    if (key === 'type' || key === 'coordinates') continue;
    report('unknown-key', `is not known here.${didYouMean(key, ['type', 'coordinates'])}`, key);
  }
  const { type, coordinates } = value;
  const inside = under(report, 'coordinates');
  if (type === 'Point') checkPosition(coordinates, inside);
  else if (type === 'LineString') checkPositions(coordinates, 2, inside);
  else if (type === 'Polygon' && Array.isArray(coordinates) && coordinates.length > 0) {
    coordinates.forEach((ring, index) => {
      checkRing(ring, under(inside, index));
    });
  } else if (type === 'Polygon') {
    inside('schema', `expected a list of rings, got ${describeValue(coordinates)}.`);
  } else {
    const name = typeof type === 'string' ? quoted(type) : describeValue(type);
    report('schema', `${name} is not read here. Write one of: ${TYPES.join(', ')}.`, 'type');
  }
}

function checkBounds(value: unknown, report: Report): void {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  if (list.length !== 4 || !list.every((one) => Number.isFinite(one))) {
    report('schema', `expected [west, south, east, north], got ${describeValue(value)}.`);
    return;
  }
  const [west = 0, south = 0, east = 0, north = 0] = list as readonly number[];
  checkDegrees(west, 180, report, 0);
  checkDegrees(south, MOST_NORTHERN, report, 1);
  checkDegrees(north, MOST_NORTHERN, report, 3);
  if (north <= south) report('range', `${north} is not north of ${south}.`, 3);
  if (east <= west || east > west + 360) {
    const hint = ' Across the date line, east passes 180: add 360.';
    report('range', `${east} is not within 360 degrees east of ${west}.${hint}`, 2);
  }
}

export const position: v.GenericSchema<LngLat> = leaf(checkPosition);
export const line: v.GenericSchema<readonly LngLat[]> = leaf((value, report) => {
  checkPositions(value, 2, report);
});
export const geometry: v.GenericSchema<Geometry> = leaf(checkGeometry);
export const bounds: v.GenericSchema<Bounds> = leaf(checkBounds);
