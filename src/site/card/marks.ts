import { boxAround, overlaps, type Box } from '../../map/labels/box.ts';
import type { Project } from '../../map/projection/camera.ts';
import type { Point } from '../../map/projection/mercator.ts';
import type { JourneyPath } from '../../map/projection/path.ts';
import type { Person, Place } from '../../story/story.ts';
import type { CardMoment } from './moment.ts';

/** Radii in pixels. */
export const RADIUS = { dot: 8, token: 25, seal: 27, table: 32, plain: 15 } as const;

/** What must be seen on a card: a traveller's token or a place, in pixels. */
export interface Mark<Of> {
  readonly of: Of;
  readonly at: Point;
  readonly radius: number;
}

export interface Marks {
  readonly travellers: readonly Mark<Person>[];
  readonly places: readonly Mark<Place>[];
  /** Boxes that cover the bows, but for their ends, which places cover. */
  readonly beads: readonly Box[];
}

/** How finely a bow is covered. */
const BEADS = 58;

const sampleLine = (way: JourneyPath): readonly Point[] =>
  Array.from({ length: BEADS }, (_, index) => way.at((index + 1) / (BEADS + 1)));

/** All that must be seen, as points of the plane. */
export const contentOf = ({ arcs, places, geometry }: CardMoment): readonly Point[] => [
  ...places.map(geometry.pointOf),
  ...arcs.flatMap(({ way }) => sampleLine(way)),
];

export function createMarks(moment: CardMoment, project: Project): Marks {
  const { arcs, event, sign, geometry } = moment;
  const places = moment.places.map((of) => ({
    ...{ of, at: project(geometry.pointOf(of)) },
    radius: of === event.at?.mark ? RADIUS[sign] : RADIUS.dot,
  }));
  const travellers: Mark<Person>[] = [];
  for (const { journey, way } of arcs) {
    const [of] = journey.people;
    const at = placeOn(way, project, [...travellers, ...places]);
    if (of) travellers.push({ of, at, radius: RADIUS.token });
  }
  const beads = arcs.flatMap(({ way }) =>
    sampleLine(way).map((point) => boxAround(project(point), 7)),
  );
  return { travellers, places, beads };
}

/** How far a traveller has come: half-way, or, where another already stands there, less or more. */
const PROGRESS = [0.5, 0.38, 0.62, 0.26, 0.74];

function placeOn(way: JourneyPath, project: Project, others: readonly Mark<unknown>[]): Point {
  const spots = PROGRESS.map((progress) => project(way.at(progress)));
  const isFree = (spot: Point): boolean =>
    others.every(
      ({ at, radius }) => !overlaps(boxAround(spot, RADIUS.token), boxAround(at, radius)),
    );
  return spots.find(isFree) ?? spots[0] ?? [0, 0];
}
