/** The face of labels on the map; the layout measures text in it, so the label must be set in it too. */
export const LABEL_FACE =
  '"Helvetica Neue", Helvetica, Arial, "Noto Sans", "Noto Sans CJK KR", sans-serif';

/** Pixels of a label's text, where the reader has not set text larger than the usual 16 pixels. */
export const LABEL_SIZE = 13;

/** No label's text is wider, in pixels at that size: it ends in an ellipsis, and its button's name says all of it. */
export const WIDEST = 190;

/** What a label's plate is wider than its text, in pixels. */
export const AIR = 14;

let scale: number | undefined;

/** How much larger than usual the reader's text is. Asked once: who changes it reloads the page to see names in it. */
export function textScale(): number {
  if (typeof document === 'undefined') return 1;
  scale ??= parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  return scale;
}

let context: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();

/** Width of a label in pixels; an estimate on the wide side where there is no screen to measure on. */
export function widthOf(text: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  context ??=
    typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  if (!context) return estimate(text);
  context.font = `700 ${LABEL_SIZE * textScale()}px ${LABEL_FACE}`;
  const width = Math.ceil(context.measureText(text).width);
  widths.set(text, width);
  return width;
}

/** Ideographs are square; Latin letters a little over half of that, capitals and the widest more. */
function estimate(text: string): number {
  const ems = Array.from(text, (letter) => {
    if (letter > '\u2E7F') return 1;
    return /[A-Zmw]/.test(letter) ? 0.8 : 0.6;
  });
  return Math.ceil(ems.reduce((sum, em) => sum + em, 0) * LABEL_SIZE);
}
