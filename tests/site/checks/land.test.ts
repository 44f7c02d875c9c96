import { expect, it } from 'vitest';
import { isNearLand } from '../../../src/site/checks/land.ts';
import type { LngLat } from '../../../src/story/story.ts';

it.each<readonly [what: string, at: LngLat]>([
  ['a capital', [126.98, 37.57]],
  ['the middle of a continent', [87.5, 46.3]],
  ['a city north of the Arctic Circle, where Chukotka crosses the date line', [33.08, 68.97]],
  ['the east of Chukotka, beyond the date line', [-173.2, 64.4]],
  ['the west of it', [178.5, 68]],
  ['an island on the date line', [180, -16.8]],
  ['the same from the other side', [-180, -16.8]],
  ['the South Pole', [0, -90]],
  ['the inland of Antarctica', [106.8, -78.46]],
  ['a longitude that has gone round', [486.98, 37.57]],
  ['a harbour', [-9.14, 38.71]],
])('land is near at %s', (_what, at) => expect(isNearLand(at)).toBe(true));

it.each<readonly [what: string, at: LngLat]>([
  ['the North Pole', [0, 90]],
  ['the Atlantic', [-30, 40]],
  ['the Pacific on the date line', [180, 10]],
  ['Point Nemo', [-123.39, -48.88]],
  ['the Barents Sea', [40, 74]],
  ['the Norwegian Sea at the latitude of Chukotka', [2, 67.5]],
])('land is far at %s', (_what, at) => expect(isNearLand(at)).toBe(false));
