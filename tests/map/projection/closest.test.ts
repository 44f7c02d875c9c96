import { describe, expect, it } from 'vitest';
import { limitView } from '../../../src/map/maplibre/limit-view.ts';
import { FRAME_ROOM, fitCamera } from '../../../src/map/projection/camera.ts';
import { closestOf } from '../../../src/map/projection/closest.ts';
import { lngLatAt, scaleAt } from '../../../src/map/projection/mercator.ts';
import { checkSmallFrames } from '../../../src/story/parse/rules/frames.ts';
import type { Warning } from '../../../src/story/parse/faults/warning.ts';
import type { Bounds } from '../../../src/story/story.ts';
import { THAW_DATA } from '../../fixtures/data.ts';

/** Small frames over the earth, with the zoom to which their ground bears to be looked at. */
const FRAMES: readonly (readonly [string, Bounds, number])[] = [
  ['Paris', [2.25, 48.81, 2.42, 48.91], 8],
  ['Lagos', [3.3, 6.4, 3.5, 6.6], 8],
  ['Lima', [-77.1, -12.1, -77, -12], 8],
  ['Suva', [178.4, -18.2, 178.5, -18.1], 8],
  ['across the date line', [179.9, -17, 180.2, -16.8], 8],
  ['Longyearbyen', [15.5, 78.2, 15.7, 78.3], 8],
  ['Panmunjom', [126.676, 37.953, 126.682, 37.958], 9],
  ['Washington', [-77.1, 38.8, -77, 39], 9],
  ['Washington, a turn later', [282.9, 38.8, 283, 39], 9],
  ['Singapore', [103.7, 1.2, 104, 1.5], 9],
];

describe.each(FRAMES)('how near the map goes at %s', (_, frame, zoom) => {
  const closest = closestOf(frame);
  const home = fitCamera(frame, FRAME_ROOM);

  it('is the same on the still map, on the live map and for the checker', () => {
    expect(home.scale).toBe(scaleAt(zoom));
    const [, lat] = lngLatAt(home.centre);
    expect(limitView(home, lat, 22, closest).zoom).toBeCloseTo(zoom, 9);
    const warnings: Warning[] = [];
    checkSmallFrames({ ...THAW_DATA, frame, insets: [] }, warnings);
    expect(warnings.map(({ code }) => code)).toEqual(['small-frame']);
    const least = Math.ceil((FRAME_ROOM.width * 36_000) / scaleAt(zoom)) / 100;
    expect(warnings[0]?.message).toContain(`at least ${least}°`);
  });
});

it('a story that is loaded at run time has the continents, which bear less', () => {
  expect(closestOf([2, 48, 3, 49], 'continents')).toBe(scaleAt(6));
  expect(closestOf([126, 37, 127, 38], 'continents')).toBe(scaleAt(9));
});

it('a frame that holds fine ground may be looked at as near as that bears', () => {
  expect(closestOf([84, -26, 302, 64])).toBe(scaleAt(9));
  expect(closestOf([-10, 36, 32, 60])).toBe(scaleAt(8));
});
