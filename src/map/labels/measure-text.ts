/** Font of the labels on the map. The layout measures text in it, so the labels must use it too. */
export const LABEL_FACE =
  '"Helvetica Neue", Helvetica, Arial, "Noto Sans", "Noto Sans CJK KR", sans-serif';

/** Font size of a label in pixels, where the reader's text size is the default of 16 px. */
export const LABEL_SIZE = 13;

/** Largest width of a label's text, in pixels at that size. Longer text ends in an ellipsis; the button's name is whole. */
export const MAX_TEXT_WIDTH = 190;

/** How much wider than its text a label's plate is, in pixels. */
export const PLATE_PADDING = 14;

let scale: number | undefined;

/** The reader's text size, relative to 16 px. Read once: after a change of it, names need a reload of the page. */
export function textScale(): number {
  if (typeof document === 'undefined') return 1;
  scale ??= parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  return scale;
}

let context: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();

/** Width of a label in pixels. On the server it is an estimate, rather too wide than too narrow. */
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

/** Ideographs are 1 em wide, capitals and wide letters 0.8 em, other letters 0.6 em. */
function estimate(text: string): number {
  const ems = Array.from(text, (letter) => {
    if (letter > '\u2E7F') return 1;
    return /[A-Zmw]/.test(letter) ? 0.8 : 0.6;
  });
  return Math.ceil(ems.reduce((sum, em) => sum + em, 0) * LABEL_SIZE);
}
