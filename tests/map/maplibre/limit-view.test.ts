import { describe, expect, it } from 'vitest';
import { limitView } from '../../../src/map/maplibre/limit-view.ts';
import { fitCamera, zoomOf } from '../../../src/map/projection/camera.ts';
import { closestOf } from '../../../src/map/projection/closest.ts';
import { lngLatAt, scaleAt } from '../../../src/map/projection/mercator.ts';
import type { Bounds } from '../../../src/story/story.ts';

const FRAMES: readonly (readonly [name: string, frame: Bounds])[] = [
  ['the Pacific', [84, -26, 302, 64]],
  ['a city', [2.25, 48.81, 2.42, 48.91]],
  ['a village', [126.676, 37.953, 126.682, 37.958]],
  ['the high Arctic', [-60, 76, 60, 84.5]],
  ['Antarctica', [-180, -85, 180, -60]],
  ['the South Pole’s shore', [160, -78.2, 170, -77]],
];

describe('the limits of the live map', () => {
  it.each(FRAMES)('leave the home view as the still map shows it: %s', (_, frame) => {
    for (const width of [240, 360, 870, 1900]) {
      const home = fitCamera(frame, { width, height: width / 1.6 });
      const [, lat] = lngLatAt(home.centre);
      const held = limitView(home, lat, zoomOf(home), closestOf(frame));
      expect(held.lat).toBeCloseTo(lat, 9);
      expect(held.zoom).toBeCloseTo(zoomOf(home), 9);
    }
  });

  it('end where the basemap ends, and where it would seem more accurate than it is', () => {
    const home = fitCamera([84, -26, 302, 64], { width: 870, height: 440 });
    expect(limitView(home, 84, 12, scaleAt(9))).toEqual({ lat: 78, zoom: 9 });
    expect(limitView(home, -70, -5, scaleAt(9))).toEqual({ lat: -50, zoom: zoomOf(home) });
  });
});
