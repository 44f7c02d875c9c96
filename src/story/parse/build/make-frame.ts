import { FRAME_ROOM, type Size } from '../../../map/projection/camera.ts';
import { closestOf } from '../../../map/projection/closest.ts';
import { KM_PER_DEGREE, lngLatAt, mercatorAt } from '../../../map/projection/mercator.ts';
import { poleOf, unroll } from '../../date-line.ts';
import type { Bounds, Geometry, LngLat } from '../../story.ts';
import type { PlaceData } from '../../story-data.ts';
import { normalise } from './build-insets.ts';

/** The whole world, cut in the Bering Strait, where it cuts no land in two. For a story without places. */
const WORLD: Bounds = [-169, -56, 191, 75];

/** A frame of the Mercator projection ends here (`schema/geometry.ts`). */
const FRAME_LIMIT = 85;

/** Room around the places, as a share of what they take, for marks and names at their edge. */
const MARGIN = 0.12;

/** Width over height. A flatter frame would be a strip on a phone, a taller one a tower on a desktop. */
const SHAPES = { tallest: 0.8, flattest: 2.2 };

/**
 * If less of the earth's 360° is empty, or if a frame takes more of them, it is the whole way round: both edges would show
 * nearly the same.
 */
const LEAST_GAP = 20;
const WIDEST = 0.9;

/** A range on the plane, or of degrees. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** How far a frame reaches up and down, on the plane. */
const MAP: Range = { from: mercatorAt([0, FRAME_LIMIT])[1], to: mercatorAt([0, -FRAME_LIMIT])[1] };

const linesOf = (geometry: Geometry): readonly (readonly LngLat[])[] => {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'LineString':
      return [geometry.coordinates];
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
  }
};

/** The least and the greatest of many numbers. (`Math.min` takes only so many arguments.) */
const rangeOf = (values: readonly number[]): Range => ({
  from: values.reduce((least, value) => Math.min(least, value), Infinity),
  to: values.reduce((most, value) => Math.max(most, value), -Infinity),
});

/** The bounds of a line, with so many metres around it. A ring round a pole takes all longitudes, up to that pole. */
function boundsOf(line: readonly LngLat[], metres: number): Bounds {
  const open = unroll(line);
  const pole = poleOf(open);
  const [lngs, lats] = [rangeOf(open.map(([lng]) => lng)), rangeOf(open.map(([, lat]) => lat))];
  const up = metres / 1000 / KM_PER_DEGREE;
  const farthest = Math.max(Math.abs(lats.from), Math.abs(lats.to));
  const across = up / Math.max(0.01, Math.cos((farthest * Math.PI) / 180));
  return [
    lngs.from - across,
    Math.min(lats.from - up, pole === -90 ? -FRAME_LIMIT : Infinity),
    lngs.to + across,
    Math.max(lats.to + up, pole === 90 ? FRAME_LIMIT : -Infinity),
  ];
}

/**
 * The longitudes that cover all others the shorter way round the earth: all but the widest gap between them. A story all
 * round the world has 360°, cut in the middle of that gap.
 */
function acrossOf(all: readonly Bounds[]): Range {
  const ranges = all
    .map(([west, , east]): Range => {
      const start = west - 360 * Math.floor(west / 360);
      return { from: start, to: start + Math.min(360, east - west) };
    })
    .sort((a, b) => a.from - b.from);
  const [first] = ranges;
  if (!first) return { from: WORLD[0], to: WORLD[2] };
  // What passes the last longitude comes in again at the first.
  let reached = ranges.reduce((most, { to }) => Math.max(most, to - 360), first.to);
  let gap = { width: -Infinity, from: 0, to: 0 };
  for (const { from, to } of [...ranges.slice(1), { from: first.from + 360, to: -Infinity }]) {
    if (from - reached > gap.width) gap = { width: from - reached, from: reached, to: from };
    reached = Math.max(reached, to);
  }
  if (gap.width >= LEAST_GAP) return { from: gap.to - 360, to: gap.from };
  const cut = gap.width > 0 ? (gap.from + gap.to) / 2 - 360 : WORLD[0];
  return { from: cut, to: cut + 360 };
}

/** A range of this length with the same middle; moved where it would pass the limits. */
function stretch({ from, to }: Range, length: number, limits: Range): Range {
  const size = Math.min(length, limits.to - limits.from);
  const start = Math.max(limits.from, Math.min(limits.to - size, (from + to - size) / 2));
  return { from: start, to: start + size };
}

/** Width and height with a margin: at least what the map shows in its closest view, and not too flat or too tall. */
function roomFor(across: number, down: number, closest: number): Size {
  const margin = 2 * MARGIN * Math.max(across, down);
  const least = {
    width: Math.max(across + margin, FRAME_ROOM.width / closest),
    height: Math.max(down + margin, FRAME_ROOM.height / closest),
  };
  const width = Math.max(least.width, least.height * SHAPES.tallest);
  return {
    width: width > WIDEST ? 1 : width,
    height: Math.max(least.height, width / SHAPES.flattest),
  };
}

/** The longitude at which the map is cut if a frame passes the date line (`map/projection/mercator.ts`), a turn later. */
const CUT = 330;

/** The same frame one turn to the west if the cut would be in it. */
function turned(bounds: Bounds): Bounds {
  const [west, south, east, north] = normalise(bounds);
  return east > CUT && east - west < 359
    ? [west - 360, south, east - 360, north]
    : [west, south, east, north];
}

/** In steps of 0.01°, to the outside: then the frame is not smaller than it must be. */
const floor = (degrees: number): number => Math.floor(degrees * 100 + 1e-6) / 100;

/**
 * The frame of a story whose author gives none: all its places and insets, with a margin. It is at least as large as the
 * map's closest view, and about as wide for its height as a screen.
 */
export function makeFrame(
  places: readonly Pick<PlaceData, 'geometry' | 'point' | 'precision'>[],
  insets: readonly { readonly bounds: Bounds }[],
): Bounds {
  const all = [
    ...places.flatMap(({ geometry, point, precision }) =>
      [...linesOf(geometry), [point]].map((line) => boundsOf(line, precision)),
    ),
    ...insets.map(({ bounds }) => bounds),
  ];
  if (all.length === 0) return WORLD;
  const { from: west, to: east } = acrossOf(all);
  const south = all.reduce((least, [, lat]) => Math.min(least, lat), FRAME_LIMIT);
  const north = all.reduce((most, [, , , lat]) => Math.max(most, lat), -FRAME_LIMIT);
  const [left, top] = mercatorAt([west, Math.min(FRAME_LIMIT, north)]);
  const [right, bottom] = mercatorAt([east, Math.max(-FRAME_LIMIT, south)]);
  const closest = closestOf([west, south, east, north]);
  const { width, height } = roomFor(right - left, bottom - top, closest);
  const across = stretch({ from: left, to: right }, width, { from: -Infinity, to: Infinity });
  const down = stretch({ from: top, to: bottom }, height, MAP);
  const [first, highest] = lngLatAt([across.from, down.from]);
  const [last, lowest] = lngLatAt([across.to, down.to]);
  const start = floor(first);
  return turned([
    start,
    Math.max(-FRAME_LIMIT, floor(lowest)),
    width === 1 ? start + 360 : -floor(-last),
    Math.min(FRAME_LIMIT, -floor(-highest)),
  ]);
}
