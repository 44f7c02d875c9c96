import type { StoryEvent } from '../../story.ts';
import { foldName } from '../sheet/values/fold.ts';
import { hasTwoDates } from './dates.ts';

/**
 * A list in one cell. A semicolon inside an entry would part it, so it becomes a comma. A single entry with a comma has a
 * semicolon behind it: without one, readers part a list at its commas.
 */
export function joinCell(entries: readonly string[]): string {
  const cell = entries.map((entry) => entry.replaceAll(';', ',')).join('; ');
  return entries.length === 1 && /[,，、]/.test(cell) ? `${cell};` : cell;
}

/** An open end cannot stand in a column of its own, so such a date stays together. */
export function datesOf({ when }: StoryEvent): { date: string; end: string } {
  const [date = '', end = ''] = when.text.split('/');
  const isOpen = when.from === null || when.to === null;
  return hasTwoDates(when) && !isOpen ? { date, end } : { date: when.text, end: '' };
}

/** Addresses in one cell. A semicolon that would end one is written as %3B. */
export const joinAddresses = (addresses: readonly string[]): string =>
  addresses
    .filter((address) => address !== '')
    .map((address) => address.replace(/;(?![\w.~%-]+=)/g, '%3B'))
    .join('; ');

/** Names that are the same in a sheet, as `Springfield` and `Springfield (2)`: else it would take both for one. */
export function numbered<T>(entries: readonly T[], nameOf: (entry: T) => string) {
  const names = new Map<T, string>();
  const taken = new Set<string>();
  for (const entry of entries) {
    const name = nameOf(entry);
    let number = 1;
    const label = () => (number === 1 ? name : `${name} (${number})`);
    while (taken.has(foldName(label()))) number += 1;
    taken.add(foldName(label()));
    names.set(entry, label());
  }
  return (entry: T): string => names.get(entry) ?? nameOf(entry);
}
