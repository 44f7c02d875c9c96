import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../src/time/calendar.ts';
import { THUMB } from '../../../src/ui/timeline/timeline-heights.ts';
import { createAxis, createTicks } from '../../../src/ui/timeline/ticks.ts';
import { dayOf, THAW_TOLD } from '../../fixtures/shipped.ts';

const { calendar } = THAW_TOLD;
const WIDTHS = [320, 700, 1200, 2400];

/** About as wide as names of months in English. */
const short = (text: string): number => 6 * text.length;

describe('the axis', () => {
  it('begins and ends under the middle of the slider’s thumb', () => {
    const axis = createAxis(calendar, 700);
    expect(axis(0)).toBe(THUMB / 2);
    expect(axis(calendar.length - 1)).toBe(700 - THUMB / 2);
  });

  it('gives each step as much room as the next', () => {
    const axis = createAxis(calendar, 700);
    const room = (700 - THUMB) / (calendar.length - 1);
    for (const step of [0, 17, 266.75, 500]) {
      expect(axis(step + 1) - axis(step)).toBeCloseTo(room, 9);
      expect((axis(step) - THUMB / 2) / room).toBeCloseTo(step, 9);
    }
  });

  it('does not run backwards on a timeline without width, or of a single day', () => {
    expect(createAxis(calendar, 0)(100)).toBeCloseTo(THUMB / 2, 9);
    expect(createAxis(createCalendar(0, 0), 700)(0)).toBe(THUMB / 2);
  });
});

describe.each(WIDTHS)('the labels on a timeline %d pixels wide', (width) => {
  const ticks = createTicks(calendar, width, 'en', short);

  it('stand on the first of a month within the story', () => {
    expect(ticks.length).toBeGreaterThan(0);
    for (const { step } of ticks) {
      expect(step).toBeGreaterThanOrEqual(0);
      expect(step).toBeLessThan(calendar.length);
      expect(new Date(calendar.localAt(step)).getUTCDate()).toBe(1);
    }
  });

  it('leave out no month where there is room for all, and no year anywhere', () => {
    const months = ticks.map(({ step }) => new Date(calendar.localAt(step)).getUTCMonth());
    // From October 2017 to February 2019 seventeen months begin.
    if (width >= 17 * 58) expect(months).toHaveLength(17);
    expect(ticks.filter(({ major }) => major).map(({ text }) => text)).toEqual(['2018', '2019']);
  });

  it('name the year in January, where it begins, and the month elsewhere', () => {
    for (const { step, text, major } of ticks) {
      const date = new Date(calendar.localAt(step));
      const january = date.getUTCMonth() === 0;
      expect(major).toBe(january);
      expect(text).toMatch(january ? /^20\d\d$/ : /^[A-Z][a-z]{2,3}$/);
    }
  });

  it('do not stand so close that they would run into each other', () => {
    const axis = createAxis(calendar, width);
    const xs = ticks.map(({ step }) => axis(step));
    const gaps = xs.slice(1).map((x, index) => x - (xs[index] ?? 0));
    expect(Math.min(Infinity, ...gaps)).toBeGreaterThan(30);
  });
});

describe('the labels of a year', () => {
  it('are where the years begin', () => {
    const years = createTicks(calendar, 1200, 'en', short).filter(({ major }) => major);
    expect(years).toEqual([
      { step: dayOf(THAW_TOLD, '2018-01-01'), text: '2018', major: true },
      { step: dayOf(THAW_TOLD, '2019-01-01'), text: '2019', major: true },
    ]);
  });

  it('are in the language of the page', () => {
    const texts = createTicks(calendar, 2400, 'ko', short).map(({ text }) => text);
    expect(texts).toContain('2018년');
    expect(texts).toContain('6월');
  });
});

describe('the labels of a long story', () => {
  it.each([
    [40, 1200, 2],
    [100, 1200, 5],
    [800, 900, 50],
  ])('of %d years, %d pixels wide, stand every %d years, at round ones', (years, width, pace) => {
    const long = createCalendar(Date.UTC(1813, 3, 2), Date.UTC(1813 + years, 3, 2));
    const labelled = createTicks(long, width, 'en', short).map(({ text }) => Number(text));
    expect(labelled.every((year) => year % pace === 0)).toBe(true);
    expect(labelled.length).toBe(Math.floor((1813 + years) / pace) - Math.ceil(1814 / pace) + 1);
  });
});

it.each([
  ['as wide as in Arabic', 850, 50],
  ['wider than any', 700, 90],
  ['narrow', 850, 20],
])('texts %s do not touch, and a year is never left out for a month', (_, width, wide) => {
  const ticks = createTicks(calendar, width, 'ar', () => wide);
  const axis = createAxis(calendar, width);
  const told = ticks.filter(({ text }) => text !== '');
  for (const [index, { step }] of told.slice(1).entries()) {
    expect(axis(step) - axis(told[index]?.step ?? 0)).toBeGreaterThanOrEqual(wide + 5);
  }
  expect(told.filter(({ major }) => major)).toHaveLength(2);
  if (wide === 20) expect(told).toHaveLength(ticks.length);
});
