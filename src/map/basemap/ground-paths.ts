/** SVG path data for the still map, in units of the plane times `scale`. */
export interface GroundPaths {
  readonly scale: number;
  /** Closed shores; their outline is drawn as the coast. */
  readonly land: string;
  readonly borders: string;
}
