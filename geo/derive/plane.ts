import type { Position } from 'geojson';

/** West, south, east, north, in degrees; east may pass 180. */
export type Frame = readonly [west: number, south: number, east: number, north: number];

/** The view that most readers see first: the story's frame at the width of a desktop page. */
const OVERVIEW = { width: 1300, degrees: 218 };

const RADIANS = Math.PI / 180;

/** A position in Mercator pixels of the overview. Areas are compared in these pixels, as readers see them. */
export function pixelAt([lon = 0, lat = 0]: Position): [number, number] {
  const north = Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)) / RADIANS;
  const scale = OVERVIEW.width / OVERVIEW.degrees;
  return [lon * scale, north * scale];
}

/** Signed area of a ring, by the shoelace formula. Clockwise rings (outer rings for d3) are negative. */
export function signedArea(ring: readonly Position[]): number {
  let sum = 0;
  ring.forEach(([x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    sum += x * nextY - nextX * y;
  });
  return sum / 2;
}

/** The area of a ring in square pixels of the overview. */
export function pixelArea(ring: readonly Position[]): number {
  return Math.abs(signedArea(ring.map(pixelAt)));
}

/** Whether a point is within a ring, by the even–odd rule. */
export function isWithin([x = 0, y = 0]: Position, ring: readonly Position[]): boolean {
  let within = false;
  ring.forEach(([ax = 0, ay = 0], index) => {
    const [bx = 0, by = 0] = ring[(index + 1) % ring.length] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
  });
  return within;
}

export function isInFrame(
  [lon = 0, lat = 0]: Position,
  [west, south, east, north]: Frame,
): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** A frame as a ring, clockwise. */
export function ringOf([west, south, east, north]: Frame): Position[] {
  return [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
}

export function widened([west, south, east, north]: Frame, degrees: number): Frame {
  return [west - degrees, south - degrees, east + degrees, north + degrees];
}

/** A position as a key. Positions that are equal to a micro-degree (0.1 m) have the same key. */
export function keyOf([lon = 0, lat = 0]: Position): string {
  return `${lon.toFixed(6)},${lat.toFixed(6)}`;
}
