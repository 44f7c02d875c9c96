import type { Figure } from '../../scene/figures.ts';
import type { FigureMark, PlaceMark } from '../../scene/scene.ts';
import type { Place } from '../../story/story.ts';
import { RADIUS } from '../glyphs/radius.ts';
import type { Size } from '../projection/camera.ts';
import type { Point } from '../projection/mercator.ts';

/** A place's mark on one map frame: its position and all that is drawn there. */
export interface Spot {
  readonly mark: PlaceMark;
  readonly figures: readonly FigureMark[];
  /** In pixels from the frame's corner. At the edge if the place lies outside the frame. */
  readonly at: Point;
  /** For a place outside the frame: its direction, in degrees clockwise from east. */
  readonly beyond: number | null;
  readonly radius: number;
}

/** Drawing order of the figures at one place, the lowest first. */
const LAYERS: readonly Figure[] = [
  'span',
  'hatch',
  'ring',
  'pulse',
  'table',
  'pennant',
  'envelope',
  'seal',
];

/** Most chips beside a name. If there are more, the latest are shown. */
export const MOST_CHIPS = 6;

/** Distance from the edge, in pixels, at which a place outside the frame is shown. */
const MARGIN = 16;

export function createSpots(
  marks: readonly PlaceMark[],
  all: readonly FigureMark[],
  locate: (place: Place) => Point,
  frame: Size,
): readonly Spot[] {
  return marks.map((mark) => {
    const figures = all
      .filter((figure) => figure.at === mark.place)
      .sort((a, b) => LAYERS.indexOf(a.figure) - LAYERS.indexOf(b.figure));
    const point = locate(mark.place);
    const at = holdInside(point, frame);
    const outside = at[0] !== point[0] || at[1] !== point[1];
    const angle = Math.atan2(point[1] - at[1], point[0] - at[0]);
    return {
      mark,
      figures,
      at,
      beyond: outside ? (angle * 180) / Math.PI : null,
      radius: outside ? RADIUS.main : radiusOf(mark, figures),
    };
  });
}

function holdInside([x, y]: Point, { width, height }: Size): Point {
  return [
    Math.max(MARGIN, Math.min(width - MARGIN, x)),
    Math.max(MARGIN, Math.min(height - MARGIN, y)),
  ];
}

function radiusOf(mark: PlaceMark, figures: readonly FigureMark[]): number {
  const rest = mark.place.main ? RADIUS.main : RADIUS.quiet;
  // Selecting a place does not enlarge its radius, so that no name moves on a click.
  const halo = mark.state === 'now' ? RADIUS.halo : rest;
  return Math.max(halo, ...figures.map(extentOf));
}

function extentOf({ figure }: FigureMark): number {
  switch (figure) {
    case 'table':
      return RADIUS.seats + RADIUS.seat;
    case 'seal':
    case 'envelope':
    case 'pennant':
    case 'ring':
    case 'pulse':
      return RADIUS[figure];
    case 'hatch':
    case 'span':
      return RADIUS.halo;
  }
}

/** Whether a place has a label: main places always, others once an event has involved them or a line ends there. */
export const isLabelled = (mark: PlaceMark): boolean =>
  mark.place.main || mark.state !== 'ahead' || mark.lineEnd !== null || mark.selected;

/** Weight of a label. 3: selected. 2: main places and places with a figure. 1: what an event under way concerns, and ends of its lines. */
export function weightOf({ mark, figures }: Pick<Spot, 'mark' | 'figures'>): 0 | 1 | 2 | 3 {
  if (mark.place.main || figures.length > 0) return 2;
  if (mark.selected) return 3;
  return mark.state === 'now' || mark.lineEnd === 'now' ? 1 : 0;
}
