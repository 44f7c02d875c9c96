import type { StoryEvent } from '../../story.ts';
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
