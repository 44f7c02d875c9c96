import type { State } from '../protocol.ts';

/** The frame's last state, and two properties more that media elements have. */
export interface ElementState extends State {
  readonly duration: number;
  readonly readyState: number;
}

/** Before the frame has sent its state. */
export const INITIAL_STATE: Partial<ElementState> = {
  paused: true,
  ended: false,
  duration: NaN,
  readyState: 0,
};
