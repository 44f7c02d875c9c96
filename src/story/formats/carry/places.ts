import type { StoryDraft } from '../format.ts';
import { anchorOf, zoneAt } from './geometry.ts';
import type { Shape } from './geometry.ts';
import { createIds } from './ids.ts';

/** The places of a story that is being made. */
export interface Places {
  /** The id of the place with that name and shape. It is made if there is none. */
  readonly idOf: (name: string, shape: Shape) => string;
  readonly features: readonly StoryDraft[];
}

/** Collects places. What has the same name and the same shape is one place. */
export function createPlaces(): Places {
  const features: StoryDraft[] = [];
  const known = new Map<string, string>();
  const makeId = createIds('place');
  return {
    features,
    idOf(name, shape) {
      const key = JSON.stringify([name, shape.type, shape.coordinates]);
      const earlier = known.get(key);
      if (earlier !== undefined) return earlier;
      const id = makeId(name);
      known.set(key, id);
      const zone = zoneAt(anchorOf(shape));
      const { type, coordinates } = shape;
      features.push({
        type: 'Feature',
        id,
        geometry: { type, coordinates },
        properties: { name, ...(zone === null ? {} : { zone }) },
      });
      return id;
    },
  };
}
