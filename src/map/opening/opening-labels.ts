import type { PlaceMark, Scene } from '../../scene/scene.ts';
import type { Bounds, Place } from '../../story/story.ts';
import type { LocalizedText } from '../../story/text.ts';
import type { GeometryCache } from '../projection/geometry-cache.ts';
import { sampleLine, THINNEST_BAND } from '../projection/sample-line.ts';
import { boxAround, type Box } from '../labels/box.ts';
import { createProject, fitCamera, type Size } from '../projection/camera.ts';
import { placeLabels, type Label } from '../labels/place-labels.ts';
import { createSpots, isLabelled, weightOf } from '../labels/marks.ts';
import { AIR, widthOf, WIDEST } from '../labels/measure-text.ts';
import type { Point } from '../projection/mercator.ts';

/** A label that a style sheet can place at any width: so many pixels from its mark. */
export interface OpeningLabel {
  readonly mark: PlaceMark;
  /** Which edge of the label `dx` is measured to, as its share of the label's width. */
  readonly edge: 0 | 0.5 | 1;
  readonly dx: number;
  readonly dy: number;
  /** A line from the mark to the label, in pixels from the mark's middle. */
  readonly leader: Label['leader'];
  /** The layouts that place it so: `f360 c360`. */
  readonly layouts: readonly string[];
}

/** A frame as large as it may be shown, and what points at it. */
export interface Layout {
  readonly key: string;
  readonly size: Size;
  readonly target: number;
  /** What labels must keep clear of besides marks. */
  readonly obstacles: readonly Box[];
}

export interface Stage {
  readonly scene: Scene;
  readonly geometry: GeometryCache;
  readonly nameOf: (mark: PlaceMark) => LocalizedText;
}

/** The labels of a frame in every layout; those that stand alike in several are one. */
export function layOutLabels(
  bounds: Bounds,
  own: readonly PlaceMark[],
  layouts: readonly Layout[],
  stage: Stage,
): readonly OpeningLabel[] {
  const merged = new Map<string, OpeningLabel>();
  for (const layout of layouts) {
    for (const label of layOut(bounds, own, layout, stage)) {
      const { mark, edge, dx, dy } = label;
      const key = [mark.place.id, edge, dx.toFixed(0), dy.toFixed(0)].join();
      const before = merged.get(key)?.layouts ?? [];
      merged.set(key, { ...label, layouts: [...before, layout.key] });
    }
  }
  return [...merged.values()];
}

function layOut(
  bounds: Bounds,
  own: readonly PlaceMark[],
  { key, size, target, obstacles }: Layout,
  { scene, geometry, nameOf }: Stage,
): OpeningLabel[] {
  const project = createProject(fitCamera(bounds, size), size);
  const locate = (place: Place) => project(geometry.pointOf(place));
  const spots = createSpots(own.filter(isLabelled), scene.figures, locate, size);
  const bands = own.flatMap(({ place }) =>
    geometry.linesOf(place).flatMap((line) => sampleLine(line.map(project), THINNEST_BAND)),
  );
  const wishes = spots.map((spot) => {
    const text = Math.min(widthOf(nameOf(spot.mark).text), WIDEST, size.width / 2);
    const box = { width: Math.max(target, text + AIR), height: target };
    const { at, radius } = spot;
    return { id: spot.mark.place.id, at, radius, size: box, weight: weightOf(spot) };
  });
  const taken = [...obstacles, ...bands.map((point) => boxAround(point, THINNEST_BAND / 2 + 1))];
  return placeLabels(wishes, taken, size).flatMap(({ id, box, leader }) => {
    const spot = spots.find(({ mark }) => mark.place.id === id);
    if (!spot) return [];
    const [x, y] = spot.at;
    const line =
      leader &&
      ([leader[0], leader[1]].map((end) => [end[0] - x, end[1] - y]) as unknown as Label['leader']);
    return [{ mark: spot.mark, ...offsetOf(box, spot.at), leader: line, layouts: [key] }];
  });
}

/** From a mark to the edge of its label that is nearer, so that the label may be a little wider than thought. */
function offsetOf(box: Box, [x, y]: Point) {
  const dy = box.y + box.height / 2 - y;
  if (box.x >= x) return { edge: 0, dx: box.x - x, dy } as const;
  if (box.x + box.width <= x) return { edge: 1, dx: box.x + box.width - x, dy } as const;
  return { edge: 0.5, dx: box.x + box.width / 2 - x, dy } as const;
}
