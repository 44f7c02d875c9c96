import type { Fault } from '../faults/fault.ts';
import type { Entry } from '../schema/schema.ts';
import type { Bounds, Inset } from '../../story.ts';

/** Bounds in the frame's range of longitudes: adds 360 degrees if that puts them inside the frame. */
function shiftInto([west, , east]: Bounds, [left, south, right, north]: Bounds): Bounds {
  const shift = left < west && right + 360 <= east ? 360 : 0;
  return [left + shift, south, right + shift, north];
}

/** The range of the frame that bounds exceed, in words; null if they lie inside the frame. */
function exceeded([west, south, east, north]: Bounds, bounds: Bounds): string | null {
  const [left, low, right, high] = bounds;
  if (left < west || right > east) return `longitudes ${west}…${east}`;
  if (low < south || high > north) return `latitudes ${south}…${north}`;
  return null;
}

/** The insets of a frame. Each must lie inside it, because two lines connect it to its part of the map. */
export function buildInsets(
  entries: readonly (Entry<'inset'> | null)[],
  frame: Bounds,
  faults: Fault[],
): readonly Inset[] {
  return entries.flatMap((entry, index) => {
    if (entry === null) return [];
    const bounds = shiftInto(frame, entry.bounds);
    const range = exceeded(frame, bounds);
    if (range !== null) {
      const path = ['insets', index, 'bounds'];
      const message = `reaches out of the frame, which has ${range}. Write a part of the frame.`;
      faults.push({ path, code: 'range', message });
    }
    return [{ ...entry, bounds }];
  });
}
