import type { Journey } from '../../scene/journey.ts';
import type { PlaceMark, Scene } from '../../scene/scene.ts';
import { createStableList } from '../../scene/stable-list.ts';
import type { Place } from '../../story/story.ts';
import type { LocalizedText } from '../../story/text.ts';
import { drawPath, shifted, type DrawnPath } from '../projection/draw-path.ts';
import { copiesInView, copyFor, type GeometryCache } from '../projection/geometry-cache.ts';
import { sampleLine, THINNEST_BAND } from '../projection/sample-line.ts';
import type { GroundName } from '../basemap/ground-names.ts';
import { boxAround, overlaps, type Box } from '../labels/box.ts';
import { boxesAlong } from '../labels/leader.ts';
import { mainLands } from '../labels/main-lands.ts';
import { placeGroundNames } from '../labels/place-ground-names.ts';
import {
  createProject,
  isWithin,
  nearestToMiddle,
  type Camera,
  type Project,
  type Size,
} from '../projection/camera.ts';
import { RADIUS } from '../glyphs/radius.ts';
import { createLabelPlacer, type Label, type LabelRequest } from '../labels/place-labels.ts';
import { createSpots, isLabelled, MOST_CHIPS, weightOf, type Spot } from '../labels/marks.ts';
import {
  PLATE_PADDING,
  LABEL_SIZE,
  textScale,
  widthOf,
  MAX_TEXT_WIDTH,
} from '../labels/measure-text.ts';
import type { Point } from '../projection/mercator.ts';
import type { JourneyPath } from '../projection/path.ts';
import { createUnplacedEvents } from './unplaced-events.ts';

/** Input of the layout that is the same for world and insets. */
export interface SharedInput {
  readonly scene: Scene;
  /** All places of the story. */
  readonly places: readonly Place[];
  readonly geometry: GeometryCache;
  /** The least height of a button: 24 px, 44 where fingers point. */
  readonly target: number;
  readonly nameOf: (mark: PlaceMark) => LocalizedText;
  /** The lands and seas that may have names. */
  readonly groundNames: readonly GroundName[];
  /** The name of a land or sea. A line break separates two names. */
  readonly groundName: (id: string) => LocalizedText;
}

/** Input of the layout of one map frame: the world or an inset. */
export interface LayoutInput extends SharedInput {
  readonly camera: Camera;
  /** The largest scale of the camera. */
  readonly closest: number;
  readonly size: Size;
  /** Boxes, besides marks, that labels must keep clear of. */
  readonly obstacles: readonly Box[];
  /** Lines, besides those of the story, that names of lands and seas keep clear of. */
  readonly ties: readonly (readonly [Point, Point])[];
  /** Whether this frame labels a place. Other places are drawn as dots only. */
  readonly owns: (place: Place) => boolean;
}

/** A place that is a line or an area, in pixels. */
interface Band {
  readonly place: Place;
  readonly lines: readonly (readonly Point[])[];
  readonly width: number;
  /** Boxes that labels keep clear of. */
  readonly boxes: readonly Box[];
}

/** A spot with its label. */
export interface Labelled {
  readonly spot: Spot;
  readonly label: Label;
}

const boxesOf = ({ box, leader }: Label): readonly Box[] => [box, ...boxesAlong(leader)];

/** A line is taken for so many straight pieces. */
const PIECES = 60;

/** Boxes of 6 px along the part of a line that is in a frame. `at`: the point at a share of the line. */
function boxesOfLine(at: (share: number) => Point, { width, height }: Size): readonly Box[] {
  const frame = { x: 0, y: 0, width, height };
  const points = Array.from({ length: PIECES + 1 }, (_, index) => at(index / PIECES));
  return points.slice(1).flatMap((end, index) => {
    const start = points[index] ?? end;
    const [x, y] = [Math.min(start[0], end[0]), Math.min(start[1], end[1])];
    const around = {
      x,
      y,
      width: Math.abs(end[0] - start[0]),
      height: Math.abs(end[1] - start[1]),
    };
    // An inset shows a small part of a long line.
    return overlaps(around, frame)
      ? sampleLine([start, end], 6).map((point) => boxAround(point, 3))
      : [];
  });
}

/** `projects` has one projection for each copy of the world on which the place is in view. */
function drawBand(
  place: Place,
  outline: readonly (readonly Point[])[],
  projects: readonly Project[],
  { scale }: Camera,
): Band {
  const metres = 40_075_017 * Math.cos((place.point[1] * Math.PI) / 180);
  const width = Math.max(THINNEST_BAND, (2 * place.precision * scale) / metres);
  const lines = projects.flatMap((project) => outline.map((line) => line.map(project)));
  const samples = lines.flatMap((line) => sampleLine(line, width));
  return { place, lines, width, boxes: samples.map((point) => boxAround(point, width / 2 + 1)) };
}

/**
 * The position of everything in one map frame. Each part is a derived value of its own: when the playhead moves and
 * nothing else changes, nothing is laid out again.
 */
export class Layout {
  readonly #input: () => LayoutInput;
  readonly #keepSpots = createStableList<Spot>(({ mark }) => mark.place);
  readonly #keepLabelled = createStableList<Labelled>(({ spot }) => spot.mark.place);
  readonly #keepJourneys = createStableList<Journey>((journey) => journey);

  constructor(input: () => LayoutInput) {
    this.#input = input;
  }

  readonly scene = $derived.by(() => this.#input().scene);
  readonly geometry = $derived.by(() => this.#input().geometry);
  readonly camera = $derived.by(() => this.#input().camera);
  readonly size = $derived.by(() => this.#input().size);
  readonly owns = $derived.by(() => this.#input().owns);
  /** The width at which a drawing for an assumed size reaches the closest scale. It must not grow further. */
  readonly most = $derived.by(() =>
    Math.round((this.size.width * this.#input().closest) / this.camera.scale),
  );
  readonly #obstacles = $derived.by(() => this.#input().obstacles);
  readonly #ties = $derived.by(() => this.#input().ties);
  readonly #target = $derived.by(() => this.#input().target);
  readonly #nameOf = $derived.by(() => this.#input().nameOf);
  readonly #marks = $derived(this.scene.places);
  readonly #figures = $derived(this.scene.figures);
  /** The same list while the travellers move, so that names stay where they are. */
  readonly #underWay = $derived(this.#keepJourneys(this.scene.arcs.map(({ journey }) => journey)));
  readonly #project = $derived(createProject(this.camera, this.size));

  /** The copy of the world on which a place is drawn: the one that is nearest to the camera. */
  readonly #copyOf = $derived.by(() => {
    // Read here, so that a new camera or size makes a new function, which updates all values that use it.
    const { camera, geometry, size } = this;
    return (place: Place): number => copyFor(camera, geometry.pointOf(place), size.width);
  });

  /** The projection for a place and all that is drawn at it. */
  readonly projectTo = $derived.by(() => {
    const [copyOf, project] = [this.#copyOf, this.#project];
    return (place: Place): Project => shifted(project, copyOf(place));
  });

  /** A path between two places in pixels. Its ends are at their marks. */
  readonly drawBetween = $derived.by(() => {
    const { geometry, size } = this;
    const [copyOf, project] = [this.#copyOf, this.#project];
    const pointOf = (place: Place): Point => {
      const [x, y] = geometry.pointOf(place);
      return [x + copyOf(place), y];
    };
    return (from: Place, to: Place, path: Pick<JourneyPath, 'at'>): DrawnPath =>
      drawPath(path, [pointOf(from), pointOf(to)], project, size.width);
  });

  /** The pixel of a place. For a line or an area whose own point is out of view: its vertex nearest to the middle. */
  readonly locate = $derived((place: Place): Point => {
    const onScreen = this.projectTo(place);
    const point = onScreen(this.geometry.pointOf(place));
    if (place.geometry.type === 'Point' || isWithin(point, this.size)) return point;
    const points = this.geometry.linesOf(place).flat().map(onScreen);
    return nearestToMiddle(points, this.size) ?? point;
  });

  readonly #own = $derived(this.#marks.filter((mark) => this.owns(mark.place)));

  /** Places that another frame labels. They are dots on this one. */
  readonly others = $derived(
    this.#marks.filter(
      (mark) => !this.owns(mark.place) && (mark.state !== 'ahead' || mark.lineEnd !== null),
    ),
  );

  readonly spots = $derived(
    this.#keepSpots(
      createSpots(this.#own.filter(isLabelled), this.#figures, this.locate, this.size).filter(
        ({ mark, beyond }) =>
          beyond === null ||
          mark.place.main ||
          mark.selected ||
          mark.state === 'now' ||
          mark.lineEnd === 'now',
      ),
    ),
  );

  /** Depends on the camera, not on the turn of the story. */
  readonly #bands = $derived.by(() =>
    this.#input()
      .places.filter((place) => place.geometry.type !== 'Point' && this.owns(place))
      .map((place) => {
        const lines = this.geometry.linesOf(place);
        const copies = copiesInView(this.camera, this.size.width, lines, this.#copyOf(place));
        const projects = copies.map((copy) => shifted(this.#project, copy));
        return drawBand(place, lines, projects, this.camera);
      }),
  );

  readonly zones = $derived(
    this.#bands.flatMap((band) => {
      const mark = this.#own.find(({ place }) => place === band.place);
      return mark ? [{ mark, band }] : [];
    }),
  );

  readonly unplaced = $derived(
    createUnplacedEvents(this.#figures, this.geometry, this.drawBetween),
  );

  /** A new placer for each set of obstacles. It caches the labels that it has placed. */
  readonly #placeLabels = $derived(
    createLabelPlacer(
      [...this.#obstacles, ...this.#bands.flatMap(({ boxes }) => boxes)],
      this.size,
    ),
  );

  readonly #tables = $derived(
    this.unplaced.map(({ middle }) => boxAround(middle, RADIUS.seats + RADIUS.seat)),
  );

  readonly #requests = $derived(
    this.spots.map((spot) => ({
      id: spot.mark.place.id,
      at: spot.at,
      radius: spot.radius,
      size: this.#labelSize(spot.mark),
      weight: weightOf(spot),
    })),
  );

  readonly groundName = $derived.by(() => this.#input().groundName);

  /** The lands with most of the frame's places: a reader must be able to tell them apart. */
  readonly #first = $derived.by(() => {
    const { groundNames, places } = this.#input();
    return mainLands(groundNames, places.filter(this.owns));
  });

  /** The names with a spot in view. Depends on the camera, not on the turn of the story. */
  readonly #groundNames = $derived.by(() => {
    const { camera, size, geometry, groundName } = this;
    const [first, project] = [this.#first, this.#project];
    return this.#input().groundNames.flatMap(({ id, span, spots }) => {
      const seen = spots
        .map((spot) => {
          const point = geometry.planeOf(spot);
          return shifted(project, copyFor(camera, point, size.width))(point);
        })
        .filter((at) => isWithin(at, size));
      const { text } = groundName(id);
      if (seen.length === 0 || text === '') return [];
      const room = (span / 360) * camera.scale;
      return [{ id, texts: text.split('\n'), room, spots: seen, main: first.includes(id) }];
    });
  });

  /** What every name of a land or sea keeps clear of, whatever places have names. */
  readonly #marked = $derived([
    ...this.#obstacles,
    ...this.#bands.flatMap(({ boxes }) => boxes),
    ...this.#tables,
    ...this.spots.map(({ at, radius }) => boxAround(at, radius)),
    ...this.others.map(({ place }) => boxAround(this.locate(place), RADIUS.quiet)),
  ]);

  /** The lines of those who are under way, and the ties of insets. */
  readonly #lines = $derived([
    ...this.#underWay.flatMap((journey) => {
      const { from, to } = journey;
      return boxesOfLine(this.drawBetween(from, to, this.geometry.pathOf(journey)).at, this.size);
    }),
    ...this.#ties.flatMap(boxesAlong),
  ]);

  /**
   * The names of the main lands, and the labels. Lands choose first, because names of places find room in many more spots. So they
   * also stay where they are while the names of places change. If a main place or what happens now would have no name for
   * them, lands choose last.
   */
  readonly #placed = $derived.by(() => {
    const lands = placeGroundNames(
      this.#groundNames.filter(({ main }) => main),
      { obstacles: this.#marked, lines: this.#lines, frame: this.size },
    );
    const labels = this.#labelsBeside(lands.map(({ box }) => box));
    const isMissing = ({ id, weight }: LabelRequest): boolean => weight > 1 && !labels.has(id);
    return lands.length > 0 && this.#requests.some(isMissing)
      ? { lands: [], labels: this.#labelsBeside([]) }
      : { lands, labels };
  });

  #labelsBeside(taken: readonly Box[]): ReadonlyMap<string, Label> {
    const labels = this.#placeLabels(this.#requests, [...this.#tables, ...taken]);
    return new Map(labels.map((label) => [label.id, label]));
  }

  /** The spots that have a label, in the story's order of places. */
  readonly labelled = $derived(
    this.#keepLabelled(
      this.spots.flatMap((spot): Labelled[] => {
        const label = this.#placed.labels.get(spot.mark.place.id);
        return label ? [{ spot, label }] : [];
      }),
    ),
  );

  /** The names of lands and seas. They cover nothing of the story; only a main land's name may stand on a line. */
  readonly groundNames = $derived.by(() => {
    const { lands, labels } = this.#placed;
    const rest = this.#groundNames.filter(({ id }) => !lands.some((land) => land.id === id));
    const obstacles = [
      ...this.#marked,
      ...lands.map(({ box }) => box),
      ...[...labels.values()].flatMap(boxesOf),
    ];
    const others = placeGroundNames(rest, { obstacles, lines: this.#lines, frame: this.size });
    return [...lands, ...others];
  });

  #labelSize(mark: PlaceMark): Size {
    const target = this.#target;
    const widest = Math.min(MAX_TEXT_WIDTH * textScale(), this.size.width / 2);
    const text = Math.min(widthOf(this.#nameOf(mark).text), widest);
    const chips = Math.min(mark.chips.length, MOST_CHIPS);
    const height = Math.max(target, 1.5 * LABEL_SIZE * textScale());
    return { width: Math.max(target, text + PLATE_PADDING + chips * 14 + (chips && 1)), height };
  }
}
