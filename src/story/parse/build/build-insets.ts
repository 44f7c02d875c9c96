import type { Fault } from '../faults/fault.ts';
import type { Entry } from '../schema/schema.ts';
import { nearestTo } from '../../date-line.ts';
import { formatPath } from '../faults/fault.ts';
import { quoted } from '../faults/raw.ts';
import type { Bounds } from '../../story.ts';
import type { InsetShape } from './place-insets.ts';

/** The same bounds with `west` between −180 and 180: −210…−150 is 150…210. */
export function normalise([west, south, east, north]: Bounds): Bounds {
  const shift = Math.abs(west) > 180 ? nearestTo(west, 0) - west : 0;
  return [west + shift, south, east + shift, north];
}

/**
 * Bounds in the frame's range of longitudes: the copy of them that is nearest to the frame's middle. In a frame of the
 * whole world they may pass its edge, which is no edge on the earth.
 */
function shiftInto([west, , east]: Bounds, bounds: Bounds): Bounds {
  const [left, south, right, north] = normalise(bounds);
  const middle = (left + right) / 2;
  const shift = nearestTo(middle, (west + east) / 2) - middle;
  const inside = [shift, 0].find((one) => left + one >= west && right + one <= east);
  return [left + (inside ?? shift), south, right + (inside ?? shift), north];
}

/** The range of the frame that bounds exceed, in words; null if they lie inside the frame. */
function exceeded([west, south, east, north]: Bounds, bounds: Bounds): string | null {
  const [left, low, right, high] = bounds;
  if (east - west < 360 && (left < west || right > east)) return `longitudes ${west}…${east}`;
  if (low < south || high > north) return `latitudes ${south}…${north}`;
  return null;
}

/** Reports a slot over the map that two insets share: one would hide the other. */
function checkSlots(entries: readonly (Entry<'inset'> | null)[], faults: Fault[]): void {
  const taken = new Map<string, number>();
  entries.forEach((entry, index) => {
    const slot = entry?.slot;
    if (slot === undefined || slot === 'below') return;
    const first = taken.get(slot);
    if (first === undefined) {
      taken.set(slot, index);
      return;
    }
    const message = `${quoted(slot)} is already the slot of ${formatPath(['insets', first])}. Write another.`;
    faults.push({ path: ['insets', index, 'slot'], code: 'duplicate', message });
  });
}

/** The insets of a frame. Each must lie inside it, because two lines connect it to its part of the map. */
export function buildInsets(
  entries: readonly (Entry<'inset'> | null)[],
  frame: Bounds,
  faults: Fault[],
): readonly InsetShape[] {
  checkSlots(entries, faults);
  return entries.flatMap((entry, index) => {
    if (entry === null) return [];
    const bounds = shiftInto(frame, entry.bounds);
    const range = exceeded(frame, bounds);
    if (range !== null) {
      const path = ['insets', index, 'bounds'];
      const message = `reaches out of the frame, which has ${range}. Write a part of the frame.`;
      faults.push({ path, code: 'range', message });
    }
    return [{ ...entry, bounds, slot: entry.slot ?? null }];
  });
}
