import type { Ground } from '../../map/basemap/parse-ground.ts';
import { mercatorAt, type Point } from '../../map/projection/mercator.ts';
import type { Palette } from './figures.ts';
import type { View } from './view.ts';

type Line = readonly (readonly number[])[];

/** A line of the ground in pixels, once for each turn of the world that the view shows. */
const copiesOf = (line: Line, { turns, project }: View): readonly (readonly Point[])[] =>
  turns.map((turn) =>
    line.map(([lng = 0, lat = 0]) => {
      const [x, y] = mercatorAt([lng, lat]);
      return project([x + turn, y]);
    }),
  );

/** The points of every coast, for words to keep off. */
export const coastOf = ({ coast }: Ground, view: View): readonly Point[] =>
  coast.geometry.coordinates.flatMap((line) => copiesOf(line, view)).flat();

export function drawGround({ land, coast, borders }: Ground, view: View, colour: Palette): string {
  const format = (lines: readonly Line[], end = ''): string =>
    lines
      .flatMap((line) => copiesOf(line, view))
      .map((points) => `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`)
      .map((path) => `${path}${end}`)
      .join('');
  return `<rect width="100%" height="100%" fill="${colour('sea')}"/>
<g fill="none" stroke-width="1.1" stroke-linejoin="round">
<path d="${format(land.geometry.coordinates.flat(), 'Z')}" fill="${colour('land')}"/>
<path d="${format(coast.geometry.coordinates)}" stroke="${colour('coast')}"/>
<path d="${format(borders.geometry.coordinates)}" stroke="${colour('border')}"/>
</g>`;
}
