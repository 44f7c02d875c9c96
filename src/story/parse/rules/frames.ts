import { FRAME_ROOM, type Size } from '../../../map/projection/camera.ts';
import { closestOf } from '../../../map/projection/closest.ts';
import { KM_PER_DEGREE } from '../../../map/projection/mercator.ts';
import type { Path } from '../faults/fault.ts';
import type { Warning } from '../faults/warning.ts';
import type { Bounds } from '../../story.ts';
import type { StoryData } from '../../story-data.ts';

/** Pixels that an inset has on a desktop's page. */
const INSET: Size = { width: 310, height: 250 };

/** `1.2° (88 km)`: rounded up, so that the remedy is enough. */
function lengthOf(degrees: number, km: number): string {
  return `${(Math.ceil(degrees * 100) / 100).toString()}° (${Math.ceil(km)} km)`;
}

/**
 * The warning about bounds that do not fill a map of so many pixels in its closest view, neither its width nor its height;
 * null if they fill one of the two.
 */
function describeSmall(bounds: Bounds, { width, height }: Size): string | null {
  const [west, south, east, north] = bounds;
  const degreesPerPixel = 360 / closestOf(bounds);
  // A degree of longitude is this share of a degree of latitude, on the ground and on the map.
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const least = { across: width * degreesPerPixel, up: height * degreesPerPixel * shrink };
  if (east - west >= least.across || north - south >= least.up) return null;
  const across = lengthOf(least.across, least.across * KM_PER_DEGREE * shrink);
  const up = lengthOf(least.up, least.up * KM_PER_DEGREE);
  return `is too small: the map does not go so near, and will show more ground around it. Make it at least ${across} wide or ${up} high.`;
}

/** Warns of a frame and of insets that do not fill the map in its closest view. */
export function checkSmallFrames({ frame, insets }: StoryData, warnings: Warning[]): void {
  const warn = (bounds: Bounds, room: Size, path: Path): void => {
    const message = describeSmall(bounds, room);
    if (message !== null) warnings.push({ path, code: 'small-frame', message });
  };
  warn(frame, FRAME_ROOM, ['frame']);
  insets.forEach(({ bounds }, index) => warn(bounds, INSET, ['insets', index, 'bounds']));
}
