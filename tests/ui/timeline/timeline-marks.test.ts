import { describe, expect, it } from 'vitest';
import { createAxis } from '../../../src/ui/timeline/ticks.ts';
import { createTimelineMarks } from '../../../src/ui/timeline/timeline-marks.ts';
import { THAW_TOLD } from '../../fixtures/shipped.ts';
import { twoMeetings } from '../../fixtures/two-meetings.ts';

const WIDTHS = [280, 340, 700, 1200, 2400];
const ids = (marks: ReturnType<typeof createTimelineMarks>) =>
  marks.flatMap(({ moments }) => moments.map(({ event }) => event.id));

describe.each(WIDTHS)('on a timeline %d pixels wide', (width) => {
  const marks = createTimelineMarks(THAW_TOLD, createAxis(THAW_TOLD.calendar, width));

  it('no two marks of a lane stand closer than nine pixels', () => {
    for (const lane of [false, true]) {
      const xs = marks.filter(({ below }) => below === lane).map(({ x }) => x);
      const gaps = xs.slice(1).map((x, index) => x - (xs[index] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(9);
    }
  });

  it('every event is in one mark, and only states are in none', () => {
    const expected = THAW_TOLD.moments.filter(({ event }) => event.kind !== 'state');
    expect(ids(marks).toSorted()).toEqual(expected.map(({ event }) => event.id).toSorted());
  });

  it('agreements stand below the line, everything else above it', () => {
    for (const { below, moments } of marks) {
      expect(moments.every(({ event }) => (event.kind === 'agreement') === below)).toBe(true);
    }
  });

  it('marks stay on the timeline and never end before they begin', () => {
    for (const { x, end } of marks) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(x);
      expect(end).toBeLessThanOrEqual(width);
    }
  });
});

describe('a mark', () => {
  const { told } = twoMeetings();
  const marksAt = (pixelsPerDay: number) =>
    createTimelineMarks(told, (step) => step * pixelsPerDay);
  const markOf = (id: string, pixelsPerDay: number) =>
    marksAt(pixelsPerDay).find(({ moments }) => moments.some(({ event }) => event.id === id));

  it('is soft where the event is planned, reported or its date is not certain', () => {
    expect(markOf('second-planned', 50)?.soft).toBe(true);
    expect(markOf('rumour', 50)?.soft).toBe(true);
    expect(markOf('talks', 50)?.soft).toBe(false);
  });

  it('is a dot for a day and a bar for a span', () => {
    expect(markOf('talks', 50)).toMatchObject({ x: 450, end: 450 });
    expect(markOf('second-talks', 50)).toMatchObject({ x: 1350, end: 1400 });
  });

  it('is a dot, too, for a span too short to be seen as a bar', () => {
    // Two days at five pixels a day are one step of five pixels; at seven, of seven.
    expect(markOf('second-talks', 5)).toMatchObject({ x: 135, end: 135 });
    expect(markOf('second-talks', 7)).toMatchObject({ x: 189, end: 196 });
  });

  it('that holds several is soft only if all of them are', () => {
    const merged = markOf('second-planned', 1);
    expect(merged?.moments.length).toBeGreaterThan(1);
    expect(merged?.soft).toBe(false);
  });

  it('that holds soft and firm ones says so', () => {
    expect(markOf('second-planned', 1)?.mixed).toBe(true);
    expect(markOf('second-planned', 50)?.mixed).toBe(false);
    expect(markOf('talks', 50)?.mixed).toBe(false);
  });
});
