import type { Box } from '../labels/box.ts';
import type { Size } from '../projection/camera.ts';

/** How world and insets share the room that a frame gives to the map. */
export interface Arrangement {
  /** The insets stand apart from the world, not in its ocean. */
  readonly apart: boolean;
  /** An inset's rectangle then. What begins at the left edge stands below the world. */
  readonly box: Box;
  /** There is no room for insets at all. */
  readonly hides: boolean;
}

export type Arrange = (room: Size, aspect: number, insets: number) => Arrangement;

/** An inset beside the world is as wide as this share of the height. */
const BESIDE = 1.1;

/**
 * Below the world where the room is high, beside it where it is flat, else in the ocean; none where nothing could be read in
 * it. `aspect` is the world's. The same shapes of room are in `framed.css`, for a page that no script has
 * come to yet.
 */
export const arrangeRoom: Arrange = ({ width, height }, aspect, insets) => {
  const flat = width > 2.8 * height;
  const whole = flat ? height : height - width / aspect - 1;
  const beside = Math.round(height * BESIDE);
  const box = {
    x: flat ? width - beside : 0,
    y: 0,
    width: flat ? beside : width,
    height: Math.round(whole / Math.max(1, insets)),
  };
  return { apart: flat || width < 1.3 * height, hides: width < 227 || height < 117, box };
};
