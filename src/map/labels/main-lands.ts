import { nearestTo } from '../../story/date-line.ts';
import type { LngLat, Place } from '../../story/story.ts';

/** So many lands are placed before the names of places. */
const MOST = 2;

/** A land with spots for its name; `span` is its width in degrees of longitude. */
interface Land {
  readonly id: string;
  readonly span: number;
  readonly spots: readonly LngLat[];
}

/** The land of a point: the one with the nearest spot, unless that is farther away than the land is wide. */
function landOf(lands: readonly Land[], [lng, lat]: LngLat): string | undefined {
  const shrink = Math.cos((lat * Math.PI) / 180);
  let [found, least]: [string | undefined, number] = [undefined, Infinity];
  for (const { id, span, spots } of lands) {
    for (const [x, y] of spots) {
      const away = Math.hypot((nearestTo(x, lng) - lng) * shrink, y - lat);
      if (away >= least || away > span * shrink) continue;
      [found, least] = [id, away];
    }
  }
  return found;
}

/** The lands that hold most of the places, at most `MOST`; of equal ones those that come first. Seas have small letters. */
export function mainLands(
  names: readonly Land[],
  places: readonly Pick<Place, 'point'>[],
): readonly string[] {
  const lands = names.filter(({ id }) => id < 'a');
  const found = places.map(({ point }) => landOf(lands, point));
  const countOf = (land: string): number => found.filter((each) => each === land).length;
  return lands
    .map(({ id }) => id)
    .filter((id) => countOf(id) > 0)
    .sort((a, b) => countOf(b) - countOf(a))
    .slice(0, MOST);
}
