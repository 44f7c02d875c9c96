import { linearOf, type Rgb } from './contrast.ts';
import { parseHex } from './hex.ts';
import { oklabOf, times, type Matrix, type Oklab } from './oklab.ts';

/**
 * How people without one kind of cones see, as a change of linear light. Eight of a hundred men lack red or green in part
 * or in whole; every other deficiency is rare. Machado, Oliveira, Fernandes, “A Physiologically-based Model for
 * Simulation of Color Vision Deficiency”, 2009, severity 1.0.
 */
const DEFICIENCIES: Readonly<Record<Deficiency, Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};
type Deficiency = 'protanopia' | 'deuteranopia';

/** Whose eyes: those that see all colours, or one of the common colour-vision deficiencies. */
export type Sight = 'full' | Deficiency;
const SIGHTS: readonly Sight[] = ['full', 'protanopia', 'deuteranopia'];

const seenBy = (sight: Sight, linear: Rgb): Rgb =>
  sight === 'full'
    ? linear
    : (times(DEFICIENCIES[sight], linear).map((light) => Math.max(0, light)) as [
        number,
        number,
        number,
      ]);

/** A colour as each sight sees it, in the order of `SIGHTS`. */
export type Views = readonly Oklab[];

const viewOf = (colour: string, sight: Sight): Oklab =>
  oklabOf(seenBy(sight, linearOf(parseHex(colour))));

export const viewsOf = (colour: string): Views => SIGHTS.map((sight) => viewOf(colour, sight));

const distance = (a: Oklab, b: Oklab): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** The distance of two colours in Oklab: 0 for the same, 1 for black and white. */
export const differenceOf = (one: string, other: string, sight: Sight): number =>
  distance(viewOf(one, sight), viewOf(other, sight));

/** Two colours nearer than this look alike on thin lines. The closest of the theme's own five are at 0.057. */
const ALIKE = 0.05;

/** Whether some sight cannot tell two colours apart. */
export const areAlike = (one: Views, other: Views): boolean =>
  one.some((view, index) => {
    const its = other[index];
    return its !== undefined && distance(view, its) < ALIKE;
  });

/** The first sight by which two colours cannot be told apart; null if all can. */
export const mistakenBy = (one: string, other: string): Sight | null =>
  SIGHTS.find((sight) => differenceOf(one, other, sight) < ALIKE) ?? null;
