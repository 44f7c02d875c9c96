import type { Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { Country } from '../countries.ts';
import { framesOf } from '../crops.ts';
import { createLayers } from '../layers.ts';
import { pixelArea } from '../plane.ts';
import { seaOf } from '../sea.ts';
import { thinned } from '../thin/thin.ts';
import { around, magnificationOf, pixelsPerDegree, type View } from './view.ts';

/** How much is drawn around a view, in sizes of the view on each side. */
const REACH = 0.4;

/** The greatest width of a view that needs ground of its own, in degrees: the continents are as fine as a wider one shows. */
const WIDEST = 180;

/** In square pixels of the view: what a reader who zooms in by a level still sees. */
const LEAST_ISLAND = 0.7;
const LEAST_TRIANGLE = 0.4;

/** Pixels per degree in the closest view of derived ground. */
const CLOSEST = 364;

/** The finest step of the coordinates, in degrees; the atlas itself has steps of 0.0036°. */
const FINEST = 0.001;

/** The ground of a view for the live map, as a crop; null if the continents are fine enough. */
export function createLiveView(countries: readonly Country[], view: View): Topology | null {
  const frame = around(view, REACH);
  if (view.bounds[2] - view.bounds[0] > WIDEST) return null;
  const scale = Math.min(pixelsPerDegree(view), CLOSEST);
  const magnified = magnificationOf(view) * (scale / pixelsPerDegree(view)) ** 2;
  const isKept = (ring: Position[]) => pixelArea(ring) * magnified >= LEAST_ISLAND;
  const layers = {
    ...createLayers(countries, frame, isKept),
    sea: seaOf(countries, frame, isKept),
    frames: framesOf([{ id: 'region', frame }]),
  };
  const grid = Math.max(FINEST, 1 / (3 * scale));
  return thinned(layers, { least: LEAST_TRIANGLE / magnified, grid });
}
