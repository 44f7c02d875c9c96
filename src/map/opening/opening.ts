import type { PlaceMark } from '../../scene/scene.ts';
import type { Bounds, Inset, Place, Story } from '../../story/story.ts';
import type { Box } from '../labels/box.ts';
import { aspectOf, createProject, fitCamera, isInside, type Size } from '../projection/camera.ts';
import { controlsBox } from '../maplibre/controls.ts';
import { boxOf, extentOf, NARROW, nameplateOf, tiesOf } from '../inset/inset-geometry.ts';
import { createSpots, isLabelled, type Spot } from '../labels/marks.ts';
import { unwrapTo } from '../projection/mercator.ts';
import { layOutLabels, type Layout, type OpeningLabel, type Stage } from './opening-labels.ts';

/**
 * Widths of map, in pixels, for which a server lays out labels: a style sheet chooses among them, since
 * the server cannot know the width. The same ranges stand in `Opening.svelte`.
 */
const WIDTHS = [360, 480, 800, 1200];

/** The heights of label targets, by what points: mouse, finger. */
const TARGETS = { f: 24, c: 44 } as const;

/** One piece of map at the story's opening: marks as shares of the frame, labels for several widths. */
export interface OpeningFrame {
  readonly bounds: Bounds;
  readonly owns: (place: Place) => boolean;
  readonly spots: readonly Share<Pick<Spot, 'mark' | 'figures'>>[];
  /** Places that another frame shows larger. */
  readonly far: readonly Share<{ readonly mark: PlaceMark }>[];
  readonly zones: readonly PlaceMark[];
  readonly labels: readonly Share<OpeningLabel>[];
}

/** Where something stands, in per cent of the frame. */
type Share<T> = T & { readonly x: number; readonly y: number };

/** The world and the insets as they stand at the opening, without knowing how wide they will be shown. */
export function createOpening(story: Story, stage: Stage) {
  const within = (bounds: Bounds, place: Place): boolean =>
    isInside(bounds, unwrapTo(story.frame, place.point));
  const aspect = aspectOf(story.frame);
  const worldOf = (width: number): Size => ({ width, height: Math.round(width / aspect) });
  const worlds = WIDTHS.map(worldOf);
  const layoutsOf = (sizeOf: (world: Size) => Size, obstaclesOf: Obstacles): Layout[] =>
    worlds.flatMap((world) =>
      Object.entries(TARGETS).map(([pointer, target]) => ({
        key: `${pointer}${world.width}`,
        size: sizeOf(world),
        target,
        obstacles: obstaclesOf(world, target),
      })),
    );
  const aroundWorld: Obstacles = (world, target) => {
    const project = createProject(fitCamera(story.frame, world), world);
    const boxes = story.insets.map((inset) =>
      boxOf(inset, story.insets, world, world.width < NARROW),
    );
    return [
      ...(world.width < NARROW ? [] : boxes),
      ...story.insets.map((inset) => extentOf(inset, project)),
      controlsBox(world, target, false),
    ];
  };
  const ownOf = (inset: Inset) => (place: Place) => within(inset.bounds, place);
  const isOwn = (place: Place): boolean => !story.insets.some((inset) => ownOf(inset)(place));
  return {
    world: createFrame(
      story.frame,
      isOwn,
      layoutsOf((world) => world, aroundWorld),
      stage,
    ),
    insets: story.insets.map((inset, rank, { length: count }) => {
      const sizeOf = (world: Size) => boxOf(inset, story.insets, world, world.width < NARROW);
      const layouts = layoutsOf(sizeOf, (world) => [nameplateOf(sizeOf(world))]);
      return { inset, rank, count, frame: createFrame(inset.bounds, ownOf(inset), layouts, stage) };
    }),
    ties: story.insets.flatMap((inset) => [
      createTies(story, inset, worldOf(NARROW - 1)),
      createTies(story, inset, worldOf(NARROW)),
    ]),
  };
}

/** An inset's lines on a world of some size, and where on it the inset belongs. */
export interface Ties {
  readonly narrow: boolean;
  readonly world: Size;
  readonly extent: Box;
  readonly lines: ReturnType<typeof tiesOf>;
}

function createTies(story: Story, inset: Inset, world: Size): Ties {
  const narrow = world.width < NARROW;
  const extent = extentOf(inset, createProject(fitCamera(story.frame, world), world));
  const lines = tiesOf(extent, boxOf(inset, story.insets, world, narrow), world, narrow);
  return { narrow, world, extent, lines };
}

type Obstacles = (world: Size, target: number) => readonly Box[];

function createFrame(
  bounds: Bounds,
  owns: (place: Place) => boolean,
  layouts: readonly Layout[],
  stage: Stage,
): OpeningFrame {
  const { scene, geometry } = stage;
  const square = { width: 100, height: 100 / aspectOf(bounds) };
  const shares = createProject(fitCamera(bounds, square), square);
  const shareOf = (place: Place) => {
    const [x, y] = shares(geometry.pointOf(place));
    return { x, y: (100 * y) / square.height };
  };
  const own = scene.places.filter(({ place }) => owns(place));
  return {
    bounds,
    owns,
    spots: createSpots(own.filter(isLabelled), scene.figures, () => [50, 50], square).map(
      ({ mark, figures }) => ({ mark, figures, ...shareOf(mark.place) }),
    ),
    far: scene.places
      .filter(({ place, state }) => !owns(place) && state !== 'ahead')
      .map((mark) => ({ mark, ...shareOf(mark.place) })),
    zones: own.filter(({ place }) => place.geometry.type !== 'Point'),
    labels: layOutLabels(bounds, own, layouts, stage).map((label) => ({
      ...label,
      ...shareOf(label.mark.place),
    })),
  };
}
