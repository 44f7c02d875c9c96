import { MOST_SEATS } from '../../map/glyphs/radius.ts';
import type { Figure } from '../../scene/figures.ts';
import type { Legend } from '../../scene/legend.ts';
import type { Words } from '../words/words.ts';

/** The line of a figure: the kinds of events it stands for, and what else it shows: “Meeting: a seat for each guest”. */
export function describeFigure(
  { figure, kinds }: Legend['figures'][number],
  legend: Legend,
  words: Words,
): string {
  const name = kinds.map((kind) => words.kinds[kind]).join(words.between);
  const note = noteOf(figure, legend, words);
  return note === null ? name : name + words.colon + note;
}

function noteOf(
  figure: Figure,
  { seats, bonds }: Legend,
  { legendNotes: notes }: Words,
): string | null {
  if (figure === 'hatch') return notes.change;
  if (figure === 'span') return notes.begins;
  if (figure === 'seal') return bonds ? notes.bonds : null;
  if (figure !== 'table' || seats.length === 0) return null;
  return seats.length > MOST_SEATS ? notes.seatsAtMost(MOST_SEATS) : notes.seats;
}

/** The sentences below the lists of marks. */
export const notesOf = (
  { framed, traces, curves, zones }: Legend,
  { legendNotes: notes }: Words,
): readonly string[] => [
  ...(framed ? [notes.framed[framed]] : []),
  ...(traces ? [notes.traces[traces]] : []),
  ...curves.map((sent) => notes.curves[sent]),
  ...zones.map((zone) => notes.zones[zone]),
];
