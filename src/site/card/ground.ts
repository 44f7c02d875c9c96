import type { GroundPaths } from '../../map/basemap/ground-data.ts';
import type { Ground } from '../../map/basemap/parse-ground.ts';
import { mercatorAt, type Point } from '../../map/projection/mercator.ts';
import type { CardView } from './view.ts';

type Line = readonly (readonly number[])[];

/** The coasts in pixels: once for each copy of the world that the view shows. */
export const coastsOf = (
  { coast }: Ground,
  { copies, project }: CardView,
): readonly (readonly Point[])[] =>
  coast.geometry.coordinates.flatMap((line: Line) =>
    copies.map((copy) =>
      line.map(([lng = 0, lat = 0]) => {
        const [x, y] = mercatorAt([lng, lat]);
        return project([x + copy, y]);
      }),
    ),
  );

/** The live map's basemap as paths for `StaticBasemap.svelte`, at a scale at which one unit is one pixel. */
export function createPaths({ land, borders }: Ground, scale: number): GroundPaths {
  const onPlane = ([lng = 0, lat = 0]: readonly number[]): Point => {
    const [x, y] = mercatorAt([lng, lat]);
    return [x * scale, y * scale];
  };
  const format = (line: Line): string => formatLine(line.map(onPlane));
  return {
    scale,
    // As far as `PACIFIC` in `geo/derive/`.
    west: -30,
    east: 330,
    land: land.geometry.coordinates.flat().map(format).join('Z'),
    borders: borders.geometry.coordinates.map(format).join(''),
  };
}

export const formatLine = (line: readonly Point[]): string =>
  `M${line.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
