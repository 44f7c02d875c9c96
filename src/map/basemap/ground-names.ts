import type { Bounds, LngLat } from '../../story/story.ts';

/** The seas that have a name on the map. `ui/words/` has the names. */
export type SeaId =
  | 'pacific'
  | 'atlantic'
  | 'indian'
  | 'arctic'
  | 'yellow'
  | 'east'
  | 'bering'
  | 'mediterranean'
  | 'caribbean'
  | 'north'
  | 'baltic'
  | 'black'
  | 'red'
  | 'caspian'
  | 'arabian'
  | 'bengal'
  | 'south-china'
  | 'mexico'
  | 'tasman'
  | 'gulf'
  | 'norwegian'
  | 'barents'
  | 'labrador'
  | 'hudson'
  | 'okhotsk'
  | 'east-china'
  | 'philippine'
  | 'coral'
  | 'guinea'
  | 'weddell'
  | 'ross';

/** A land or a sea that the map names. */
export interface GroundName {
  /** A land's ISO 3166 code, or a sea. */
  readonly id: string;
  /** How wide it is, in degrees of longitude: a longer name has no room. */
  readonly span: number;
  /** Where its name may stand, the best position first. */
  readonly spots: readonly LngLat[];
}

/** A name as `geo/derive/names/` writes it: id, span, then longitude and latitude of each spot. */
export type NameRow = readonly [id: string, ...numbers: number[]];

/** A view of the earth, with its largest width on a screen in pixels. */
export interface NamedView {
  readonly bounds: Bounds;
  readonly width: number;
}

/** Pixels that the shortest names need. */
const LEAST_WIDTH = 18;

/** The names of rows. Who comes first chooses first. */
export const namesOf = (rows: readonly NameRow[]): readonly GroundName[] =>
  rows.map(([id, span = 0, ...degrees]) => ({
    id,
    span,
    spots: degrees.flatMap((lng, index): LngLat[] =>
      index % 2 === 0 ? [[lng, degrees[index + 1] ?? 0]] : [],
    ),
  }));

/** The names that have room in one of the views. */
export const namesIn = (
  names: readonly GroundName[],
  views: readonly NamedView[],
): readonly GroundName[] =>
  names.filter(({ span, spots }) =>
    views.some(({ bounds, width }) => {
      const [west, , east] = bounds;
      if ((span / (east - west)) * width < LEAST_WIDTH) return false;
      return spots.some((spot) => isNear(bounds, spot));
    }),
  );

/** Whether a point is in bounds, or half as far outside as they are large: maps of another shape show that. */
function isNear([west, south, east, north]: Bounds, [lng, lat]: LngLat): boolean {
  const [across, up] = [(east - west) / 2, (north - south) / 2];
  const turned = lng - 360 * Math.round((lng - (west + east) / 2) / 360);
  return turned > west - across && turned < east + across && lat > south - up && lat < north + up;
}

/** Names as text for an attribute of the page: `JP 12 138 36.4 145 37;…`. */
export const formatNames = (names: readonly GroundName[]): string =>
  names.map(({ id, span, spots }) => [id, span, ...spots.flat()].join(' ')).join(';');

/** The inverse of `formatNames`. */
export const parseNames = (text: string): readonly GroundName[] =>
  namesOf(
    text.split(';').flatMap((name): NameRow[] => {
      const [id, ...numbers] = name.split(' ');
      return id ? [[id, ...numbers.map(Number)]] : [];
    }),
  );

/** Seas have words for ids, lands have codes in capitals. */
export const isSea = (id: string): id is SeaId => id > 'a';
