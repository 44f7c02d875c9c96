import type { SeaId } from '../basemap/ground-names.ts';
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
  /** Names of seas on the map. A line break separates two names of one sea. */
  readonly seas: Readonly<Record<SeaId, string>>;
  /** MapLibre's own strings, by its keys. */
  readonly gestures: Readonly<Record<string, string>>;
}
