import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, overlaps, type Box } from '../../../src/map/labels/box.ts';
import { createLabelPlacer, placeLabels } from '../../../src/map/labels/place-labels.ts';
import type { Label, LabelRequest } from '../../../src/map/labels/place-labels.ts';
import type { Size } from '../../../src/map/projection/camera.ts';

const settings = { seed: 1953, numRuns: 200 };
const FRAME: Size = { width: 400, height: 300 };

const request = (id: string, at: readonly [number, number], more: Partial<LabelRequest> = {}) =>
  ({ id, at, radius: 5, size: { width: 80, height: 24 }, weight: 0, ...more }) as LabelRequest;

const PARTS = {
  at: fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 })),
  radius: fc.integer({ min: 2, max: 18 }),
  size: fc.record({
    width: fc.integer({ min: 24, max: 160 }),
    height: fc.constantFrom(24, 44),
  }),
  weight: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
};
const requests = fc
  .array(fc.record(PARTS), { maxLength: 20 })
  .map((parts) => parts.map((part, index): LabelRequest => ({ id: `label-${index}`, ...part })));
/** What may become of a label's request from one moment to the next: one thing in it is another. */
const change = fc.oneof(
  fc.record({ at: PARTS.at }),
  fc.record({ radius: PARTS.radius }),
  fc.record({ size: PARTS.size }),
  fc.record({ weight: PARTS.weight }),
);
const obstacles = fc.array(
  fc.record({
    x: fc.integer({ min: -20, max: 400 }),
    y: fc.integer({ min: -20, max: 300 }),
    width: fc.integer({ min: 1, max: 150 }),
    height: fc.integer({ min: 1, max: 150 }),
  }),
  { maxLength: 4 },
);

/** Whether two boxes share any ground; told from the corners, not by the code under test. */
const share = (a: Box, b: Box): boolean =>
  Math.min(a.x + a.width, b.x + b.width) > Math.max(a.x, b.x) &&
  Math.min(a.y + a.height, b.y + b.height) > Math.max(a.y, b.y);

const isWithin = ({ x, y, width, height }: Box, frame: Size): boolean =>
  x >= 0 && y >= 0 && x + width <= frame.width && y + height <= frame.height;

/** Pixels from a mark's edge to a label's nearest point. */
function gapTo({ at: [x, y], radius }: LabelRequest, { box: target }: Label): number {
  // What is seen of a label is a plate 22 px high in the middle of its target.
  const box = { ...target, y: target.y + (target.height - 22) / 2, height: 22 };
  const dx = Math.max(box.x - x, 0, x - (box.x + box.width));
  const dy = Math.max(box.y - y, 0, y - (box.y + box.height));
  return Math.hypot(dx, dy) - radius;
}

describe('labels, however they are wished for', () => {
  it('never lie on each other, on a mark or an obstacle, and never leave the frame', () => {
    fc.assert(
      fc.property(requests, obstacles, (wished, blocked) => {
        const labels = placeLabels(wished, blocked, FRAME);
        const marks = wished.map(({ at, radius }) => boxAround(at, radius));
        const faults = labels.flatMap(({ id, box }, index) => [
          ...[...marks, ...blocked].filter((other) => share(box, other)),
          ...labels.slice(index + 1).filter((other) => share(box, other.box)),
          ...(isWithin(box, FRAME) ? [] : [id]),
        ]);
        expect(faults).toEqual([]);
      }),
      settings,
    );
  });

  it('stand, when a reader scrubs back, where they would if he had never scrubbed forward', () => {
    const steps = fc.array(fc.tuple(fc.nat(19), change, obstacles), { maxLength: 6 });
    // A table is as large as any other: what comes and goes is told by where it stands.
    const tables = (boxes: readonly Box[]) => boxes.map(({ x, y }) => boxAround([x, y], 18));
    fc.assert(
      fc.property(requests, steps, obstacles, (wished, later, fixed) => {
        const moments = [
          { wished, others: [] },
          ...later.map(([at, part, boxes]) => ({
            wished: wished.map((one, index) =>
              index === at % wished.length ? { ...one, ...part } : one,
            ),
            others: tables(boxes),
          })),
        ];
        const lay = createLabelPlacer(fixed, FRAME);
        for (const { wished, others } of [...moments, ...moments.toReversed()]) {
          expect(lay(wished, others)).toEqual(placeLabels(wished, [...fixed, ...others], FRAME));
        }
      }),
      { ...settings, numRuns: 50 },
    );
  });

  it('are tied to their mark by a line if they stand away from it, or nearer to another', () => {
    fc.assert(
      fc.property(requests, obstacles, (wished, blocked) => {
        for (const label of placeLabels(wished, blocked, FRAME)) {
          const own = wished.find(({ id }) => id === label.id) as LabelRequest;
          const strange = wished.some(
            (other) => other !== own && gapTo(other, label) < gapTo(own, label) - 2,
          );
          const away = gapTo(own, label) > 10 + (label.box.height - 22) / 2;
          expect(label.leader !== null).toBe(away || strange);
        }
      }),
      settings,
    );
  });

  it('keep the size they asked for', () => {
    fc.assert(
      fc.property(requests, (wished) => {
        for (const { id, box } of placeLabels(wished, [], FRAME)) {
          expect(wished.find((each) => each.id === id)?.size).toEqual({
            width: box.width,
            height: box.height,
          });
        }
      }),
      { ...settings, numRuns: 50 },
    );
  });
});

describe('a label', () => {
  it('stands to the right of its mark where there is room, and close to it', () => {
    const [label] = placeLabels([request('seoul', [100, 150])], [], FRAME);
    expect(label?.box.x).toBeGreaterThan(105);
    expect(label?.box.x).toBeLessThan(115);
    expect(label?.leader).toBeNull();
  });

  it('stands to the left at the right edge', () => {
    const [label] = placeLabels([request('new-york', [390, 150])], [], FRAME);
    expect((label?.box.x ?? 999) + 80).toBeLessThan(385);
  });

  it('that must be seen is placed before one that need not, whatever their order', () => {
    const quiet = request('quiet', [100, 150]);
    const needed = request('needed', [102, 150], { weight: 1 });
    const both = placeLabels([quiet, needed], [], FRAME);
    expect(both[0]?.id).toBe('needed');
    // It stands where it would stand beside the other's mark alone.
    const [alone] = placeLabels([needed], [boxAround(quiet.at, quiet.radius)], FRAME);
    expect(both[0]).toEqual(alone);
  });

  it('that must be seen finds the last free spot of a crowded frame, with a line to its mark', () => {
    const blocked: Box = { x: 0, y: 0, width: 400, height: 250 };
    const [label] = placeLabels([request('dmz', [20, 20], { weight: 2 })], [blocked], FRAME);
    expect(label?.box.y).toBeGreaterThan(250);
    const [start, end] = label?.leader ?? [];
    expect(Math.hypot((start?.[0] ?? 0) - 20, (start?.[1] ?? 0) - 20)).toBeCloseTo(5);
    expect(end?.[1]).toBe((label?.box.y ?? NaN) + 1);
  });

  it('that need not be seen gives way where it is crowded', () => {
    const blocked: Box = { x: 0, y: 0, width: 400, height: 250 };
    expect(placeLabels([request('dmz', [20, 20])], [blocked], FRAME)).toEqual([]);
    expect(placeLabels([request('dmz', [20, 20], { weight: 1 })], [blocked], FRAME)).toEqual([]);
  });

  it.each([
    [0, 18, true],
    [0, 20, false],
    [1, 70, true],
    [1, 72, false],
    [2, 72, true],
  ] as const)('of weight %i may stand %i px from its mark: %s', (weight, distance, stands) => {
    // All is taken but for the room from so far to the right of the mark on.
    const blocked: Box = { x: 0, y: 0, width: 205 + distance, height: 300 };
    const labels = placeLabels([request('dmz', [200, 150], { weight })], [blocked], FRAME);
    expect(labels.length === 1).toBe(stands);
  });

  it('that would reach over the edge is pushed back into the frame', () => {
    // Neither side has room, and right above the middle of the mark something lies.
    const at = [330, 150] as const;
    const left: Box = { x: 0, y: 0, width: 305, height: 300 };
    const [label] = placeLabels([request('kumgang', at)], [left], FRAME);
    expect(label?.box).toMatchObject({ x: 400 - 80 - 3 });
    expect(label?.leader).toBeNull();
  });

  it.each([
    ['its line crosses nothing more', { obstacle: { x: 215, y: 145, width: 5, height: 10 } }],
    ['no other mark is nearer', { mark: request('seoul', [250, 130], { radius: 2 }) }],
  ] as const)('stands where %s, though another spot is as near', (_, there) => {
    const own = request('kaesong', [200, 150], { weight: 1 });
    // All around is taken as far out; to the right, which comes first, something else is.
    const taken = [boxAround(own.at, 33), ...('obstacle' in there ? [there.obstacle] : [])];
    const wished = [own, ...('mark' in there ? [there.mark] : [])];
    const [alone] = placeLabels([own], taken.slice(0, 1), FRAME);
    expect(alone?.box.x).toBeGreaterThan(200);
    const [label] = placeLabels(wished, taken, FRAME);
    expect(label?.id).toBe('kaesong');
    expect((label?.box.x ?? NaN) + 80).toBeLessThan(200);
  });

  it('that a reader has selected stays, whatever else must go', () => {
    // Room for one name only.
    const blocked: Box = { x: 0, y: 0, width: 315, height: 300 };
    const marks = [
      request('main', [320, 150], { weight: 2 }),
      request('own', [330, 150], { weight: 3 }),
    ];
    const low: Size = { width: 400, height: 30 + 24 };
    const room = marks.map((mark) => ({ ...mark, at: [mark.at[0], 45] as const }));
    const ids = placeLabels(room, [blocked], low).map(({ id }) => id);
    expect(ids).toEqual(['own']);
  });

  it('that a reader has selected leaves what is always there where it stands', () => {
    const main = request('main', [200, 150], { weight: 2 });
    const own = request('own', [200, 190]);
    const before = placeLabels([own, main], [], FRAME).find(({ id }) => id === 'main');
    const after = placeLabels([{ ...own, weight: 3 }, main], [], FRAME);
    expect(after[0]).toEqual(before);
    expect(after).toHaveLength(2);
  });

  it('of the loneliest mark comes first: those in a crowd find room round it', () => {
    const crowd = [request('kaesong', [190, 150]), request('panmunjom', [200, 150])];
    const alone = request('dalian', [60, 150]);
    const [first] = placeLabels([...crowd, alone], [], FRAME);
    expect(first?.id).toBe('dalian');
  });

  it('for which there is no room at all is left out rather than laid over another', () => {
    const everywhere: Box = { x: 0, y: 0, ...FRAME };
    expect(placeLabels([request('dmz', [20, 20], { weight: 1 })], [everywhere], FRAME)).toEqual([]);
  });
});

describe('a label that has no room close to its mark', () => {
  const own = request('seoul', [200, 150]);
  /** As near as a name would stand, all around the mark, lies something. */
  const around = boxAround(own.at, 9);
  /** Above the end of a name that stands to the right of it, nearer than the name's own mark. */
  const other = request('dmz', [256, 131], { size: { width: 20, height: 24 } });
  const placeOwn = (requests: readonly LabelRequest[], blocked: readonly Box[]) =>
    placeLabels(requests, [around, ...blocked], FRAME).find(({ id }) => id === own.id);

  it('stands farther to the right, but to the left where it would be read as another’s', () => {
    expect(placeOwn([own], [])?.box.x).toBe(216);
    expect(placeOwn([own, other], [])?.box).toEqual({ x: 104, y: 138, width: 80, height: 24 });
  });

  it('stands at another’s mark where no other spot is free, with a line to its own', () => {
    const elsewhere = [
      { x: 0, y: 0, width: 400, height: 120 },
      { x: 0, y: 164, width: 400, height: 136 },
      { x: 0, y: 120, width: 190, height: 44 },
    ];
    const label = placeOwn([own, other], elsewhere);
    expect(label?.box.x).toBe(216);
    expect(label?.leader).toEqual([
      [205, 150],
      [216, 150],
    ]);
  });
});

describe('a label that stands far from its mark', () => {
  // Between two posts there is room for a short name, but not for the long one, which goes above them.
  const posts: readonly Box[] = [125, 270].map((x) => ({ x, y: 40, width: 5, height: 260 }));
  const long = request('panmunjom', [200, 150], { weight: 2, size: { width: 160, height: 24 } });
  const short = request('seoul', [180, 90], { weight: 1, size: { width: 60, height: 24 } });

  it('has its line to itself: no later name is written across it', () => {
    const [alone] = placeLabels([short], posts, FRAME);
    expect(alone?.box).toMatchObject({ x: 188, y: 78 });
    const [far, near] = placeLabels([long, short], posts, FRAME);
    // The line goes straight up, through where the short name would stand.
    expect(far?.leader?.map(([x]) => x)).toEqual([200, 200]);
    expect(far?.leader?.[1][1]).toBeLessThan(40);
    expect(near?.id).toBe('seoul');
    expect(near?.box.x).toBeGreaterThan(200);
  });
});

describe('two boxes', () => {
  it('overlap when they come closer than a pixel', () => {
    const box: Box = { x: 0, y: 0, width: 10, height: 10 };
    expect(overlaps(box, { ...box, x: 10.5 })).toBe(true);
    expect(overlaps(box, { ...box, x: 11 })).toBe(false);
    expect(overlaps(box, { ...box, y: -11 })).toBe(false);
    expect(overlaps(box, { ...box, y: 10.9 })).toBe(true);
  });

  it('remembers a layout by all that can change in it', () => {
    const fixed = [boxAround([200, 60], 20)];
    const lay = createLabelPlacer(fixed, FRAME);
    const beside = request('dmz', [110, 160]);
    const moments = [
      {},
      { at: [101, 150] as const },
      { at: [100, 151] as const },
      { radius: 18 },
      { size: { width: 60, height: 24 } },
      { size: { width: 80, height: 44 } },
      { weight: 1 as const },
    ].map((more) => ({
      requests: [beside, request('seoul', [100, 150], more)],
      tables: [] as Box[],
    }));
    const { requests = [] } = moments[0] ?? {};
    const places = [
      [150, 160],
      [150, 190],
      [60, 160],
    ] as const;
    for (const at of places) moments.push({ requests, tables: [boxAround(at, 18)] });
    const plain = ({ requests, tables }: (typeof moments)[number]) =>
      placeLabels(requests, [...fixed, ...tables], FRAME);
    // Otherwise a layout could be taken for another unseen.
    expect(new Set(moments.map((moment) => JSON.stringify(plain(moment)))).size).toBe(
      moments.length,
    );
    for (const moment of [...moments, ...moments]) {
      expect(lay(moment.requests, moment.tables)).toEqual(plain(moment));
    }
    expect(lay(requests, [])).toBe(lay(requests, []));
  });
});
