import type { Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json?raw';
import continents from '../../geo/basemap/continents.json';
import nameRows from '../../geo/basemap/names.json';
import type { Atlas } from '../../geo/derive/countries.ts';
import { deriveRegion, INSET, WORLD } from '../../geo/derive/region/region.ts';
import { bundledGrounds } from '../map/basemap/bundled-grounds.ts';
import type { GroundData } from '../map/basemap/ground-data.ts';
import { namesIn, namesOf, withParts, type NameRow } from '../map/basemap/ground-names.ts';
import type { StoryData } from '../story/story-data.ts';
import { hashedName } from './hashed-name.ts';
import type { Files } from './template.ts';

/** The basemap of a story's first picture, and the file that its live map adds. */
export interface StoryGround {
  readonly grounds: GroundData;
  readonly files: Files;
}

/** Derives the ground of a story from Natural Earth. It depends on nothing but the story's frame and insets. */
export function createStoryGround({
  frame,
  insets,
}: Pick<StoryData, 'frame' | 'insets'>): StoryGround {
  // An inset that the bundled ground covers is shown finer there.
  const own = insets.filter((inset) => bundledGrounds.inset(inset) === bundledGrounds.world);
  const region = deriveRegion(
    { atlas: JSON.parse(atlas) as Atlas, continents: continents as unknown as Topology },
    { frame, insets: own },
  );
  const bytes = region.live && new TextEncoder().encode(JSON.stringify(region.live));
  const path = bytes && hashedName('ground', 'json', bytes);
  const names = namesOf(nameRows as unknown as readonly NameRow[]);
  const views = [
    { bounds: frame, width: WORLD.width },
    ...insets.map(({ bounds }) => ({ bounds, width: INSET.width })),
  ];
  return {
    grounds: {
      world: region.world,
      inset: (inset) => region.insets.get(inset.id) ?? bundledGrounds.inset(inset),
      names: namesIn(withParts(names, namesOf(region.names), frame), views),
      detail: 'derived',
      file: path === null ? '' : `./${path}`,
      live: () => Promise.reject(new Error('The live map is for browsers.')),
    },
    files: new Map(path && bytes ? [[path, bytes]] : []),
  };
}
