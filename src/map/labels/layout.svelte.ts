import type { PlaceMark, Scene } from '../../scene/scene.ts';
import { createStableList } from '../../scene/stable-list.ts';
import type { Bounds, Inset, Place } from '../../story/story.ts';
import type { LocalizedText } from '../../story/text.ts';
import { copyFor, type GeometryCache } from '../projection/geometry-cache.ts';
import { sampleLine, THINNEST_BAND } from '../projection/sample-line.ts';
import { boxAround, type Box } from './box.ts';
import {
  createProject,
  fitCamera,
  isInside,
  isWithin,
  nearestToMiddle,
  type Camera,
  type Project,
  type Size,
} from '../projection/camera.ts';
import { nameplateOf } from '../inset/inset-geometry.ts';
import { createLabelPlacer, type Label } from './place-labels.ts';
import { createSpots, isLabelled, MOST_CHIPS, RADIUS, weightOf, type Spot } from './marks.ts';
import { AIR, LABEL_SIZE, textScale, widthOf, WIDEST } from './measure-text.ts';
import { unwrapTo, type Point } from '../projection/mercator.ts';
import { createUnplacedEvents } from '../layer/unplaced-events.ts';

/** What all frames of a map show in the same way. */
export interface Shared {
  readonly scene: Scene;
  /** All places of the story. */
  readonly places: readonly Place[];
  readonly geometry: GeometryCache;
  /** The least height of a button: 24 px, 44 where fingers point. */
  readonly target: number;
  readonly nameOf: (mark: PlaceMark) => LocalizedText;
}

/** What one frame of a map shows. */
export interface View extends Shared {
  readonly camera: Camera;
  readonly size: Size;
  /** What labels must keep clear of besides marks. */
  readonly obstacles: readonly Box[];
  /** The places this frame labels; the others are but dots on it. */
  readonly owns: (place: Place) => boolean;
}

/** A place that is a line or an area, in pixels. */
interface Band {
  readonly place: Place;
  readonly lines: readonly (readonly Point[])[];
  readonly width: number;
  /** What labels keep clear of. */
  readonly boxes: readonly Box[];
}

/** A spot with its label. */
export interface Labelled {
  readonly spot: Spot;
  readonly label: Label;
}

function drawBand(
  place: Place,
  outline: readonly (readonly Point[])[],
  project: Project,
  { scale }: Camera,
): Band {
  const metres = 40_075_017 * Math.cos((place.point[1] * Math.PI) / 180);
  const width = Math.max(THINNEST_BAND, (2 * place.precision * scale) / metres);
  const lines = outline.map((line) => line.map(project));
  const beads = lines.flatMap((line) => sampleLine(line, width));
  return { place, lines, width, boxes: beads.map((point) => boxAround(point, width / 2 + 1)) };
}

/**
 * Where everything stands in one frame of the map. Each part is worked out on its own, so that a playhead
 * that merely moves on finds it unchanged and lays out nothing.
 */
export class Layout {
  readonly #view: () => View;
  readonly #keepSpots = createStableList<Spot>(({ mark }) => mark.place);
  readonly #keepLabelled = createStableList<Labelled>(({ spot }) => spot.mark.place);

  constructor(view: () => View) {
    this.#view = view;
  }

  readonly scene = $derived.by(() => this.#view().scene);
  readonly geometry = $derived.by(() => this.#view().geometry);
  readonly camera = $derived.by(() => this.#view().camera);
  readonly size = $derived.by(() => this.#view().size);
  readonly owns = $derived.by(() => this.#view().owns);
  readonly #obstacles = $derived.by(() => this.#view().obstacles);
  readonly #target = $derived.by(() => this.#view().target);
  readonly #nameOf = $derived.by(() => this.#view().nameOf);
  readonly #marks = $derived(this.scene.places);
  readonly #figures = $derived(this.scene.figures);
  readonly #project = $derived(createProject(this.camera, this.size));

  /** A thing is drawn whole on one copy of the world: on the one where its place is nearest. */
  readonly projectTo = $derived.by(() => {
    // Read here, so that another camera or size makes another function, and what is kept by it is not kept.
    const { camera, geometry } = this;
    const project = this.#project;
    return (place: Place): Project => {
      const turn = copyFor(camera, geometry.pointOf(place));
      return turn === 0 ? project : ([x, y]) => project([x + turn, y]);
    };
  });

  /** A line or an area stands, when its own point is out of the picture, where it is best seen. */
  readonly locate = $derived((place: Place): Point => {
    const onScreen = this.projectTo(place);
    const point = onScreen(this.geometry.pointOf(place));
    if (place.geometry.type === 'Point' || isWithin(point, this.size)) return point;
    const points = this.geometry.linesOf(place).flat().map(onScreen);
    return nearestToMiddle(points, this.size) ?? point;
  });

  readonly #own = $derived(this.#marks.filter((mark) => this.owns(mark.place)));

  /** Places of another frame, but dots on this one. */
  readonly others = $derived(
    this.#marks.filter((mark) => !this.owns(mark.place) && mark.state !== 'ahead'),
  );

  readonly spots = $derived(
    this.#keepSpots(
      createSpots(this.#own.filter(isLabelled), this.#figures, this.locate, this.size).filter(
        ({ mark, beyond }) =>
          beyond === null || mark.place.main || mark.selected || mark.state === 'now',
      ),
    ),
  );

  /** Worked out for a camera, not at each turn of the story. */
  readonly #bands = $derived.by(() =>
    this.#view()
      .places.filter((place) => place.geometry.type !== 'Point' && this.owns(place))
      .map((place) =>
        drawBand(place, this.geometry.linesOf(place), this.projectTo(place), this.camera),
      ),
  );

  readonly zones = $derived(
    this.#bands.flatMap((band) => {
      const mark = this.#own.find(({ place }) => place === band.place);
      return mark ? [{ mark, band }] : [];
    }),
  );

  readonly unplaced = $derived(createUnplacedEvents(this.#figures, this.geometry, this.projectTo));

  /** Made anew when what labels keep clear of has moved; until then it remembers where they went. */
  readonly #layOut = $derived(
    createLabelPlacer(
      [...this.#obstacles, ...this.#bands.flatMap(({ boxes }) => boxes)],
      this.size,
    ),
  );

  readonly #labels = $derived.by(() => {
    const wishes = this.spots.map((spot) => ({
      id: spot.mark.place.id,
      at: spot.at,
      radius: spot.radius,
      size: this.#labelSize(spot.mark),
      weight: weightOf(spot),
    }));
    const tables = this.unplaced.map(({ middle }) => boxAround(middle, RADIUS.seats + RADIUS.seat));
    return new Map(this.#layOut(wishes, tables).map((label) => [label.id, label]));
  });

  /** The spots that have a label, in the story's order of places. */
  readonly labelled = $derived(
    this.#keepLabelled(
      this.spots.flatMap((spot): Labelled[] => {
        const label = this.#labels.get(spot.mark.place.id);
        return label ? [{ spot, label }] : [];
      }),
    ),
  );

  #labelSize(mark: PlaceMark): Size {
    const target = this.#target;
    const widest = Math.min(WIDEST * textScale(), this.size.width / 2);
    const text = Math.min(widthOf(this.#nameOf(mark).text), widest);
    const chips = Math.min(mark.chips.length, MOST_CHIPS);
    const height = Math.max(target, 1.5 * LABEL_SIZE * textScale());
    return { width: Math.max(target, text + AIR + chips * 14 + (chips && 1)), height };
  }
}

/** The layout of an inset, which shows its part of the world and never moves. */
export function createInsetLayout(
  { bounds }: Inset,
  frame: Bounds,
  shared: () => Shared,
  sizeOf: () => Size,
): Layout {
  const owns = (place: Place): boolean => isInside(bounds, unwrapTo(frame, place.point));
  const still = $derived.by(() => {
    const size = sizeOf();
    return { owns, size, camera: fitCamera(bounds, size), obstacles: [nameplateOf(size)] };
  });
  return new Layout(() => ({ ...shared(), ...still }));
}
