import type { SeaId } from '../../story/seas.ts';
import type { Bounds, LngLat, OwnGroundName } from '../../story/story.ts';

export type { SeaId };

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

/** The least share of a frame's width that a land must fill there, if its usual spots lie outside the frame. */
const LEAST_SHARE = 0.08;

/**
 * The names with those of lands whose middle lies outside a frame: `parts` has their spots in the part that the frame shows.
 * The span is that of the part. An order of choice that a name has is kept.
 */
export function withParts(
  names: readonly GroundName[],
  parts: readonly GroundName[],
  frame: Bounds,
): readonly GroundName[] {
  const [west, , east] = frame;
  const large = parts.filter(({ span }) => span >= LEAST_SHARE * (east - west));
  return names.map((name) => {
    const part = large.find(({ id }) => id === name.id);
    if (!part || name.spots.some((spot) => isIn(frame, spot))) return name;
    return { ...part, spots: [...part.spots, ...name.spots] };
  });
}

/** Degrees that a name of the author's own takes at most, if he does not say it. */
const OWN_SPAN = 10;

/** The names as the author of a story wants them. Own ones choose first. */
export function withOwnNames(
  names: readonly GroundName[],
  own: readonly OwnGroundName[],
): readonly GroundName[] {
  const changed = new Set(own.map(({ id }) => id));
  const spanOf = (id: string): number => names.find((name) => name.id === id)?.span ?? OWN_SPAN;
  return [
    ...own.flatMap(({ id, at, span }): GroundName[] =>
      at ? [{ id, span: span ?? spanOf(id), spots: [at] }] : [],
    ),
    ...names.filter(({ id }) => !changed.has(id)),
  ];
}

/** Whether a point is in bounds, in whatever turn of the earth. */
function isIn([west, south, east, north]: Bounds, [lng, lat]: LngLat): boolean {
  const turned = lng - 360 * Math.round((lng - (west + east) / 2) / 360);
  return turned > west && turned < east && lat > south && lat < north;
}

/** Whether a point is in bounds, or half as far outside as they are large: maps of another shape show that. */
function isNear([west, south, east, north]: Bounds, spot: LngLat): boolean {
  const [across, up] = [(east - west) / 2, (north - south) / 2];
  return isIn([west - across, south - up, east + across, north + up], spot);
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
