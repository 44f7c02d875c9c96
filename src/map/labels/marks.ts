import type { Figure } from '../../scene/figures.ts';
import type { FigureMark, PlaceMark } from '../../scene/scene.ts';
import type { Place } from '../../story/story.ts';
import { RADIUS } from '../glyphs/radius.ts';
import type { Size } from '../projection/camera.ts';
import type { Point } from '../projection/mercator.ts';

/** A place's mark on one frame: where it stands and all that is drawn there. */
export interface Spot {
  readonly mark: PlaceMark;
  readonly figures: readonly FigureMark[];
  /** In pixels from the frame's corner; held at the edge when the place lies outside. */
  readonly at: Point;
  /** Direction, in degrees clockwise from east, in which a place outside the frame lies. */
  readonly beyond: number | null;
  readonly radius: number;
}

/** Figures that meet at a place, from the lowest to the one on top. */
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

/** More chips than this beside a name can be neither drawn nor read: the latest are. */
export const MOST_CHIPS = 6;

/** How far from the edge a place outside the frame is shown. */
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
    const turn = Math.atan2(point[1] - at[1], point[0] - at[0]);
    return {
      mark,
      figures,
      at,
      beyond: outside ? (turn * 180) / Math.PI : null,
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
  // A click takes no more room: the name that was clicked, and those about it, stay where they are.
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

/** A place has a label when the story leans on it: always if main, else once it has played a part. */
export const isLabelled = (mark: PlaceMark): boolean =>
  mark.place.main || mark.state !== 'ahead' || mark.selected;

/** How much a label is needed: first what a reader has selected, then main places and where something happens, then what is bound. */
export function weightOf({ mark, figures }: Pick<Spot, 'mark' | 'figures'>): 0 | 1 | 2 | 3 {
  if (mark.place.main || figures.length > 0) return 2;
  if (mark.selected) return 3;
  return mark.state === 'now' ? 1 : 0;
}
