import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readDegrees,
  readMetres,
  readPosition,
} from '../../../../src/story/formats/sheet/values/numbers.ts';
import type { Axis } from '../../../../src/story/formats/sheet/values/numbers.ts';

const degrees = (written: string | number, axis: Axis): number | string => {
  const reading = readDegrees(written, axis);
  return reading.ok ? reading.value : reading.message;
};

describe('Degrees are read as people write them', () => {
  test.each([
    [1.35, 'latitude', 1.35],
    ['1.35', 'latitude', 1.35],
    ['1,35', 'latitude', 1.35],
    ['1.35° N', 'latitude', 1.35],
    ['1.35N', 'latitude', 1.35],
    ['N 1.35°', 'latitude', 1.35],
    ['1.35 S', 'latitude', -1.35],
    ['−1.35', 'latitude', -1.35],
    ['37°33′N', 'latitude', 37.55],
    ['37° 33\' 36" N', 'latitude', 37.56],
    ['37°33’36”N', 'latitude', 37.56],
    ['37°33.6′ N', 'latitude', 37.56],
    ['77° 2′ W', 'longitude', -77.0333333],
    ['126.978E', 'longitude', 126.978],
    ['282.96', 'longitude', -77.04],
    [' 126,978 ', 'longitude', 126.978],
  ] as const)('%s, %s', (written, axis, value) => expect(degrees(written, axis)).toBe(value));

  test.each([
    ['127.0', 'latitude', 'swapped?'],
    ['375665', 'latitude', 'decimal point missing'],
    ['37.566.536', 'latitude', 'two decimal signs'],
    ['37.5 E', 'latitude', 'swapped?'],
    ['-37.5 S', 'latitude', 'minus sign'],
    ['9,5 O', 'longitude', 'Write E or W'],
    ['37°75′', 'latitude', 'not a number of degrees'],
    ['here', 'latitude', 'not a number of degrees'],
    ['400', 'longitude', 'beyond 180'],
  ] as const)('%s is no %s: %s', (written, axis, message) =>
    expect(degrees(written, axis)).toContain(message),
  );
});

describe('A position in one cell is latitude and longitude', () => {
  test.each([
    ['37.5, 127.0', [127, 37.5]],
    ['37.5 127.0', [127, 37.5]],
    ['37.5,127.0', [127, 37.5]],
    ['37,5; 127,0', [127, 37.5]],
    ['37,5, 127,0', [127, 37.5]],
    ['(37.5, 127)', [127, 37.5]],
    ['37°30′N 127°0′E', [127, 37.5]],
    ['37° 30′ N 127° 0′ E', [127, 37.5]],
    ['127 E, 37.5 N', [127, 37.5]],
    ['POINT(127 37.5)', [127, 37.5]],
  ])('%s', (written, position) => {
    const reading = readPosition(written);
    expect(reading.ok ? reading.position : reading.message).toEqual(position);
  });

  test.each([
    ['127.0, 37.5', 'swapped?'],
    ['37.5', 'is not a position'],
    ['a, b', 'degrees'],
  ])('%s is none: %s', (written, message) => {
    const reading = readPosition(written);
    expect(reading.ok ? '' : reading.message).toContain(message);
  });
});

test('A position that Number writes is read as the same position', () => {
  const number = (limit: number) =>
    fc.integer({ min: -limit * 1e5, max: limit * 1e5 }).map((n) => n / 1e5);
  fc.assert(
    fc.property(number(90), number(180), (lat, lng) => {
      const german = (value: number) => String(value).replace('.', ',');
      for (const written of [`${lat}, ${lng}`, `${lat} ${lng}`, `${german(lat)}; ${german(lng)}`]) {
        const reading = readPosition(written);
        expect(reading.ok && reading.position.map((one) => one + 0)).toEqual([lng + 0, lat + 0]);
      }
    }),
  );
});

test.each([
  [2000, 2000],
  ['2000', 2000],
  ['2,000', 2000],
  ['2.000', 2000],
  ['2 000 m', 2000],
  ["2'000", 2000],
  ['1,5 km', 1500],
  ['0,5', 0.5],
] as const)('%s is a length of %s metres', (written, value) => {
  expect(readMetres(written)).toEqual({ ok: true, value });
});
