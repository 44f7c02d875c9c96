import { closestOf } from '../../../map/projection/closest.ts';
import { KM_PER_DEGREE } from '../../../map/projection/mercator.ts';
import type { Path } from '../faults/fault.ts';
import type { Warning } from '../faults/warning.ts';
import type { Bounds } from '../../story.ts';
import type { StoryData } from '../../story-data.ts';

/** Pixels that the frame has on a desktop's page, and an inset on that map. */
const FRAME = { width: 870, height: 530 };
const INSET = { width: 310, height: 250 };

/** `1.2° (88 km)`: rounded up, so that the remedy is enough. */
function lengthOf(degrees: number, km: number): string {
  return `${(Math.ceil(degrees * 100) / 100).toString()}° (${Math.ceil(km)} km)`;
}

/**
 * The warning about bounds that do not fill a map of so many pixels in its closest view, neither its width nor its height;
 * null if they fill one of the two.
 */
function describeSmall(bounds: Bounds, { width, height }: typeof FRAME): string | null {
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

/** Warns of insets for which no part of the map is free at all moments of the story (`build/place-insets.ts`). */
export function checkSlots({ insets }: StoryData, warnings: Warning[]): void {
  const index = insets.findIndex(({ slot }) => !slot);
  if (index < 0) return;
  const message =
    'would hide something of the story in every corner of the map, so insets lie below the map. Make the frame larger, or write fewer insets.';
  warnings.push({ path: ['insets', index], code: 'inset-below', message });
}

/** Warns of a frame and of insets that do not fill the map in its closest view. */
export function checkSmallFrames({ frame, insets }: StoryData, warnings: Warning[]): void {
  const warn = (bounds: Bounds, room: typeof FRAME, path: Path): void => {
    const message = describeSmall(bounds, room);
    if (message !== null) warnings.push({ path, code: 'small-frame', message });
  };
  warn(frame, FRAME, ['frame']);
  insets.forEach(({ bounds }, index) => warn(bounds, INSET, ['insets', index, 'bounds']));
}
