import type { Position } from 'geojson';
import type { Country } from './countries.ts';
import { closed, cropped, rounded } from './crop.ts';
import { signedArea, type Frame } from './plane.ts';

/** The whole map. It is cut at 30° W, where only Greenland is cut, and not at the date line. */
export const PACIFIC: Frame = [-30, -60, 330, 85];

type Rings = Position[][];

/**
 * The atlas is cut at 180°: in Chukotka, on Wrangel and in Fiji. The two sides of a cut differ by up to one step of its
 * grid (0.0017°). Rounded to a hundredth of a degree they are equal, so that they can be merged.
 */
function healed(ring: Position[]): Position[] {
  const level = ring.map(([lon = 0, lat = 0]) =>
    Math.abs(lon) > 180 - 1e-6 ? [Math.sign(lon) * 180, Math.round(lat * 100) / 100] : [lon, lat],
  );
  return level.filter(([lon = 0, lat = 0], index) => {
    const [beforeLon, beforeLat] = level[index - 1] ?? [];
    return beforeLat !== lat || Math.abs((beforeLon ?? 0) - lon) % 360 !== 0;
  });
}

/** The atlas's rings jump by 360° where they pass 180°. Here the longitudes are continuous. */
function unrolled(ring: Position[]): Position[] {
  let offset = 0;
  return ring.map(([lon = 0, lat = 0], index) => {
    const step = lon - (ring[index - 1]?.[0] ?? lon);
    if (step > 180) offset -= 360;
    if (step < -180) offset += 360;
    return [lon + offset, lat];
  });
}

function shifted(ring: Position[], offset: number): Position[] {
  return ring.map(([lon = 0, lat = 0]) => [lon + offset, lat]);
}

/** Makes outer rings clockwise and holes counter-clockwise, as cropping expects. Most of the atlas is so already. */
function wound(ring: Position[], isHole: boolean): Position[] {
  return signedArea(ring) < 0 === isHole ? [...ring].reverse() : ring;
}

/** An unrolled polygon of the atlas. A hole may be 360° away from its outer ring, so it is moved back. */
function planar([outside = [], ...holes]: Rings): Rings {
  const ring = unrolled(healed(outside));
  const west = Math.min(...ring.map(([lon = 0]) => lon));
  const aligned = holes.map((hole) => {
    const other = unrolled(healed(hole));
    const offset = Math.ceil((west - (other[0]?.[0] ?? 0)) / 360) * 360;
    return wound(shifted(other, offset), true);
  });
  return [wound(ring, false), ...aligned];
}

function polygonsOf({ geometry }: Country): Rings[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** A polygon’s west, south, east and north. */
function boundsOf([outside = []]: Rings): Frame {
  const [lons, lats] = [outside.map(([lon = 0]) => lon), outside.map(([, lat = 0]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Crops a polygon and its copies. Skipping those outside the frame makes the whole derivation faster: 11 s, not 15. */
function croppedAround(polygon: Rings, frame: Frame): Rings[] {
  const [west, south, east, north] = boundsOf(polygon);
  return [-360, 0, 360].flatMap((offset) => {
    const isOutside =
      east + offset < frame[0] || west + offset > frame[2] || north < frame[1] || south > frame[3];
    if (isOutside) return [];
    const moved = polygon.map((ring) => shifted(ring, offset));
    return cropped(moved, frame);
  });
}

/** Moves a polygon so that its western end lies in the 360° east of 30° W. Nothing is cut. */
function placed(polygon: Rings): Rings {
  const [west] = boundsOf(polygon);
  const offset = Math.ceil((PACIFIC[0] - west) / 360) * 360;
  return polygon
    .map((ring) => closed(shifted(ring, offset).slice(0, -1).map(rounded)))
    .filter((ring) => ring.length > 3);
}

/** Uncut countries, each polygon once. Greenland, which 30° W would cut, reaches to 349° E. */
export function wholeCountries(countries: readonly Country[]): Country[] {
  return countries.map((country) => {
    const coordinates = polygonsOf(country)
      .map((polygon) => placed(planar(polygon)))
      .filter((polygon) => polygon.length > 0);
    return { ...country, geometry: { type: 'MultiPolygon' as const, coordinates } };
  });
}

/** The parts of the countries within a frame, in the frame's longitudes. */
export function pacificCountries(countries: readonly Country[], frame: Frame): Country[] {
  return countries.flatMap((country) => {
    const coordinates = polygonsOf(country).flatMap((polygon) =>
      croppedAround(planar(polygon), frame),
    );
    if (coordinates.length === 0) return [];
    return [{ ...country, geometry: { type: 'MultiPolygon' as const, coordinates } }];
  });
}
