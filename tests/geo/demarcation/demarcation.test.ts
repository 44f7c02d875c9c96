import { readFileSync } from 'node:fs';
import type { Position } from 'geojson';
import { expect, test } from 'vitest';
import {
  areaOf,
  distance,
  distanceTo,
  dmz,
  isIn,
  linesOf,
  offsetFrom,
  polygonsOf,
} from '../earth.ts';
import { linesIn } from '../still/still.ts';

const { line, ring } = dmz();

/** Panmunjom: the row of conference huts, and the house either side uses for talks. */
const ROW: Position = [126.67667, 37.95583];
const PEACE_HOUSE: Position = [126.6763, 37.9543];
const TONGILGAK: Position = [126.6757, 37.9575];

const ends = [line[0] ?? [], line.at(-1) ?? []];
const isNearEnd = (point: Position) => ends.some((end) => distance(point, end) < 2100);

/** Points every few hundred metres along a line. */
function along(points: Position[]): Position[] {
  return points.slice(1).flatMap(([x = 0, y = 0], index) => {
    const [fromX = 0, fromY = 0] = points[index] ?? [];
    return [0, 0.25, 0.5, 0.75, 1].map((share) => [
      fromX + (x - fromX) * share,
      fromY + (y - fromY) * share,
    ]);
  });
}

test('the line is the 48 points as given, and nearly as long as the line they were read from', () => {
  const given = JSON.parse(
    readFileSync(new URL('../../../geo/derive/demarcation/mdl.json', import.meta.url), 'utf8'),
  ) as { points: Position[] };
  expect(line).toEqual(given.points);
  expect(line).toHaveLength(48);
  const length = line
    .slice(1)
    .reduce((sum, end, index) => sum + distance(line[index] ?? end, end), 0);
  expect(length / 1000).toBeGreaterThan(190);
  expect(length / 1000).toBeLessThan(237.5);
});

test('the conference row stands on the line, Peace House south and Tongilgak north of it', () => {
  expect(Math.abs(offsetFrom(ROW, line))).toBeLessThan(100);
  expect(offsetFrom(PEACE_HOUSE, line)).toBeLessThan(-20);
  expect(offsetFrom(TONGILGAK, line)).toBeGreaterThan(20);
});

test('the border drawn is the demarcation line', () => {
  const borders = linesOf('korea.json', 'borders');
  for (const point of along(line)) expect(distanceTo(point, borders)).toBeLessThan(150);
});

test('the inset’s border passes within 600 m of every point of the line, and strays no further', () => {
  const borders = linesIn('still-peninsula.json', 'borders');
  for (const point of along(line)) expect(distanceTo(point, borders)).toBeLessThan(600);
  const south = borders.find((border) => distanceTo(line[20] ?? [], [border]) < 600);
  const strays = along(south ?? []).filter((point) => distanceTo(point, [line]) > 600);
  expect(south).toBeDefined();
  for (const point of strays)
    expect(Math.min(...ends.map((end) => distance(point, end)))).toBeLessThan(3000);
});

test('between the Imjin and the sea no border leaves the zone', () => {
  const south = linesOf('korea.json', 'borders').find(
    (border) => distanceTo(line[20] ?? [], [border]) < 150,
  );
  const outside = along(south ?? []).filter((point) => !isIn(point, [[ring]]));
  expect(south).toBeDefined();
  for (const point of outside)
    expect(Math.min(...ends.map((end) => distance(point, end)))).toBeLessThan(3000);
});

test('the line lies on land, and so does the zone', () => {
  const land = polygonsOf('korea.json', 'land');
  for (const point of line) expect(isIn(point, land)).toBe(true);
  const atSea = ring.filter((point) => !isIn(point, land));
  for (const point of atSea) expect(distanceTo(point, land.flat())).toBeLessThan(150);
});

test('the zone’s edge runs 2 km from the line, on the ground', () => {
  const edge = along(ring).filter((point) => !isNearEnd(point));
  const widths = edge.map((point) => Math.abs(offsetFrom(point, line)));
  expect(edge.length).toBeGreaterThan(500);
  expect(Math.min(...widths)).toBeGreaterThan(2000 * 0.97);
  expect(Math.max(...widths)).toBeLessThan(2000 * 1.03);
});

test('nothing within 2 km of the line is left out, but beyond its ends', () => {
  for (const [lon = 0, lat = 0] of along(line).filter((point) => !isNearEnd(point))) {
    for (const [east, north] of [
      [0, 1.9],
      [0, -1.9],
      [1.9, 0],
      [-1.9, 0],
    ] as const) {
      const point = [lon + east / (111.2 * Math.cos((lat * Math.PI) / 180)), lat + north / 111.2];
      expect(isIn(point, [[ring]])).toBe(true);
    }
  }
});

test('the zone is about as large as the DMZ, 894.5 km²', () => {
  expect(areaOf(ring)).toBeGreaterThan(894.5 * 0.86);
  expect(areaOf(ring)).toBeLessThan(894.5);
});
