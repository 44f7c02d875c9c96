import type { Topology } from 'topojson-specification';
import type { NameRow } from '../../../src/map/basemap/ground-names.ts';
import type { Bounds } from '../../../src/story/story.ts';
import { createCountries, type Atlas } from '../countries.ts';
import { namesWithin } from '../names/names.ts';
import type { Still } from '../still/still.ts';
import { createLiveView } from './live-view.ts';
import { createStillView } from './still-view.ts';
import { continentsAround, groundAround } from './view-ground.ts';

/** The parts of a story that its ground depends on. */
export interface Region {
  readonly frame: Bounds;
  readonly insets: readonly { readonly id: string; readonly bounds: Bounds }[];
}

/** The ground of a story. */
export interface RegionGround {
  readonly world: Still;
  /** By the inset's id. */
  readonly insets: ReadonlyMap<string, Still>;
  /** For the live map: the frame and what is around it; null if the continents are fine enough. */
  readonly live: Topology | null;
  /** The names of lands in the part of them that the frame shows. */
  readonly names: readonly NameRow[];
}

/** Pixels of the largest map and inset on most screens. */
export const WORLD = { width: 1300, height: 900 };
export const INSET = { width: 450, height: 400 };

/** Characters that the still ground of a page may have: about 10 kB (gzip -9). */
const BUDGET = 23_000;

/** The share of it that the world keeps if there are insets. */
const WORLD_SHARE = 0.65;

/** The most characters of an inset: more than that nobody would see. */
const INSET_BUDGET = 7_000;

/** What the ground of any region is derived from. */
export interface Sources {
  /** Natural Earth 1:50m: `countries-50m.json` of world-atlas. */
  readonly atlas: Atlas;
  /** `continents.json`, which the live map shows wherever nothing finer is. */
  readonly continents: Topology;
}

/** The ground of a story. It depends on nothing but the arguments. The still map is thinned from what the live one shows. */
export function deriveRegion(sources: Sources, { frame, insets }: Region): RegionGround {
  const countries = createCountries(sources.atlas);
  const share = insets.length > 0 ? WORLD_SHARE : 1;
  const each = Math.min(INSET_BUDGET, (BUDGET * (1 - share)) / Math.max(1, insets.length));
  const stills = insets.map(({ id, bounds }): readonly [string, Still] => {
    const inset = { bounds, ...INSET };
    return [id, createStillView(groundAround(countries, inset), inset, each)];
  });
  const view = { bounds: frame, ...WORLD };
  const live = createLiveView(countries, view);
  const shown = live ? groundAround(countries, view) : continentsAround(sources.continents, view);
  return {
    world: createStillView(shown, view, BUDGET * share),
    insets: new Map(stills),
    live,
    names: namesWithin(countries, frame),
  };
}
