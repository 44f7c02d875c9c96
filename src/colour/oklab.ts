import { linearOf, type Rgb } from './contrast.ts';

/**
 * Oklab: lightness (0 to 1), green–red, blue–yellow. Equal distances look about equally different.
 * https://bottosson.github.io/posts/oklab/
 */
export type Oklab = readonly [lightness: number, a: number, b: number];

type Row = readonly [x: number, y: number, z: number];
export type Matrix = readonly [Row, Row, Row];

/** A matrix times a column. */
export const times = (matrix: Matrix, [x, y, z]: Row): Row => {
  const [first, second, third] = matrix;
  const dot = ([a, b, c]: Row): number => a * x + b * y + c * z;
  return [dot(first), dot(second), dot(third)];
};

const toChannel = (light: number): number => {
  const share = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, share)) * 255);
};

const TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const FROM_CONES: Matrix = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const FROM_LAB: Matrix = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];

/** From linear light. */
export function oklabOf(linear: Rgb): Oklab {
  const [long, medium, short] = times(TO_CONES, linear);
  return times(TO_LAB, [Math.cbrt(long), Math.cbrt(medium), Math.cbrt(short)]);
}

/** In linear light. May lie outside 0 to 1: a colour that no screen shows. */
function linearFrom(lab: Oklab): Rgb {
  const [long, medium, short] = times(FROM_LAB, lab);
  return times(FROM_CONES, [long ** 3, medium ** 3, short ** 3]);
}

const isOnScreen = (linear: Rgb): boolean =>
  linear.every((light) => light >= -0.0001 && light <= 1.0001);

const toRgb = (linear: Rgb): Rgb => linear.map(toChannel) as [number, number, number];

/** The colour at a lightness, a chroma and a hue in degrees; null if no screen shows it. */
export function colourAt(lightness: number, chroma: number, hue: number): Rgb | null {
  const angle = (hue * Math.PI) / 180;
  const linear = linearFrom([lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)]);
  return isOnScreen(linear) ? toRgb(linear) : null;
}

/** How often a range is halved: 2⁻¹² is finer than a step of a channel. */
export const HALVINGS = 12;

/** A colour with another lightness and the same hue. Its chroma is as large as a screen can show, but no larger than it was. */
export function withLightness(colour: Rgb, lightness: number): Rgb {
  const [, a, b] = oklabOf(linearOf(colour));
  const at = (chroma: number): Rgb => linearFrom([lightness, a * chroma, b * chroma]);
  let [most, none] = [1, 0];
  if (!isOnScreen(at(1))) {
    for (let step = 0; step < HALVINGS; step += 1) {
      const middle = (most + none) / 2;
      if (isOnScreen(at(middle))) none = middle;
      else most = middle;
    }
    most = none;
  }
  return toRgb(at(most));
}
