/** Font of the labels on the map. The layout measures text in it, so the labels must use it too. */
export const LABEL_FACE =
  '"Helvetica Neue", Helvetica, Arial, "Noto Sans", "Noto Sans CJK KR", sans-serif';

/** Font size of a label in pixels, where the reader's text size is the default of 16 px. */
export const LABEL_SIZE = 13;

/** Largest width of a label's text, in pixels at that size. Longer text ends in an ellipsis; the button's name is whole. */
export const MAX_TEXT_WIDTH = 190;

/** How much wider than its text a label's plate is, in pixels. */
export const PLATE_PADDING = 14;

let context: CanvasRenderingContext2D | null | undefined;

const fontOf = (size: string): string => `700 ${size} ${LABEL_FACE}`;

/**
 * What the reader's text size is measured by. On our own page `rem`, which a reader's style sheet may change too. On a host
 * page `em` of an element without styles, because the root element has the host's text size.
 */
let unit: 'rem' | 'em' = 'rem';

/** To be called before the first label is measured on a page that is not our own. */
export function measureOnHostPage(): void {
  unit = 'em';
}

/** Its width tells the size of its letters. */
const SAMPLE = 'Hamburgefonts';

/**
 * The size of letters that a style sheet gives so many pixels at the default text size. The reader's text size makes them
 * larger, and so does a least font size, which computed styles do not tell: so a text is measured. To a tenth of a pixel,
 * since browsers round the widths of letters.
 */
function measureSize(size: number): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return size;
  const probe = document.createElement('span');
  // By `all: initial` its `em` is the text size that the reader has chosen.
  probe.style.cssText = 'all:initial;position:absolute;visibility:hidden;white-space:nowrap';
  const text = probe.appendChild(document.createElement('span'));
  text.style.cssText = `all:inherit;font:${fontOf(`${size / 16}${unit}`)}`;
  text.textContent = SAMPLE;
  // Not in the body: nobody else's script or style sheet looks for elements here.
  document.documentElement.append(probe);
  const { width } = text.getBoundingClientRect();
  probe.remove();
  // So large that no least font size changes it.
  context.font = fontOf('100px');
  return Math.round((1000 * width) / context.measureText(SAMPLE).width) / 10 || size;
}

const scales = new Map<number, number>();

/**
 * How much larger than at the default text size letters of so many pixels are. Measured once: after a change of the text
 * size, names need a reload of the page.
 */
export function textScale(size = LABEL_SIZE): number {
  if (typeof document === 'undefined') return 1;
  const scale = scales.get(size) ?? measureSize(size) / size;
  scales.set(size, scale);
  return scale;
}

const widths = new Map<string, number>();

/** Width of a label in pixels. On the server it is an estimate, rather too wide than too narrow. */
export function widthOf(text: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  context ??=
    typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  if (!context) return estimate(text);
  context.font = fontOf(`${LABEL_SIZE * textScale()}px`);
  const width = Math.ceil(context.measureText(text).width);
  widths.set(text, width);
  return width;
}

/**
 * How many ems a letter is wide. Ideographs are 1 em wide, letters of Burmese, Khmer and Tibetan 0.9 em, of Ethiopic 0.8 em
 * like capitals and wide letters, others 0.6 em. Marks above and below a letter take no width.
 */
function emsOf(letter: string): number {
  if (letter > '\u2E7F') return 1;
  if (/\p{Mn}/u.test(letter)) return 0;
  if (/[\p{sc=Mymr}\p{sc=Khmr}\p{sc=Tibt}]/u.test(letter)) return 0.9;
  return /[\p{Lu}\p{sc=Ethi}mwшщжюм]/u.test(letter) ? 0.8 : 0.6;
}

const estimate = (text: string): number =>
  Math.ceil(Array.from(text, emsOf).reduce((sum, ems) => sum + ems, 0) * LABEL_SIZE);
