import type { Fault } from './fault.ts';
import type { Entry } from './schema.ts';
import type { Bounds, Inset } from '../story.ts';

/** The same bounds in the run of degrees in which the frame is written: 360 are added where that brings them in. */
function turnInto([west, , east]: Bounds, [left, south, right, north]: Bounds): Bounds {
  const turn = left < west && right + 360 <= east ? 360 : 0;
  return [left + turn, south, right + turn, north];
}

/** The side on which bounds reach out of a frame, in words; null where they lie within it. */
function wayOut([west, south, east, north]: Bounds, bounds: Bounds): string | null {
  const [left, low, right, high] = bounds;
  if (left < west || right > east) return `longitudes ${west}…${east}`;
  if (low < south || high > north) return `latitudes ${south}…${north}`;
  return null;
}

/** Builds the insets of a frame. Each shows a part of it, and two lines lead there: outside they would lead nowhere. */
export function buildInsets(
  entries: readonly (Entry<'inset'> | null)[],
  frame: Bounds,
  faults: Fault[],
): readonly Inset[] {
  return entries.flatMap((entry, index) => {
    if (entry === null) return [];
    const bounds = turnInto(frame, entry.bounds);
    const out = wayOut(frame, bounds);
    if (out !== null) {
      const path = ['insets', index, 'bounds'];
      const message = `reaches out of the frame, ${out}. Write a part of it.`;
      faults.push({ path, code: 'range', message });
    }
    return [{ ...entry, bounds }];
  });
}
