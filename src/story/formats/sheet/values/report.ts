import type { Loss } from '../../format.ts';
import { quoted } from '../../../parse/faults/raw.ts';

/** Where something stands in a spreadsheet. A row is counted from 1, as spreadsheet programs count. */
export interface Where {
  readonly sheet: string;
  readonly row?: number;
  /** The heading of the column, as it is written. */
  readonly column?: string;
}

/** Collects what is wrong (no story), and what the story does not hold or what was decided (the story's losses). */
export interface Report {
  /** The same message about the same column is told once, with the number of rows. */
  readonly fault: (where: Where, message: string) => void;
  /** Notes with the same `group` are told once, too. The group is the message itself if it is missing. */
  readonly note: (where: Where, message: string, group?: string) => void;
  readonly faults: () => readonly Loss[];
  readonly notes: () => readonly Loss[];
}

/** As many faults and as many notes are told at most. A file with more needs another look anyway. */
const MAX_TOLD = 100;

/** A text of the file in quotes, cut off after 40 characters, without passwords. */
export const say = (text: string): string => `“${quoted(text).slice(1, -1)}”`;

interface Group {
  readonly where: Where;
  readonly message: string;
  /** The rows that have it, the first one left out. */
  more: number;
}

const placeOf = ({ sheet, row, column }: Where): string =>
  [sheet, ...(row === undefined ? [] : [`row ${row}`]), ...(column ? [column] : [])].join(', ');

function toLoss({ where, message, more }: Group): Loss {
  const rows = more === 1 ? 'One more row has' : `${more} more rows have`;
  return { where: placeOf(where), message: more === 0 ? message : `${message} ${rows} the same.` };
}

function listOf(groups: ReadonlyMap<string, Group>, sheet: string): readonly Loss[] {
  const all = [...groups.values()];
  const told = all.slice(0, MAX_TOLD).map(toLoss);
  if (all.length <= MAX_TOLD) return told;
  return [
    ...told,
    { where: sheet, message: `There are ${all.length - MAX_TOLD} more like these.` },
  ];
}

function add(groups: Map<string, Group>, where: Where, message: string, group: string): void {
  const key = JSON.stringify([where.sheet, where.column ?? '', group]);
  const known = groups.get(key);
  if (known === undefined) groups.set(key, { where, message, more: 0 });
  else known.more += 1;
}

/** An empty report about a file. */
export function createReport(): Report {
  const faults = new Map<string, Group>();
  const notes = new Map<string, Group>();
  return {
    fault: (where, message) => {
      add(faults, where, message, message);
    },
    note: (where, message, group = message) => {
      add(notes, where, message, group);
    },
    faults: () => listOf(faults, 'the file'),
    notes: () => listOf(notes, 'the file'),
  };
}
