/** A point or a distance on the screen, in CSS pixels. Points are counted from the middle of the stage. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a picture lies on the stage: its scale, 1 where it is fitted, and how far its middle is from the stage's. */
export interface View extends Point {
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What limits a view: the stage, the picture as it is fitted into it, and the largest scale. */
export interface Room {
  readonly stage: Size;
  readonly picture: Size;
  readonly most: number;
}

/** The whole picture. */
export const WHOLE: View = { scale: 1, x: 0, y: 0 };

const clamp = (value: number, least: number, most: number): number =>
  // Not −0.
  Math.min(most, Math.max(least, value)) + 0;

/** No empty ground is shown beside a picture that is larger than the stage; a smaller one stays in the middle. */
function hold({ scale, x, y }: View, { stage, picture }: Room): View {
  const across = Math.max(0, (picture.width * scale - stage.width) / 2);
  const up = Math.max(0, (picture.height * scale - stage.height) / 2);
  return { scale, x: clamp(x, -across, across), y: clamp(y, -up, up) };
}

/** The view with another scale. What lies under the point stays there, as far as the limits let it. */
export function zoomBy(view: View, factor: number, point: Point, room: Room): View {
  const scale = clamp(view.scale * factor, 1, room.most);
  const grown = scale / view.scale;
  const x = point.x - (point.x - view.x) * grown;
  const y = point.y - (point.y - view.y) * grown;
  return hold({ scale, x, y }, room);
}

export const panBy = (view: View, { x, y }: Point, room: Room): View =>
  hold({ scale: view.scale, x: view.x + x, y: view.y + y }, room);

const middleOf = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});

/** How far two fingers are apart; 1 for one finger, which does not zoom. */
function spanOf([one, other]: readonly Point[]): number {
  if (!one || !other) return 1;
  return Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
}

/** The view after one or two fingers have moved from some points to others. */
export function moveFingers(
  view: View,
  from: readonly Point[],
  to: readonly Point[],
  room: Room,
): View {
  if (from.length === 0 || from.length !== to.length) return view;
  const [before, after] = [middleOf(from), middleOf(to)];
  const zoomed = zoomBy(view, spanOf(to) / spanOf(from), before, room);
  return panBy(zoomed, { x: after.x - before.x, y: after.y - before.y }, room);
}
