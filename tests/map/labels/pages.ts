import { createGeometryCache } from '../../../src/map/projection/geometry-cache.ts';
import {
  aspectOf,
  createProject,
  fitCamera,
  isInside,
  type Size,
} from '../../../src/map/projection/camera.ts';
import { controlsBox } from '../../../src/map/maplibre/controls.ts';
import { extentOf } from '../../../src/map/inset/inset-geometry.ts';
import { boxAround, type Box } from '../../../src/map/labels/box.ts';
import { placeLabels, type Label } from '../../../src/map/labels/place-labels.ts';
import { RADIUS } from '../../../src/map/glyphs/radius.ts';
import { createSpots, isLabelled, weightOf, type Spot } from '../../../src/map/labels/marks.ts';
import { widthOf } from '../../../src/map/labels/measure-text.ts';
import type { Point } from '../../../src/map/projection/mercator.ts';
import { unwrapTo } from '../../../src/map/projection/mercator.ts';
import { createUnplacedEvents } from '../../../src/map/layer/unplaced-events.ts';
import { textIn } from '../../../src/story/text.ts';
import type { PlaceMark, Scene } from '../../../src/scene/scene.ts';
import type { Bounds, Place } from '../../../src/story/story.ts';
import { THAW } from '../../fixtures/shipped.ts';
import { boxOf } from '../boxes.ts';

/** A map's width on a page, and the least height of its buttons: 44 pixels for fingers, 24 for a mouse. */
export interface Page {
  readonly width: number;
  readonly target: number;
}

/** One frame of a map, laid out without a browser as the components lay it out in one. */
export interface Layout {
  readonly size: Size;
  readonly spots: readonly Spot[];
  readonly labels: readonly Label[];
  readonly obstacles: readonly Box[];
}

const geometry = createGeometryCache(THAW.frame);
const isIn = (bounds: Bounds, place: Place): boolean =>
  isInside(bounds, unwrapTo(THAW.frame, place.point));

/** The world and each inset of the shipped story, laid out for a moment of it. */
export function layOut(scene: Scene, { width, target }: Page): readonly Layout[] {
  const size = { width, height: width / aspectOf(THAW.frame) };
  const project = createProject(fitCamera(THAW.frame, size), size);
  const insets = THAW.insets.map((shape) => ({
    shape,
    box: boxOf(shape, THAW.insets, size),
  }));
  const worldObstacles = [
    ...insets.map(({ box }) => box).filter(({ apart }) => !apart),
    ...insets.map(({ shape }) => extentOf(shape, project)),
    controlsBox(size, target),
  ];
  const onWorld = (place: Place) => !insets.some(({ shape }) => isIn(shape.bounds, place));
  return [
    layOutFrame(scene, THAW.frame, size, onWorld, worldObstacles, target),
    ...insets.map(({ shape, box: { width: w, height: h } }) => {
      const nameplate = { x: 0, y: 0, width: Math.min(w, 130), height: 22 };
      const inside = (place: Place) => isIn(shape.bounds, place);
      return layOutFrame(scene, shape.bounds, { width: w, height: h }, inside, [nameplate], target);
    }),
  ];
}

function layOutFrame(
  scene: Scene,
  bounds: Bounds,
  size: Size,
  owns: (place: Place) => boolean,
  fixed: readonly Box[],
  target: number,
): Layout {
  const project = createProject(fitCamera(bounds, size), size);
  const own = scene.places.filter(({ place }) => owns(place));
  const locate = (place: Place): Point => project(geometry.pointOf(place));
  const spots = createSpots(own.filter(isLabelled), scene.figures, locate, size);
  const zones = own.flatMap(({ place }) => geometry.linesOf(place).flat().map(project));
  const unplaced = createUnplacedEvents(scene.figures, geometry, (_from, _to, path) => ({
    projects: [project],
    at: (progress) => project(path.at(progress)),
  }));
  const obstacles = [
    ...fixed,
    ...zones.map((point) => boxAround(point, 4.5)),
    ...unplaced.map(({ middle }) => boxAround(middle, RADIUS.seats + RADIUS.seat)),
  ];
  const requests = spots.map(({ mark, figures, at, radius }) => ({
    id: mark.place.id,
    at,
    radius,
    size: { width: Math.max(target, textWidth(mark)), height: target },
    weight: weightOf({ mark, figures }),
  }));
  return { size, spots, labels: placeLabels(requests, obstacles, size), obstacles };
}

function textWidth({ place, chips }: PlaceMark): number {
  const name = textIn(place.name, 'en', THAW.language).text;
  return widthOf(name) + 14 + chips.length * 14 + (chips.length && 1);
}
