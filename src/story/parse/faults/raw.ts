import { charactersOf } from './characters.ts';
import { quote, withoutPasswords } from '../../../time/date-hints.ts';

/** Whether a value is an object of JSON: not a list, not null. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own property of any value; undefined if there is none. */
export const fieldOf = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** A property that should be a list; an empty list if it is not. */
export function listOf(value: unknown, key: string): readonly unknown[] {
  const list = fieldOf(value, key);
  return Array.isArray(list) ? list : [];
}

const MAX_SHOWN = 40;

/** In UTF-16 units. One character may have any number of marks. */
const MAX_UNITS = 20 * MAX_SHOWN;

/** A text in quotes, cut off after 40 characters. */
export function quoted(written: string): string {
  // First: what is cut off may hold the sign that tells a password.
  const text = withoutPasswords(written.slice(0, MAX_UNITS));
  if (text.length <= MAX_SHOWN) return quote(text);
  const shown = [...charactersOf(text)].slice(0, MAX_SHOWN).join('');
  return quote(shown.length < text.length ? `${shown}…` : text);
}

/** The remedy for a value that another type of JSON was written for: a number in quotes, `null` for nothing. */
export function describeOtherType(value: unknown): string {
  if (value === null) return ' Remove the key, or write what is missing.';
  if (typeof value !== 'string') return '';
  const isJson = /^(?:true|false|-?(?:0|[1-9]\d{0,15})(?:\.\d{1,16})?)$/.test(value);
  return isJson ? ` Write ${value} without quotes.` : '';
}

/** A value in words, as in “expected a text, got the number 3”. */
export function describeValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return `the text ${quoted(value)}`;
    case 'number':
      return `the number ${value}`;
    case 'boolean':
      return String(value);
    case 'object':
      return 'an object';
    case 'undefined':
      return 'nothing';
    default:
      return `a ${typeof value}`;
  }
}
