import { boxAround, overlaps, type Box } from '../../map/labels/box.ts';
import type { Project } from '../../map/projection/camera.ts';
import type { Point } from '../../map/projection/mercator.ts';
import type { JourneyPath } from '../../map/projection/path.ts';
import type { Person, Place } from '../../story/story.ts';
import type { CardMoment } from './moment.ts';

/** Radii in pixels. */
export const RADIUS = { dot: 8, token: 25, seal: 27, table: 32, plain: 15 } as const;

/** A traveller's token or a place on a card, in pixels. */
export interface Mark<Of> {
  readonly of: Of;
  readonly at: Point;
  readonly radius: number;
}

export interface Marks {
  readonly travellers: readonly Mark<Person>[];
  readonly places: readonly Mark<Place>[];
  /** Boxes that cover the arcs without their ends. */
  readonly arcBoxes: readonly Box[];
}

/** Number of boxes that cover an arc. */
const SAMPLES = 58;

/** Points along an arc, each on the copy of the world on which the card's places are. */
function sampleArc(path: JourneyPath, moment: CardMoment): readonly Point[] {
  const hold = holdBeside(moment);
  return Array.from({ length: SAMPLES }, (_, index) => hold(path.at((index + 1) / (SAMPLES + 1))));
}

function holdBeside({ places, geometry }: CardMoment): (point: Point) => Point {
  const xs = places.map((place) => geometry.pointOf(place)[0]);
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
  return ([x, y]) => [x - Math.round(x - middle), y];
}

/** Everything that must be visible, as points of the plane. */
export const contentOf = (moment: CardMoment): readonly Point[] => [
  ...moment.places.map(moment.geometry.pointOf),
  ...moment.arcs.flatMap(({ path }) => sampleArc(path, moment)),
];

export function createMarks(moment: CardMoment, project: Project): Marks {
  const { arcs, event, sign, geometry } = moment;
  const places = moment.places.map((of) => ({
    ...{ of, at: project(geometry.pointOf(of)) },
    radius: of === event.at?.mark ? RADIUS[sign] : RADIUS.dot,
  }));
  const travellers: Mark<Person>[] = [];
  const hold = holdBeside(moment);
  for (const { journey, path } of arcs) {
    const [of] = journey.people;
    const spots = PROGRESS.map((progress) => project(hold(path.at(progress))));
    const at = firstFree(spots, [...travellers, ...places]);
    if (of) travellers.push({ of, at, radius: RADIUS.token });
  }
  const arcBoxes = arcs.flatMap(({ path }) =>
    sampleArc(path, moment).map((point) => boxAround(project(point), 7)),
  );
  return { travellers, places, arcBoxes };
}

/** Progress of a traveller on the arc, in order of preference: half-way, or another position if that is taken. */
const PROGRESS = [0.5, 0.38, 0.62, 0.26, 0.74];

function firstFree(spots: readonly Point[], others: readonly Mark<unknown>[]): Point {
  const isFree = (spot: Point): boolean =>
    others.every(
      ({ at, radius }) => !overlaps(boxAround(spot, RADIUS.token), boxAround(at, radius)),
    );
  return spots.find(isFree) ?? spots[0] ?? [0, 0];
}
