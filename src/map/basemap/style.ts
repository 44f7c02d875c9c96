import type { Ground } from './parse-ground.ts';

/** The ground's colours as the theme has them now, in any form that CSS writes. */
export interface GroundColours {
  readonly sea: string;
  readonly land: string;
  readonly coast: string;
  readonly border: string;
}

/** What the live map draws: the world, finer crops of it, and zones at their true size. */
export interface LiveGrounds {
  readonly world: Ground;
  readonly crops: readonly Ground[];
  /** GeoJSON; its lines are the story's to draw, its polygons are ground. */
  readonly zones: object;
}

/** From here on the crops are drawn: nearer, the light world would show its corners. */
const CROPS_FROM = 3.5;

/**
 * The live ground's style, the same few layers as the still one: sea, land, coast, borders, and for each
 * finer crop a patch of sea over the coarse land under it. No glyphs, no sprites, no tiles: nothing is
 * ever asked of another server.
 */
export function groundStyle(colours: GroundColours, { world, crops, zones }: LiveGrounds): object {
  const pieces = [world, ...crops];
  return {
    version: 8,
    // A theme changes at once, as it does in the rest of the page.
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
      ...pieces.flatMap((_, index) => layersOf(index, colours)),
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

/** `maxzoom` 9 is as close as the map goes; `tolerance` 0.2 px keeps the crops as fine as they are. */
const source = (data: unknown): object => ({ type: 'geojson', data, maxzoom: 9, tolerance: 0.2 });

function layersOf(index: number, colours: GroundColours): readonly object[] {
  const minzoom = index === 0 ? 0 : CROPS_FROM;
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
