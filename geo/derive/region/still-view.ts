import type { Position } from 'geojson';
import { lngLatAt } from '../../../src/map/projection/mercator.ts';
import { withoutRings, type Ground, type Keep } from '../layers.ts';
import { pixelArea } from '../plane.ts';
import { formatStill, shapesOf, snapTo, type Shapes, type Still } from '../still/still.ts';
import { thinOnce, thinWeighted, weigh } from '../thin/thin.ts';
import { emphasisAround, magnificationOf, pixelsPerDegree, type View } from './view.ts';

/** Pixels of a step of the drawing. */
const STEP = 0.34;

/** Weight of a border's vertices: a border is drawn thinner than a coast. */
const INLAND = 0.5;

/** Thresholds, in square pixels of the view: the finest that the budget allows is taken. */
const COARSEST = 200;
const FINEST = 1.5;
const COARSER = 1.1;

/** The smallest islands, as a share of the threshold. */
const ISLAND = 0.9;

/** The still ground of a view, thinned until it has at most so many characters. */
export function createStillView(ground: Ground, view: View, budget: number): Still {
  const magnified = magnificationOf(view);
  const scale = Math.round((360 * pixelsPerDegree(view)) / STEP);
  const emphasis = emphasisAround(view);
  const isSeen = (ring: Position[], least: number) => {
    const area = pixelArea(ring) * magnified;
    return area >= least && area * Math.max(...ring.map(emphasis)) >= least;
  };
  const { land, borders } = withoutRings(ground, (ring) => isSeen(ring, FINEST));
  const inland = new Set(borders.coordinates.flat().map(numberOf));
  const weighted = weigh(
    { land, borders },
    {
      emphasis: (point) => emphasis(point) * magnified * (inland.has(numberOf(point)) ? INLAND : 1),
    },
  );
  const drawn = (least: number, thin: typeof thinOnce): Shapes => {
    const isKept = (ring: Position[]) => isSeen(ring.map(degreesBy(scale)), least * ISLAND);
    return withoutIslands(shapesOf(thin(weighted, least, snapTo(scale))), isKept);
  };
  let least = finestWithin((each) => lengthOf(drawn(each, thinOnce)) <= budget);
  let shapes = drawn(least, thinWeighted);
  while (lengthOf(shapes) > budget && least < COARSEST) {
    least *= COARSER;
    shapes = drawn(least, thinWeighted);
  }
  return formatStill(scale, shapes);
}

/** A position as a number. Positions that are equal to a metre have the same number: this is faster than `keyOf`. */
const numberOf = ([lon = 0, lat = 0]: Position): number =>
  Math.round(lon * 1e5) * 2e7 + Math.round(lat * 1e5);

/** The finest threshold that is allowed, to a tenth of it. */
function finestWithin(isAllowed: (least: number) => boolean): number {
  let [low, high] = [FINEST, COARSEST];
  if (isAllowed(low)) return low;
  while (high / low > COARSER) {
    const middle = Math.sqrt(low * high);
    if (isAllowed(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const degreesBy =
  (scale: number) =>
  ([x = 0, y = 0]: Position): Position => [...lngLatAt([x / scale, y / scale])];

/** Leaves out rings that `isKept` rejects, and borders on them. */
function withoutIslands({ rings, lines }: Shapes, isKept: Keep): Shapes {
  const seen = rings.filter(isKept);
  const gone = new Set(
    rings.filter((ring) => !seen.includes(ring)).flatMap((ring) => ring.map(String)),
  );
  return { rings: seen, lines: lines.filter(([start = []]) => !gone.has(String(start))) };
}

/** About how many characters the shapes have as path data. The order of the shapes makes it a little less. */
function lengthOf({ rings, lines }: Shapes): number {
  const digits = (line: Position[]): number =>
    line.reduce((sum, [x = 0, y = 0], index) => {
      const [fromX = x, fromY = y] = line[index - 1] ?? [];
      return sum + `${x - fromX} ${y - fromY} `.length - (y < fromY ? 1 : 0) - (x < fromX ? 1 : 0);
    }, 8);
  return [...rings, ...lines].reduce((sum, line) => sum + digits(line), 0);
}
