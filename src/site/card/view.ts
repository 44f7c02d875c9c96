import { createProject, fitCamera } from '../../map/projection/camera.ts';
import type { Camera, Project, Size } from '../../map/projection/camera.ts';
import { mercatorAt, type Point } from '../../map/projection/mercator.ts';
import type { Bounds } from '../../story/story.ts';

/** The view of the map on a card. */
export interface CardView {
  readonly camera: Camera;
  readonly project: Project;
  /** Copies of the world that are in view, as whole worlds to add to x. */
  readonly copies: readonly number[];
}

/** Margin at the left and right of the content, in pixels, for the names of places at its edge. */
const SIDE = 72;

/** Margin above and below the content, in pixels, if the view is not the story's frame. */
const RIM = 72;

/** Each try multiplies the scale by this. The last scale is about a sixth of the first. */
const LESS = 0.94;
const TRIES = 30;

/**
 * The story's frame as wide as the picture, from its top, if it is clear: everything is in view and not covered by the
 * title. Otherwise the largest view that is clear. A nearly square frame would be cut at the bottom.
 */
export function createView(
  frame: Bounds,
  content: readonly Point[],
  size: Size,
  isClear: (view: CardView) => boolean,
): CardView {
  const whole = wholeOf(frame, size);
  const others = othersThan(whole, content, size);
  for (const camera of [whole, ...others]) {
    const view = viewOf(camera, size);
    if (isClear(view)) return view;
  }
  return viewOf(others[0] ?? whole, size);
}

function wholeOf(frame: Bounds, { width, height }: Size): Camera {
  const { scale, centre } = fitCamera(frame, { width: width - 2 * SIDE, height: Infinity });
  const [, top] = mercatorAt([0, frame[3]]);
  return { scale, centre: [centre[0], top + height / 2 / scale] };
}

/** Cameras that show the content within the margins: larger scales first, then those nearer to the frame's camera. */
function othersThan(whole: Camera, content: readonly Point[], size: Size): readonly Camera[] {
  if (content.length === 0) return [];
  const off = ({ centre: [x, y] }: Camera): number =>
    Math.hypot(x - whole.centre[0], y - whole.centre[1]);
  const across = rangeOf(content.map(([x]) => x));
  const down = rangeOf(content.map(([, y]) => y));
  const largest = Math.min(
    whole.scale,
    (size.width - 2 * SIDE) / (across.last - across.first),
    (size.height - 2 * RIM) / (down.last - down.first),
  );
  return Array.from({ length: TRIES }, (_, step) => largest * LESS ** step).flatMap((scale) => {
    const xs = centresOf(across, (size.width / 2 - SIDE) / scale);
    const ys = centresOf(down, (size.height / 2 - RIM) / scale);
    const cameras = xs.flatMap((x) => ys.map((y): Camera => ({ scale, centre: [x, y] })));
    return cameras.sort((a, b) => off(a) - off(b));
  });
}

/** The range of the content along one axis of the plane. */
interface Range {
  readonly first: number;
  readonly last: number;
}

const rangeOf = (along: readonly number[]): Range => ({
  first: Math.min(...along),
  last: Math.max(...along),
});

/** Centres that put the content at the end, in the middle and at the beginning of a view of `2 * half`. */
const centresOf = ({ first, last }: Range, half: number): readonly number[] => [
  last - half,
  (first + last) / 2,
  first + half,
];

const viewOf = (camera: Camera, size: Size): CardView => ({
  camera,
  project: createProject(camera, size),
  copies: copiesOf(camera, size),
});

/** The basemap covers 360° from 30° W on. A picture that reaches beyond shows further copies. */
export function copiesOf({ centre: [x], scale }: Camera, { width }: Size): readonly number[] {
  const half = width / 2 / scale;
  const first = Math.floor(x - half - 5 / 12);
  const last = Math.ceil(x + half - 5 / 12) - 1;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
