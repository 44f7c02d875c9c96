import { isBelowAxis } from '../../scene/figures.ts';
import type { Chronology } from '../../story/chronology.ts';
import type { StoryEvent } from '../../story/story.ts';
import type { Box } from '../../map/labels/box.ts';
import type { Palette } from './figures.ts';

/** The line of time as a player has it: a key to play, all events, and the playhead at one of them. */
export function drawLine(
  { moments, duration, momentOf }: Chronology,
  event: StoryEvent,
  { x, y, width, height }: Box,
  colour: Palette,
): string {
  const middle = y + height / 2;
  const [start, end] = [x + 88, x + width - 44];
  const at = (time: number): string => (start + ((end - start) * time) / duration).toFixed(1);
  const now = at(momentOf(event.id)?.start ?? 0);
  const marks = moments.map((moment) => {
    const side = isBelowAxis(moment.event) ? 15 : -15;
    return `<circle cx="${at(moment.start)}" cy="${middle + side}" r="4.5"/>`;
  });
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour('paper')}"/>
<circle cx="${x + 46}" cy="${middle}" r="25" fill="${colour('ink')}"/>
<path d="M${x + 39} ${middle - 12}V${middle + 12}L${x + 59} ${middle}Z" fill="${colour('paper')}"/>
<path d="M${start} ${middle}H${end}" stroke="${colour('rule')}" stroke-width="8" stroke-linecap="round"/>
<path d="M${start} ${middle}H${now}" stroke="${colour('accent')}" stroke-width="8" stroke-linecap="round"/>
<g fill="${colour('ink')}">${marks.join('')}</g>
<circle cx="${now}" cy="${middle}" r="15" fill="${colour('accent')}" stroke="${colour('paper')}" stroke-width="4"/>`;
}
