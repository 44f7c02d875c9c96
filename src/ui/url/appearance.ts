import { startAccent } from './accent.ts';
import { startHeadingLevels } from './heading-levels.ts';
import type { Parameters } from './parameters.ts';

/** Fits a page to the article around it, by the parameters `accent`, `font` and `h`. */
export function startAppearance(
  { documentElement: root, body }: Document,
  { accent, font, h }: Pick<Parameters, 'accent' | 'font' | 'h'>,
): void {
  if (font) root.dataset['font'] = font;
  if (accent) startAccent(root, accent);
  if (h > 1) startHeadingLevels(body, h);
}
