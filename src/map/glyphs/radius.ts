/** Radii in pixels of what can stand at a place; the layout keeps labels clear of the largest shown. */
export const RADIUS = {
  quiet: 3.5,
  main: 5,
  /** A seat's own radius, and the circle that seats stand on. */
  seat: 5,
  seats: 13,
  seal: 9,
  envelope: 9,
  pennant: 10,
  ring: 15,
  pulse: 13,
  halo: 8,
} as const;

/** More seats than this cannot be told apart round a table. */
export const MOST_SEATS = 8;
