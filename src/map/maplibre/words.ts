import type { Direction } from './controls.ts';

/** Texts of the map, in one language. */
export interface MapWords {
  /** The name of the row of buttons that move and zoom. */
  readonly controls: string;
  readonly move: Readonly<Record<Direction, string>>;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly home: string;
  /** Shown when the closest view is reached. */
  readonly closest: string;
  /** Shown where the browser cannot draw the live map. */
  readonly still: string;
  /** Shown where the live map could not be fetched. */
  readonly unreachable: string;
  /** MapLibre's own strings, by its keys. */
  readonly gestures: Readonly<Record<string, string>>;
}
