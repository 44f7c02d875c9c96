import type { LngLat } from '../../../story.ts';
import type { Cell } from './cell.ts';
import { say } from './report.ts';

export type Axis = 'latitude' | 'longitude';

/** A number, or a sentence that says why there is none and what to write. */
export type NumberReading =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly message: string };

const fail = (message: string) => ({ ok: false, message }) as const;
const done = (value: number): NumberReading => ({ ok: true, value });

const MAX_NUMBER = 60;

/** Signs that keyboards and word processors write, in one form. */
const tidy = (text: string): string =>
  text
    .replace(/[’‘′´]/g, "'")
    .replace(/[”“″]/g, '"')
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\p{Cf}/gu, '')
    .replace(/[º˚]/g, '°')
    .replace(/''/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase();

/** A number with a decimal point or comma, or null. */
const decimalOf = (text: string): number | null =>
  /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/.test(text) ? Number(text.replace(',', '.')) : null;

const SIDES: Readonly<Record<string, { readonly axis: Axis; readonly sign: 1 | -1 }>> = {
  N: { axis: 'latitude', sign: 1 },
  S: { axis: 'latitude', sign: -1 },
  E: { axis: 'longitude', sign: 1 },
  W: { axis: 'longitude', sign: -1 },
};

/** `37°33'59.4"`, `37° 33.99'`, `37.5°` or `37.5` in degrees; null for anything else. */
function degreesOf(text: string): number | null {
  const plain = decimalOf(text.replace(/ ?(?:°|DEG)$/, ''));
  if (plain !== null) return plain;
  const match =
    /^([+-]?)(\d{1,3}) ?[°D:] ?(\d{1,2}(?:[.,]\d+)?) ?(?:[':M]? ?(?:(\d{1,2}(?:[.,]\d+)?) ?["S]?)?)?$/.exec(
      text,
    );
  if (match === null) return null;
  const [, sign, degrees, minutes = '0', seconds = '0'] = match;
  const [under, least] = [Number(minutes.replace(',', '.')), Number(seconds.replace(',', '.'))];
  if (under >= 60 || least >= 60) return null;
  return (sign === '-' ? -1 : 1) * (Number(degrees) + under / 60 + least / 3600);
}

/** To 7 places: 1 cm. Minutes and seconds make endless fractions. */
const rounded = (value: number): number => Math.round(value * 1e7) / 1e7;

function inRange(written: string, value: number, axis: Axis): NumberReading {
  if (axis === 'latitude' && Math.abs(value) > 90) {
    const question =
      Math.abs(value) <= 180
        ? ' Are latitude and longitude swapped?'
        : ' Is the decimal point missing?';
    return fail(`${say(written)} is beyond 90 degrees.${question}`);
  }
  if (Math.abs(value) > 360) {
    return fail(`${say(written)} is beyond 180 degrees. Is the decimal point missing?`);
  }
  return done(rounded(value > 180 ? value - 360 : value < -180 ? value + 360 : value));
}

interface Angle {
  readonly value: number;
  /** From a letter such as N. Null if there is none. */
  readonly axis: Axis | null;
}

function angleOf(text: string): Angle | string {
  const match = /^([NSEWO])?[ :]*(.*?)[ :]*([NSEWO])?$/.exec(text);
  const [, before, digits = '', after] = match ?? [];
  const letter = before ?? after;
  if (letter === 'O') return 'O may be Ost or ouest. Write E or W.';
  const value = degreesOf(digits.trim());
  if (value === null || (before && after))
    return 'is not a number of degrees. Write one such as 37.5665.';
  const side = letter === undefined ? undefined : SIDES[letter];
  if (side === undefined) return { value, axis: null };
  if (value < 0) return 'has both a minus sign and a letter. Remove one of the two.';
  return { value: value * side.sign, axis: side.axis };
}

/** Reads a latitude or longitude: `1,35`, `1.35° N`, `37°33′N`. */
export function readDegrees(cell: Cell, axis: Axis): NumberReading {
  if (cell instanceof Date) {
    return fail('is a date cell. Format the column as a number and write it again.');
  }
  if (typeof cell === 'number') return inRange(String(cell), cell, axis);
  const written = typeof cell === 'string' ? cell : String(cell);
  if (written.length > MAX_NUMBER) return fail(`${say(written)} is not a number of degrees.`);
  if (/^[+-]?\d{1,3}(?:([.,])\d{3}){2,}$/.test(written.trim())) {
    return fail(
      `${say(written)} has two decimal signs. Format the column as text and write it again.`,
    );
  }
  const angle = angleOf(tidy(written));
  if (typeof angle === 'string') return fail(`${say(written)} ${angle}`);
  if (angle.axis !== null && angle.axis !== axis) {
    return fail(`${say(written)} is no ${axis}. Are latitude and longitude swapped?`);
  }
  return inRange(written, angle.value, axis);
}

/** A position, or why there is none. */
export type PositionReading =
  | { readonly ok: true; readonly position: LngLat }
  | { readonly ok: false; readonly message: string };

/** The two halves of `37.5, 127.0`; null if they cannot be told apart. */
function halvesOf(text: string): readonly [string, string] | null {
  for (const between of [
    ';',
    '/',
    '|',
    /,\s+/,
    /(?<=[NS]) (?=[\dEWO])/i,
    /(?<=[EWO]) (?=[\dNS])/i,
    /,/,
    /\s+/,
  ]) {
    const parts = text.split(between).map((part) => part.trim());
    const [first, second, third] = parts.filter((part) => part !== '');
    if (first !== undefined && second !== undefined && third === undefined) return [first, second];
  }
  return null;
}

/** Reads a cell with both: `37.5, 127.0`, latitude first; `37°33′N 126°59′E`; `POINT(127 37.5)`. */
export function readPosition(cell: Cell): PositionReading {
  const written = typeof cell === 'string' ? cell : '';
  const example = 'Write latitude and longitude, such as 37.5665, 126.978.';
  const [, east, north] =
    /^\s*POINT\s*\(\s*([-\d.]+)\s+([-\d.]+)\s*\)\s*$/i.exec(written.slice(0, 100)) ?? [];
  const plain =
    north === undefined ? written.replace(/^[\s([]+|[\s)\]]+$/g, '') : `${north}, ${east}`;
  const halves = written.length > 2 * MAX_NUMBER ? null : halvesOf(plain);
  if (halves === null) return fail(`${say(String(cell))} is not a position. ${example}`);
  const isTurned = /^[EW]|[EW]$/i.test(halves[0]);
  const [lat, lng] = isTurned ? [halves[1], halves[0]] : halves;
  const latitude = readDegrees(lat, 'latitude');
  if (!latitude.ok) return latitude;
  const longitude = readDegrees(lng, 'longitude');
  if (!longitude.ok) return longitude;
  return { ok: true, position: [longitude.value, latitude.value] };
}

/** Reads a length in metres: `2000`, `2,000`, `2 000 m`, `1,5 km`. Three digits behind one comma are thousands. */
export function readMetres(cell: Cell): NumberReading {
  if (typeof cell === 'number') return done(cell);
  const written = typeof cell === 'string' ? cell : '';
  const [, digits = '', unit] =
    /^([\d.,' ]+?) ?(K?M)?$/.exec(tidy(written.slice(0, MAX_NUMBER))) ?? [];
  const grouped = /^\d{1,3}(?:[.,' ]\d{3})+$/.test(digits) && unit !== 'KM';
  const value = grouped
    ? Number(digits.replace(/\D/g, ''))
    : decimalOf(digits.replace(/[' ]/g, ''));
  if (value === null)
    return fail(`${say(String(cell))} is not a number of metres. Write one such as 2000.`);
  return done(unit === 'KM' ? value * 1000 : value);
}
