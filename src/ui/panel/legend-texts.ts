import { MOST_SEATS } from '../../map/glyphs/radius.ts';
import type { Figure } from '../../scene/figures.ts';
import type { Legend } from '../../scene/legend.ts';
import type { Story } from '../../story/story.ts';
import type { Localize, LocalizedText } from '../../story/text.ts';
import type { Words } from '../words/words.ts';

/** The names of the kinds of events that a figure stands for: the author's, or the interface's. */
export const kindNamesOf = (
  { kinds }: Legend['figures'][number],
  story: Pick<Story, 'kinds'>,
  words: Words,
  localize: Localize,
): readonly LocalizedText[] =>
  kinds.map((kind) => {
    const own = story.kinds[kind];
    return own === undefined ? { text: words.kinds[kind], lang: undefined } : localize(own);
  });

/** What else a figure shows: “a seat for each guest”. */
export function noteOf(
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
