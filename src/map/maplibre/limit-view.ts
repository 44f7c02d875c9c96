import { farthestOf, zoomOf, type Camera } from '../projection/camera.ts';
import { lngLatAt } from '../projection/mercator.ts';

/** Limits of the camera's latitude. The basemap reaches a little further. */
const NORTHERN_LIMIT = 78;
const SOUTHERN_LIMIT = -50;

/** The nearest view to one that a reader asks for. The home view is always allowed, as the still map shows it. */
export function limitView(
  home: Camera,
  lat: number,
  zoom: number,
  closest: number,
): { readonly lat: number; readonly zoom: number } {
  const [, own] = lngLatAt(home.centre);
  const [least, most] = [farthestOf(home, closest), closest].map((scale) =>
    zoomOf({ ...home, scale }),
  );
  return {
    lat: Math.max(Math.min(SOUTHERN_LIMIT, own), Math.min(Math.max(NORTHERN_LIMIT, own), lat)),
    zoom: Math.max(least ?? zoom, Math.min(most ?? zoom, zoom)),
  };
}
