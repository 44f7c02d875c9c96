/** What the map itself says, in one language. */
export interface MapWords {
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly home: string;
  /** Shown when the closest view is reached. */
  readonly closest: string;
  /** Shown where the live map could not start. */
  readonly still: string;
  /** MapLibre's own strings, by its keys. */
  readonly gestures: Readonly<Record<string, string>>;
}
