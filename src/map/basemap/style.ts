import type { Ground } from './parse-ground.ts';

/** The basemap's colours in the present theme, as CSS colours. */
export interface GroundColours {
  readonly sea: string;
  readonly land: string;
  readonly coast: string;
  readonly border: string;
}

/** Data of the live map: the world, finer pieces of it, and zones at their true size. */
export interface LiveGrounds {
  readonly world: Ground;
  /** Derived for the story. It is shown at every zoom, over the world and below the crops. */
  readonly own: Ground | null;
  readonly crops: readonly Ground[];
  /** GeoJSON. Its polygons belong to the basemap; its lines are drawn by the story layer. */
  readonly zones: object;
}

/** Zoom from which crops are drawn: at higher zooms the simplified world would show its corners. */
const CROPS_FROM = 3.5;

/**
 * The style of the live map. It has the layers of the static basemap: sea, land, coast, borders. Each crop adds a patch
 * of sea over the coarse land below it. There are no glyphs, sprites or tiles: no other server is ever contacted.
 */
export function groundStyle(
  colours: GroundColours,
  { world, own, crops, zones }: LiveGrounds,
): object {
  const whole = own ? [world, own] : [world];
  const pieces = [...whole, ...crops];
  return {
    version: 8,
    // A change of theme is not animated, as in the rest of the page.
    transition: { duration: 0, delay: 0 },
    sources: Object.fromEntries([
      ['zones', source(zones)],
      ...pieces.flatMap((ground, index) => [
        [`land-${index}`, source(ground.land)],
        [`coast-${index}`, source(ground.coast)],
        [`borders-${index}`, source(ground.borders)],
        [`sea-${index}`, source(ground.sea)],
      ]),
    ]),
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
      ...pieces.flatMap((_, index) =>
        layersOf(index, index < whole.length ? 0 : CROPS_FROM, colours),
      ),
      {
        id: 'zones',
        type: 'fill',
        source: 'zones',
        filter: ['==', ['geometry-type'], 'Polygon'],
        minzoom: CROPS_FROM,
        paint: { 'fill-color': colours.border, 'fill-opacity': 0.5 },
      },
    ],
  };
}

/** `maxzoom` 9 is the highest zoom of the map. `tolerance` 0.2 px keeps the detail of the crops. */
const source = (data: unknown): object => ({ type: 'geojson', data, maxzoom: 9, tolerance: 0.2 });

function layersOf(index: number, minzoom: number, colours: GroundColours): readonly object[] {
  const line = (id: string, colour: string, width: number) => ({
    id: `${id}-${index}`,
    type: 'line',
    source: `${id}-${index}`,
    minzoom,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': width },
  });
  const fill = (id: string, colour: string) => ({
    id: `${id}-${index}`,
    type: 'fill',
    source: `${id}-${index}`,
    minzoom,
    paint: { 'fill-color': colour, 'fill-antialias': true },
  });
  return [
    fill('sea', colours.sea),
    fill('land', colours.land),
    line('coast', colours.coast, 0.6),
    line('borders', colours.border, 0.8),
  ];
}
