import { describe, expect, it } from 'vitest';
import { copyFor, createGeometryCache } from '../../../src/map/projection/geometry-cache.ts';
import type { Project } from '../../../src/map/projection/camera.ts';
import { drawPath, type DrawnPath } from '../../../src/map/projection/draw-path.ts';
import { mercatorAt, type Point } from '../../../src/map/projection/mercator.ts';
import { createUnplacedEvents } from '../../../src/map/layer/unplaced-events.ts';
import type { LngLat, Place } from '../../../src/story/story.ts';
import { momentOf } from '../../fixtures/shipped.ts';
import { twoMeetings } from '../../fixtures/two-meetings.ts';

const { told, story, sceneAt } = twoMeetings();
const geometry = createGeometryCache(story.frame);
const placeOf = (id: string): Place => {
  const place = story.places.find((each) => each.id === id);
  if (!place) throw new Error(`No place ${id}`);
  return place;
};

/** A longitude and latitude on the plane, to within a millimetre on a map. */
function near(at: LngLat): unknown {
  const [x, y] = mercatorAt(at);
  return [expect.closeTo(x, 9), expect.closeTo(y, 9)];
}

describe('the atlas', () => {
  it('has a place once, in the frame’s own run of degrees', () => {
    const point = geometry.pointOf(placeOf('west-city'));
    expect(point).toEqual(near([283, 38.9]));
    expect(geometry.pointOf(placeOf('west-city'))).toBe(point);
  });

  it('has one bow for each pair of places and direction', () => {
    const [north, south] = [placeOf('north-city'), placeOf('south-city')];
    expect(geometry.arcOf(north, south)).toBe(geometry.arcOf(north, south));
    expect(geometry.arcOf(north, south).from).toEqual(geometry.pointOf(north));
    expect(geometry.arcOf(south, north).from).toEqual(geometry.pointOf(south));
  });

  it('has the line of a zone vertex by vertex, and no line for a point', () => {
    expect(geometry.linesOf(placeOf('border'))).toEqual([
      [near([126.7, 37.9]), near([128.4, 38.6])],
    ]);
    expect(geometry.linesOf(placeOf('island'))).toEqual([]);
  });

  it('has the outline of an area ring by ring', () => {
    const ring = [
      [126, 37],
      [128, 37],
      [128, 38],
      [126, 37],
    ] as const;
    const area = {
      ...placeOf('border'),
      geometry: { type: 'Polygon', coordinates: [ring] } as const,
    };
    expect(geometry.linesOf(area)).toEqual([ring.map(near)]);
  });

  it('has a real line for a journey whose author gave one', () => {
    const journey = {
      id: 'train',
      kind: 'travel' as const,
      event: momentOf(told, 'talks').event,
      from: placeOf('north-city'),
      to: placeOf('island'),
      people: [],
      via: [[116.4, 39.9]] as const,
    };
    const way = geometry.pathOf(journey);
    expect(way.at(0)).toEqual(geometry.pointOf(journey.from));
    expect(way.at(1)).toEqual(geometry.pointOf(journey.to));
    const corners = way.format(1, (point) => point).split('L');
    expect(corners).toHaveLength(3);
    // Half-way along the line, not along a bow over it: as far from the end as from the beginning.
    expect(way.format(0.5, (point) => point).split('L').length).toBeLessThanOrEqual(3);
  });
});

describe('a point on a world that repeats', () => {
  it('is drawn on the copy of the world that the reader looks at', () => {
    const seoul = mercatorAt([127, 37.5]);
    const lookingAt = (x: number) => copyFor({ centre: [x, 0.4], scale: 1000 }, seoul);
    expect(lookingAt(1)).toBe(0);
    expect(lookingAt(1.86)).toBe(1);
    expect(lookingAt(-0.15)).toBe(-1);
  });
});

describe('a plan without a place', () => {
  const { figures } = sceneAt(momentOf(told, 'second-announced').start);
  const large: Project = ([x, y]) => [x * 1000, y * 1000];
  const draw = (from: Place, to: Place, path: { at: (progress: number) => Point }): DrawnPath =>
    drawPath(path, [geometry.pointOf(from), geometry.pointOf(to)], large, 1000);
  const unplaced = createUnplacedEvents(figures, geometry, draw);

  it('floats on the bow between the homes, half-way', () => {
    const [plan, ...others] = unplaced;
    expect(others).toEqual([]);
    expect(plan?.event.id).toBe('second-planned');
    const [west, north] = ['west-city', 'north-city'].map((id) => geometry.pointOf(placeOf(id)));
    expect(plan?.middle[0]).toBeGreaterThan((north?.[0] ?? 0) * 1000);
    expect(plan?.middle[0]).toBeLessThan((west?.[0] ?? 0) * 1000);
  });

  it('has nowhere to float if all its guests live in one place', () => {
    const home = placeOf('north-city');
    const alone = figures.map((figure) => ({ ...figure, homes: [home] }));
    expect(createUnplacedEvents(alone, geometry, draw)).toEqual([]);
  });
});
