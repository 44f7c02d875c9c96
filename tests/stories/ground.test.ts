import { expect, test } from 'vitest';
import { GROUND } from './ground.ts';
import { commitments, featureOf, thaw } from './thaw.ts';
import type { Feature, Position } from './thaw.ts';

const MAIN = ['beijing', 'dmz', 'new-york', 'pyongyang', 'singapore'];
const EARTH = 6_371_000;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in metres. */
function metres([lng, lat]: Position, [east, north]: Position): number {
  const side = Math.sin(rad(north - lat) / 2) ** 2;
  const across = Math.sin(rad(east - lng) / 2) ** 2;
  const chord = side + Math.cos(rad(lat)) * Math.cos(rad(north)) * across;
  return 2 * EARTH * Math.asin(Math.sqrt(chord));
}

function pointOf({ id, geometry, properties }: Feature): Position {
  if (geometry.type === 'Point') return geometry.coordinates;
  if (properties.point === undefined) throw new Error(`${id} has no point`);
  return properties.point;
}

const spots = Object.entries(GROUND);

test('the story has every place of the record, and no other', () => {
  const placed = thaw.places.features.map(({ id }) => id).sort();
  expect(placed).toEqual(spots.map(([id]) => id).sort());
});

test.each(spots)('%s lies where the record puts it', (id, [lng, lat, precision]) => {
  const feature = featureOf(id);
  expect(feature.properties.precision).toBe(precision);
  expect(metres(pointOf(feature), [lng, lat])).toBeLessThanOrEqual(precision);
});

test.each(spots)('%s is read at its own mark or at one that has its own', (id, [, , , mark]) => {
  expect(featureOf(id).properties.within).toBe(mark);
  if (mark === undefined) return;
  expect(featureOf(mark).properties.within).toBeUndefined();
});

test('a place lies within 50 km of the mark it is read at', () => {
  const far = thaw.places.features.filter((feature) => {
    const mark = feature.properties.within;
    return mark !== undefined && metres(pointOf(feature), pointOf(featureOf(mark))) > 50_000;
  });
  expect(far.map(({ id }) => id)).toEqual([]);
});

test('Singapore, Pyongyang, Beijing, New York and the DMZ are always labelled', () => {
  const main = thaw.places.features.filter(({ properties }) => properties.main);
  expect(main.map(({ id }) => id).sort()).toEqual(MAIN);
  expect(main.every(({ properties }) => properties.within === undefined)).toBe(true);
  expect(featureOf('dmz').properties.name).toBe('DMZ');
});

test('the DMZ is a line from the mouth of the Han to the eastern sea', () => {
  const { geometry } = featureOf('dmz');
  if (geometry.type !== 'LineString') throw new Error('the DMZ is no line');
  const lngs = geometry.coordinates.map(([lng]) => lng);
  expect(lngs).toHaveLength(48);
  expect(Math.min(...lngs)).toBeLessThan(126.7);
  expect(Math.max(...lngs)).toBeGreaterThan(128.3);
  const [west, east] = [geometry.coordinates.at(0), geometry.coordinates.at(-1)];
  expect(east?.[0]).toBeGreaterThan(west?.[0] ?? Infinity);
});

test('every place is used', () => {
  const used = new Set([
    ...thaw.events.flatMap(({ at, about }) => [at, ...(about ?? [])]),
    ...commitments.map(({ binds }) => binds),
    ...thaw.people.map(({ home }) => home),
    ...thaw.places.features.map(({ properties }) => properties.within),
  ]);
  expect(thaw.places.features.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
});

test('every time zone is one that the clocks of the world know', () => {
  for (const { properties } of thaw.places.features) {
    expect(() => new Intl.DateTimeFormat('en', { timeZone: properties.zone })).not.toThrow();
  }
});
