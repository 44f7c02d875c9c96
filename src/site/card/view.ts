import { createProject, fitCamera } from '../../map/projection/camera.ts';
import type { Camera, Project, Size } from '../../map/projection/camera.ts';
import { mercatorAt, type Point } from '../../map/projection/mercator.ts';
import type { Bounds } from '../../story/story.ts';

/** How the card looks at the plane. */
export interface View {
  readonly camera: Camera;
  readonly project: Project;
  /** Whole worlds to add to the ground, which is stored once, so that it fills the picture. */
  readonly turns: readonly number[];
}

/** Pixels that are left to each side of the story's frame, for the names of places at its edge. */
const SIDE = 72;

/** Pixels that are left above and below what must be seen where the frame's own place is given up. */
const RIM = 72;

/** Each try shows this much less large than the one before; the last, about a sixth as large. */
const LESS = 0.94;
const TRIES = 30;

/**
 * The story's frame as wide as the picture, from its top, where all that must be seen is clear so. Else the
 * largest view in which it is: a squarer frame is cut at the bottom, and the title may lie over a mark.
 */
export function createView(
  frame: Bounds,
  content: readonly Point[],
  size: Size,
  isClear: (view: View) => boolean,
): View {
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

/** Cameras that hold the content within the rims: the larger first, and then those nearer to the frame's. */
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

/** From the first to the last of what must be seen, along one axis of the plane. */
interface Range {
  readonly first: number;
  readonly last: number;
}

const rangeOf = (along: readonly number[]): Range => ({
  first: Math.min(...along),
  last: Math.max(...along),
});

/** With the content at the end, in the middle and at the beginning of the room: `half` of it lies to each side. */
const centresOf = ({ first, last }: Range, half: number): readonly number[] => [
  last - half,
  (first + last) / 2,
  first + half,
];

const viewOf = (camera: Camera, size: Size): View => ({
  camera,
  project: createProject(camera, size),
  turns: turnsOf(camera, size),
});

/** The ground runs from 30° W once round; a picture that reaches beyond shows it a second time. */
export function turnsOf({ centre: [x], scale }: Camera, { width }: Size): readonly number[] {
  const half = width / 2 / scale;
  const first = Math.floor(x - half - 5 / 12);
  const last = Math.ceil(x + half - 5 / 12) - 1;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
