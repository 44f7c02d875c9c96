import { describe, expect, it } from 'vitest';
import { RADIUS } from '../../../src/map/glyphs/radius.ts';
import { createSpots, isLabelled, weightOf } from '../../../src/map/labels/marks.ts';
import type { Point } from '../../../src/map/projection/mercator.ts';
import { momentOf } from '../../fixtures/shipped.ts';
import { twoMeetings } from '../../fixtures/two-meetings.ts';

const { told, sceneAt } = twoMeetings();
const FRAME = { width: 600, height: 400 };

/** The spot of the island at a time, with its place at a point of the frame. */
function islandAt(time: number, point: Point, selected: string | null = null) {
  const { places, figures } = sceneAt(time, selected);
  const marks = places.filter(({ place }) => place.id === 'island');
  const [spot] = createSpots(marks, figures, () => point, FRAME);
  if (!spot) throw new Error('There is no island');
  return spot;
}
const markAt = (time: number, id: string, selected: string | null = null) => {
  const mark = sceneAt(time, selected).places.find(({ place }) => place.id === id);
  if (!mark) throw new Error(`No mark for ${id}`);
  return mark;
};

describe('a spot', () => {
  it('stands where its place is, and points nowhere', () => {
    expect(islandAt(0, [300, 200])).toMatchObject({ at: [300, 200], beyond: null });
  });

  it.each<readonly [string, Point, Point, number]>([
    ['east', [900, 200], [584, 200], 0],
    ['south', [300, 900], [300, 384], 90],
    ['west', [-100, 200], [16, 200], 180],
    ['north', [300, -50], [300, 16], -90],
    ['south-east', [684, 484], [584, 384], 45],
  ])('of a place beyond the frame is held at its edge, pointing %s', (_, point, at, beyond) => {
    expect(islandAt(0, point)).toMatchObject({ at, beyond });
  });

  it('carries the figures at its place, the seal on top of the table', () => {
    const { figures } = islandAt(momentOf(told, 'pact').start, [300, 200]);
    expect(figures.map(({ figure }) => figure)).toEqual(['table', 'seal']);
  });

  it('is as large as the largest that stands there', () => {
    const radiusAt = (time: number) => islandAt(time, [300, 200]).radius;
    expect(radiusAt(0)).toBe(RADIUS.main);
    expect(radiusAt(momentOf(told, 'talks').start)).toBe(RADIUS.seats + RADIUS.seat);
    // A click on a name does not push it, or another, aside.
    expect(islandAt(0, [300, 200], 'island').radius).toBe(RADIUS.main);
  });
});

describe('a place', () => {
  const { start, end } = momentOf(told, 'second-talks');

  it('has a label always if it is main, else once it has played a part or is chosen', () => {
    expect(isLabelled(markAt(0, 'island'))).toBe(true);
    expect(isLabelled(markAt(0, 'south-city'))).toBe(false);
    expect(isLabelled(markAt(start, 'south-city'))).toBe(true);
    expect(isLabelled(markAt(0, 'south-city', 'south-city'))).toBe(true);
  });

  it('needs its label if it is main, while something happens there, and while it is chosen', () => {
    expect(weightOf({ mark: markAt(0, 'island'), figures: [] })).toBeGreaterThan(0);
    expect(weightOf({ mark: markAt(start, 'south-city'), figures: [] })).toBeGreaterThan(0);
    expect(weightOf({ mark: markAt(end, 'south-city'), figures: [] })).toBe(0);
    expect(weightOf({ mark: markAt(end, 'south-city', 'south-city'), figures: [] })).toBe(3);
    // It is always there, and moves nobody when it is chosen.
    expect(weightOf({ mark: markAt(0, 'island', 'island'), figures: [] })).toBe(2);
  });
});
