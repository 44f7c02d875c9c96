/** Size of the slider's thumb in pixels. Its middle marks the position. */
export const THUMB = 22;

/** Positions in pixels from the top of the timeline; `slider` is the slider's own height. */
export interface LaneHeights {
  readonly above: number;
  /** The slider's line. */
  readonly axis: number;
  readonly below: number;
  readonly slider: number;
  /** Where the labels of the months begin. */
  readonly ticks: number;
  readonly total: number;
}

const FINE: LaneHeights = { above: 10, axis: 30, below: 50, slider: 24, ticks: 60, total: 78 };
const COARSE: LaneHeights = { above: 10, axis: 42, below: 74, slider: 44, ticks: 84, total: 102 };

/**
 * The heights as custom properties, for mouse and for touch. The style sheet chooses, because the server does not know
 * the pointer.
 */
export const LANE_STYLE = Object.entries({ fine: FINE, coarse: COARSE })
  .flatMap(([pointer, { axis, slider, total }]) =>
    Object.entries({ axis, slider, total }).map(([name, px]) => `--${pointer}-${name}:${px}px`),
  )
  .concat(`--thumb:${THUMB}px`)
  .join(';');

/** For touch the slider takes 44 pixels between its two lanes. */
export const lanesFor = (coarse: boolean): LaneHeights => (coarse ? COARSE : FINE);
