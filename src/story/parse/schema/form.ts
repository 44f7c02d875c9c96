import type { Kind } from './ids.ts';

/**
 * What a field of our own accepts, for programs that describe the format (`cli/schema/`). Its check decides. A field
 * without a form is described as anything.
 */
export type Form =
  /** A text for readers: with translations or without, in one line or with paragraphs. `limit` counts characters. */
  | {
      readonly form: 'text';
      readonly limit: number;
      readonly isOneLine: boolean;
      readonly isTranslated: boolean;
    }
  | { readonly form: 'number'; readonly min: number; readonly max: number }
  | { readonly form: 'choice'; readonly choices: readonly string[] }
  | { readonly form: 'constant'; readonly value: string | number }
  | { readonly form: 'reference'; readonly to: Kind }
  /** A list without an item twice. `least`: a rule of the parser reports a shorter one. */
  | { readonly form: 'set'; readonly least: number }
  /** A list whose entries are checked one by one, by the schema of this name. */
  | { readonly form: 'list'; readonly of: string; readonly least: number }
  /** An object that has one of these keys. */
  | { readonly form: 'one-of'; readonly keys: readonly string[] }
  /** A GeoJSON geometry: how many nested lists surround the numbers of each type. */
  | { readonly form: 'geometry'; readonly depths: Readonly<Record<string, number>> }
  | {
      readonly form:
        | 'id'
        | 'date'
        | 'day'
        | 'zone'
        | 'language'
        | 'initials'
        | 'url'
        | 'file'
        | 'captions'
        | 'flag'
        | 'colour'
        | 'position'
        | 'line'
        | 'bounds'
        | 'word';
    };

/** A schema of the parser that says what it accepts. */
export const withForm = <S extends object>(schema: S, form: Form): S => Object.assign(schema, form);
