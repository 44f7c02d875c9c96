import type { Path } from '../faults/fault.ts';
import type { Warning } from '../faults/warning.ts';
import type { Bounds } from '../../story.ts';
import type { StoryData } from '../../story-data.ts';

/** Degrees of longitude per pixel at the closest zoom of the map, 9: the world is then 512 × 2⁹ px wide. */
const DEGREES_PER_PIXEL = 360 / (512 * 2 ** 9);

/** Pixels that the frame has on a desktop's page, and an inset on that map. */
const FRAME = { width: 870, height: 530 };
const INSET = { width: 310, height: 250 };

const KM_PER_DEGREE = 111.2;

/** `1.2° (88 km)`: rounded up, so that the remedy is enough. */
function lengthOf(degrees: number, km: number): string {
  return `${(Math.ceil(degrees * 100) / 100).toString()}° (${Math.ceil(km)} km)`;
}

/** The warning about bounds that no direction of the map's frame would show in full size; null if they are large enough. */
function describeSmall(
  [west, south, east, north]: Bounds,
  { width, height }: typeof FRAME,
): string | null {
  // On the Mercator projection a degree of latitude is longer than one of longitude by this factor.
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const least = { across: width * DEGREES_PER_PIXEL, up: height * DEGREES_PER_PIXEL * shrink };
  if (east - west >= least.across || north - south >= least.up) return null;
  const across = lengthOf(least.across, least.across * KM_PER_DEGREE * shrink);
  const up = lengthOf(least.up, least.up * KM_PER_DEGREE);
  return `is smaller than the basemap is accurate. The map will show more ground around it. Make it at least ${across} wide or ${up} high.`;
}

/** Warns of a frame and of insets that are so small that the map does not go so near. */
export function checkSmallFrames({ frame, insets }: StoryData, warnings: Warning[]): void {
  const warn = (bounds: Bounds, room: typeof FRAME, path: Path): void => {
    const message = describeSmall(bounds, room);
    if (message !== null) warnings.push({ path, code: 'small-frame', message });
  };
  warn(frame, FRAME, ['frame']);
  insets.forEach(({ bounds }, index) => warn(bounds, INSET, ['insets', index, 'bounds']));
}
