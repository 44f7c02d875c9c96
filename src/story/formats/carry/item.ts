import type { ImportOptions } from '../format.ts';
import type { MediaWords } from './media.ts';
import type { Position, Shape } from './geometry.ts';
import { anchorOf, zoneAt } from './geometry.ts';
import type { Losses } from './reading.ts';

/** What only files have whose entries may have no date. */
export interface OtherOptions extends ImportOptions {
  /**
   * What becomes of an entry without a date. `fault` (default): there is no story, and the faults list all such
   * entries with a remedy. `skip`: the entry is left out, and the losses name it. No date is ever invented.
   */
  readonly undated?: 'fault' | 'skip';
}

/** An entry of a file of any format, on its way to become an event. Texts may hold HTML. */
export interface Item {
  /** Where it stands, in the words of the format: `slide 3`. */
  readonly where: string;
  readonly title: string;
  readonly text: string;
  /** EDTF; or why there is no date, and how to write one: a sentence. */
  readonly when: string | { readonly undated: string };
  /** `event` is what fits no other kind; a `state` lasts. */
  readonly kind?: 'event' | 'state';
  /** Where it took place: the first shape is its place, the event is about all others. */
  readonly shapes?: readonly Shape[];
  /** The name of the place; default: the title. */
  readonly placeName?: string;
  /** A line that somebody travelled, from its first position to its last. The item is a journey then. */
  readonly via?: readonly Position[];
  readonly tags?: readonly string[];
  readonly media?: readonly MediaWords[];
  readonly links?: readonly Link[];
}

/** A page that an entry names. It becomes a source. */
export interface Link {
  readonly url: string;
  readonly title?: string;
}

/** What a file says about the whole story. Texts may hold HTML. */
export interface Header {
  readonly title?: string;
  readonly summary?: string;
  readonly credits?: string;
  readonly language?: string;
}

/** What every reader needs beside the file. */
export interface Context {
  readonly options: OtherOptions;
  readonly losses: Losses;
}

/** The time zone of an item: that of its place, else of the story. */
export function zoneOf(shapes: readonly Shape[], { options }: Context): string {
  const [first] = shapes;
  return (first && zoneAt(anchorOf(first))) ?? options.zone ?? 'UTC';
}
