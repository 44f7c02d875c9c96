import { describe, expect, it } from 'vitest';
import names from '../../../geo/basemap/names.json';
import { namesOf, type NameRow } from '../../../src/map/basemap/ground-names.ts';
import type { Box } from '../../../src/map/labels/box.ts';
import {
  placeGroundNames,
  type GroundNameRequest,
} from '../../../src/map/labels/place-ground-names.ts';

const FRAME = { width: 400, height: 300 };

const request = (id: string, more: Partial<GroundNameRequest> = {}): GroundNameRequest => ({
  id,
  texts: [id],
  room: 200,
  spots: [[200, 150]],
  main: false,
  ...more,
});

function place(
  requests: readonly GroundNameRequest[],
  obstacles: readonly Box[] = [],
  lines: readonly Box[] = [],
) {
  return placeGroundNames(requests, { obstacles, lines, frame: FRAME });
}

const spotsOf = (placed: readonly { id: string; at: readonly [number, number] }[]) =>
  placed.map(({ id, at }) => [id, ...at.map(Math.round)]);

describe('the names of lands and seas', () => {
  it('stand at their first spot', () => {
    const names = place([
      request('Japan', {
        spots: [
          [100, 100],
          [300, 100],
        ],
      }),
    ]);
    expect(spotsOf(names)).toEqual([['Japan', 100, 100]]);
  });

  it('move a little, or to another spot, where something of the story stands', () => {
    const dot = { x: 195, y: 140, width: 10, height: 5 };
    expect(spotsOf(place([request('Japan')], [dot]))).toEqual([['Japan', 200, 154]]);
    const plate = { x: 120, y: 100, width: 160, height: 100 };
    const moved = place(
      [
        request('Japan', {
          spots: [
            [200, 150],
            [60, 60],
          ],
        }),
      ],
      [plate],
    );
    expect(spotsOf(moved)).toEqual([['Japan', 60, 60]]);
  });

  it('are left out where they have no spot that is free', () => {
    const all = { x: 0, y: 0, ...FRAME };
    expect(place([request('Japan')], [all])).toEqual([]);
    expect(place([request('Japan', { spots: [] })])).toEqual([]);
  });

  it('are left out where their land is much narrower than they are', () => {
    const [widest, narrow] = [60, 20].map((room) => place([request('Japan', { room })]).length);
    expect([widest, narrow]).toEqual([1, 0]);
  });

  it('are left out where they would be cut off at an edge, or lie out of view', () => {
    for (const spot of [
      [-60, 150],
      [395, 150],
      [2000, 150],
      [200, -20],
      [200, 320],
    ] as const) {
      expect(place([request('Indonesia', { spots: [spot] })]), String(spot)).toEqual([]);
    }
  });

  it('keep clear of a line; a main name lies below it rather than nowhere', () => {
    const line = { x: 0, y: 147, width: 400, height: 6 };
    const [aside] = place([request('Japan')], [], [line]);
    expect(Math.abs((aside?.at[1] ?? 150) - 150)).toBeGreaterThan(8);
    const wall = { x: 0, y: 0, width: 400, height: 300 };
    expect(place([request('Japan')], [], [wall])).toEqual([]);
    expect(place([request('Japan', { main: true })], [], [wall])).toHaveLength(1);
  });

  it('never cover each other: who comes first chooses first', () => {
    const [first, second] = [request('Japan'), request('Korea', { room: 100 })];
    expect(place([first, second]).map(({ id }) => id)).toEqual(['Japan']);
    expect(place([second, first]).map(({ id }) => id)).toEqual(['Korea']);
    const other = request('Korea', {
      spots: [
        [200, 150],
        [200, 200],
      ],
    });
    expect(spotsOf(place([first, other]))).toEqual([
      ['Japan', 200, 150],
      ['Korea', 200, 200],
    ]);
  });

  it('have a position on the earth, and a width', () => {
    for (const { id, span, spots } of namesOf(names as unknown as NameRow[])) {
      expect(span, id).toBeGreaterThan(0);
      expect(spots.length, id).toBeGreaterThan(0);
      for (const [lng, lat] of spots) {
        expect(Math.abs(lng), id).toBeLessThanOrEqual(180);
        expect(Math.abs(lat), id).toBeLessThanOrEqual(80);
      }
    }
  });
});
