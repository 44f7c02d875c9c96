import { describe, expect, it } from 'vitest';
import { LABEL_SIZE, widthOf } from '../../../src/map/labels/measure-text.ts';

/*
 * Without a screen a label's width is estimated. The estimate must not be too small, or labels would run
 * into each other. The widths to hold it against are Arial Bold's own, in thousandths of its size.
 */
const ARIAL_BOLD: Readonly<Record<string, number>> = {
  ' ': 278,
  B: 722,
  D: 722,
  M: 833,
  N: 722,
  P: 667,
  S: 667,
  Y: 667,
  Z: 611,
  a: 556,
  e: 556,
  g: 611,
  i: 278,
  j: 278,
  k: 556,
  m: 889,
  n: 611,
  o: 611,
  p: 611,
  r: 389,
  u: 611,
  w: 778,
  y: 556,
};

describe('the width of a label without a screen', () => {
  it.each(['Pyongyang', 'Singapore', 'New York', 'Beijing', 'DMZ', 'Panmunjom'])(
    'is no less than %s takes in Arial Bold, and not much more',
    (name) => {
      const thousandths = Array.from(name, (letter) => ARIAL_BOLD[letter] ?? 1000);
      const width = (thousandths.reduce((sum, each) => sum + each, 0) * LABEL_SIZE) / 1000;
      expect(widthOf(name)).toBeGreaterThanOrEqual(width);
      expect(widthOf(name)).toBeLessThan(width * 1.4);
    },
  );

  /** As Chromium measures them in Noto Sans Bold of 13 px, in pixels. */
  it.each([
    ['تهران', 30],
    ['هیرمند', 36],
    ['קאבול', 37],
    ['เตหะราน', 44],
    ['हेलमंद', 31],
    ['တီဟီရန်မြို့', 64],
    ['ကဘူးလ်မြို့', 67],
    ['ဟယ်လ်မန်မြစ်', 81],
    ['ሄልማንድ', 43],
    ['Тегеран', 53],
    ['Гільменд', 64],
    ['赫爾曼德河', 65],
  ])('is enough for %s in its own script, and not much more', (name, width) => {
    expect(widthOf(name)).toBeGreaterThanOrEqual(width);
    expect(widthOf(name)).toBeLessThan(width * 1.4);
  });

  it('takes an ideograph for a square', () => {
    expect(widthOf('서울')).toBe(2 * LABEL_SIZE);
  });
});
