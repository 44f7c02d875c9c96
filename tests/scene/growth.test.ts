import { describe, expect, it } from 'vitest';
import { createSpanIndex, type Span } from '../../src/scene/span-index.ts';

/**
 * Guards how work grows, by counting what is looked at instead of taking the time: a story a hundred
 * times longer must not look at a hundred times more to answer one question.
 */
class Counted implements Span {
  static reads = 0;
  readonly #start: number;
  readonly #end: number;

  constructor(start: number, end: number) {
    this.#start = start;
    this.#end = end;
  }

  get start(): number {
    Counted.reads += 1;
    return this.#start;
  }

  get end(): number {
    Counted.reads += 1;
    return this.#end;
  }
}

/** A calendar of so many events: mostly days, every twentieth a week or two, every hundredth a season. */
function lengthOf(index: number): number {
  if (index % 100 === 0) return 90;
  return index % 20 === 0 ? 10 : 1;
}

const DENSITY = 0.5;

/** Reads of spans, and spans found, summed over a hundred questions to an index of `count` spans. */
function ask(count: number): { readonly reads: number; readonly found: number } {
  const spans = Array.from({ length: count }, (_, index) => {
    const start = index / DENSITY;
    return new Counted(start, start + lengthOf(index));
  });
  const covering = createSpanIndex<Counted>(spans);
  const length = count / DENSITY;
  Counted.reads = 0;
  let found = 0;
  for (let question = 0; question < 100; question += 1) {
    found += covering(((question + 0.37) / 100) * length).length;
  }
  return { reads: Counted.reads, found };
}

describe('asking for what is under way', () => {
  it('looks at no more spans in a story of 100,000 events than in one of 1,000', () => {
    const [small, large] = [ask(1_000), ask(100_000)];
    // As much is under way at a time in both.
    expect(large.found / small.found).toBeCloseTo(1, 0);
    expect(large.reads).toBeLessThan(small.reads * 1.5);
  });

  it('looks at a handful of spans for each one that it finds, and at few where there is none', () => {
    const { reads, found } = ask(10_000);
    // Two reads a span, four spans for each that is found, and one or two to stop at on each shelf.
    expect(reads).toBeLessThan(2 * (4 * found + 100 * 2 * 3));
  });

  it('is not held up by one state that lasts through the whole story', () => {
    const days = Array.from({ length: 20_000 }, (_, index) => new Counted(index, index + 1));
    const covering = createSpanIndex<Counted>([new Counted(0, 20_000), ...days]);
    Counted.reads = 0;
    expect(covering(19_500.5)).toHaveLength(2);
    expect(Counted.reads).toBeLessThan(20);
  });
});
