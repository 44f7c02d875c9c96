import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createProject, fitCamera, shapeOf } from '../../../../src/map/projection/camera.ts';
import {
  lngLatAt,
  mercatorAt,
  unwrapTo,
  type Point,
} from '../../../../src/map/projection/mercator.ts';
import { insetBoxOf } from '../../../../src/story/parse/build/place-insets.ts';
import { parseStoryData } from '../../../../src/story/parse/parse.ts';
import type { Bounds, InsetSlot, LngLat } from '../../../../src/story/story.ts';
import type { StoryData } from '../../../../src/story/story-data.ts';
import { dataOf, THAW_DATA } from '../../../fixtures/data.ts';

const PARIS = dataOf(
  readFileSync(new URL('../../../fixtures/paris-inset.json', import.meta.url), 'utf8'),
);

/** A frame whose middle is Paris, and the places in it, each with an event. */
const FRAME: Bounds = [-120, -20, 124, 64];
const INSET: Bounds = [1.9, 48.53, 2.8, 49.25];

function file(places: readonly LngLat[], insets: readonly Bounds[] = [INSET]) {
  const [home] = places;
  const features = places.map((coordinates, index) => ({
    type: 'Feature',
    id: `place-${index}`,
    geometry: { type: 'Point', coordinates },
    properties: { name: `Place ${index}`, zone: 'UTC', kind: 'city', precision: 1000 },
  }));
  return {
    ...{ version: 1, id: 'corners', language: 'en', zone: 'UTC', frame: FRAME },
    ...{ title: 'Corners', summary: 'Events in corners.' },
    insets: insets.map((bounds, index) => ({ id: `inset-${index}`, name: 'Inset', bounds })),
    parties: [{ id: 'us', name: 'Us', hue: 'west' }],
    people: [
      { id: 'ann', name: 'Ann', initials: 'A', role: 'Envoy', party: 'us', home: 'place-0' },
      {
        id: 'bob',
        name: 'Bob',
        initials: 'B',
        role: 'Envoy',
        party: 'us',
        home: `place-${places.length - 1}`,
      },
    ],
    places: { type: 'FeatureCollection', features: home ? features : [] },
    sources: [{ id: 's', publisher: 'P', title: 'T' }],
    events: places.map((_, index) => ({
      ...{
        id: `event-${index}`,
        kind: 'meeting',
        when: `2020-01-${10 + index}`,
        at: `place-${index}`,
      },
      ...{ who: ['ann', 'bob'], title: 'They meet', text: 'They meet.', sources: ['s'] },
    })),
  };
}

const slotsOf = (story: StoryData): readonly (InsetSlot | null)[] =>
  story.insets.map(({ slot }) => slot);

const WIDE = { width: 1000, height: 1000 / shapeOf(FRAME) };
const boxOf = (slot: InsetSlot, bounds = INSET, count = 1) =>
  insetBoxOf(bounds, slot, { frame: FRAME, count, world: WIDE });

/** The place in the middle of a slot. */
function middleOf(column: InsetSlot['column'], row: InsetSlot['row']): LngLat {
  const { x, y, width, height } = boxOf({ column, row, share: 0.6 });
  const { centre, scale } = fitCamera(FRAME, WIDE);
  const at: Point = [
    centre[0] + (x + width / 2 - WIDE.width / 2) / scale,
    centre[1] + (y + height / 2 - WIDE.height / 2) / scale,
  ];
  const [lng, lat] = lngLatAt(at);
  return [Math.round(lng * 100) / 100, Math.round(lat * 100) / 100];
}

const CORNERS = [
  ['middle', 'bottom'],
  ['left', 'bottom'],
  ['right', 'top'],
  ['left', 'top'],
] as const;

/** A place that is in nobody’s way. */
const FREE: LngLat = [116, -12];

describe('an inset', () => {
  it('of the shipped story lies over the Pacific, as large as it may be', () => {
    expect(slotsOf(THAW_DATA)).toEqual([{ column: 'middle', row: 'bottom', share: 1 }]);
  });

  it.each([
    [620, 270],
    [870, 379],
    [1240, 540],
    [1900, 800],
    [360, 200],
    [2560, 500],
  ])('hides nothing that happens on a map of %d × %d px', (width, height) => {
    const world = { width, height };
    const project = createProject(fitCamera(PARIS.frame, world), world);
    const [slot] = slotsOf(PARIS);
    if (!slot) throw new Error('There is a free slot.');
    const box = insetBoxOf(PARIS.insets[0]?.bounds ?? INSET, slot, {
      frame: PARIS.frame,
      count: 1,
      world,
    });
    const hidden = PARIS.places.filter(({ point }) => {
      const [x, y] = project(mercatorAt(unwrapTo(PARIS.frame, point)));
      return x > box.x && y > box.y && x < box.x + box.width && y < box.y + box.height;
    });
    expect(hidden.map(({ id }) => id)).toEqual([]);
  });

  it.each(CORNERS)('leaves the slot %s, %s to an event there', (column, row) => {
    const [slot] = slotsOf(dataOf(file([FREE, middleOf(column, row)])));
    expect(slot).not.toBeNull();
    expect([slot?.column, slot?.row]).not.toEqual([column, row]);
  });

  it('gives way to a place beyond the edge, and to a planned meeting between two homes', () => {
    const [, lat] = middleOf('right', 'top');
    const taken = [...CORNERS.slice(0, 2).map(([column, row]) => middleOf(column, row))];
    const [beyond] = slotsOf(dataOf(file([FREE, ...taken, [150, lat]])));
    expect(beyond).toMatchObject({ column: 'left', row: 'top' });

    const [west, east]: readonly LngLat[] = [
      [-60, -16],
      [64, -16],
    ];
    const story = file([west ?? FREE, east ?? FREE]);
    const plan = { ...story.events[0], id: 'plan', status: 'planned', at: undefined };
    const [before] = slotsOf(dataOf(story));
    const [planned] = slotsOf(dataOf({ ...story, events: [...story.events, plan] }));
    expect(before).toMatchObject({ column: 'middle', row: 'bottom' });
    expect(planned).not.toEqual(before);
  });

  it('that would be less than twice as large as its part of the world goes below, and the checker warns', () => {
    // The map would hide it. An inset takes at most 35.5 % of the map’s width, and these bounds a seventh or a fifth.
    const seventh: Bounds = [60, 20, 95, 50];
    const fifth: Bounds = [60, 20, 109, 50];
    expect(slotsOf(dataOf(file([FREE], [seventh])))[0]).toMatchObject({ share: 1 });
    const parsed = parseStoryData(JSON.stringify(file([FREE], [fifth])));
    expect(parsed.ok && slotsOf(parsed.data)).toEqual([null]);
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['inset-below']);
  });

  it('that would hide something everywhere goes below, and the checker warns', () => {
    const all = CORNERS.map(([column, row]) => middleOf(column, row));
    const text = JSON.stringify(file([FREE, ...all, middleOf('middle', 'top')]));
    expect(parseStoryData(text)).toMatchObject({
      ok: true,
      data: { insets: [{ slot: null }] },
      warnings: [{ path: ['insets', 0], code: 'inset-below' }],
    });
    expect(parseStoryData(text).warnings[0]?.message).toContain('every corner');
  });

  it('goes above the buttons only where its author says so: the checker names that slot if it is the only free one', () => {
    const edge: LngLat = [122, 63];
    // Low, so that it does not reach from above the buttons up to that place, on a small map either.
    const low: Bounds = [1.9, 48.53, 3.7, 49.25];
    const others = CORNERS.filter((corner) => corner[0] !== 'right').map(([column, row]) =>
      middleOf(column, row),
    );
    const story = file([[-40, 40], ...others, middleOf('middle', 'top'), edge], [low]);
    const [warning] = parseStoryData(JSON.stringify(story)).warnings;
    expect(warning).toMatchObject({ path: ['insets', 0], code: 'inset-below' });
    expect(warning?.message).toContain('Free is "bottom-right": write it');
    const insets = story.insets.map((inset) => ({ ...inset, slot: 'bottom-right' }));
    expect(parseStoryData(JSON.stringify({ ...story, insets })).warnings).toEqual([]);
  });

  it('hides no other inset, and none the part of the map that another shows', () => {
    const insets: readonly Bounds[] = [INSET, [-75, 38, -70, 42], [100, 0, 106, 4]];
    const slots = slotsOf(dataOf(file([FREE, [10, 40]], insets)));
    const boxes = slots.map((slot, index) => slot && boxOf(slot, insets[index], 3));
    expect(boxes).not.toContain(null);
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) {
        if (!a || !b) continue;
        const apart =
          a.x >= b.x + b.width ||
          b.x >= a.x + a.width ||
          a.y >= b.y + b.height ||
          b.y >= a.y + a.height;
        expect(apart).toBe(true);
      }
    }
  });
});

const SLOTS = [
  'bottom-left',
  'bottom-middle',
  'bottom-right',
  'top-left',
  'top-middle',
  'top-right',
] as const;

/** The story with three insets, as far as they have slots. Each shows another part of the frame. */
function withSlots(
  slots: readonly (string | null)[],
  places: readonly LngLat[] = [FREE],
  bounds: readonly Bounds[] = [INSET, [-75, 38, -70, 42], [100, 0, 106, 4]],
) {
  const story = file(places, bounds.slice(0, slots.length));
  return parseStoryData(
    JSON.stringify({
      ...story,
      insets: story.insets.map((inset, index) => ({ ...inset, slot: slots[index] ?? undefined })),
    }),
  );
}

const placed = (parsed: ReturnType<typeof withSlots>) =>
  parsed.ok ? slotsOf(parsed.data).map((slot) => slot && `${slot.row}-${slot.column}`) : [];

describe('an inset whose author says where it lies', () => {
  it.each(SLOTS)('lies there: %s', (slot) => {
    const parsed = withSlots([slot], slot === 'bottom-right' ? [[-40, 40]] : [FREE]);
    expect(placed(parsed)).toEqual([slot]);
    // The part of the map that it shows is in the middle at the top.
    const codes = parsed.warnings.map(({ code }) => code);
    expect(codes).toEqual(slot === 'top-middle' ? ['inset-hides'] : []);
  });

  it.each(SLOTS.filter((slot) => slot !== 'bottom-right'))(
    'lies there though it hides something, and the checker warns: %s',
    (slot) => {
      const [row, column] = slot.split('-') as [InsetSlot['row'], InsetSlot['column']];
      const parsed = withSlots([slot], [FREE, middleOf(column, row)]);
      expect(placed(parsed)).toEqual([slot]);
      expect(parsed.warnings).toMatchObject([{ path: ['insets', 0, 'slot'], code: 'inset-hides' }]);
    },
  );

  it.each([
    ['a place in the slot', 'top-left', [FREE, middleOf('left', 'top')]],
    ['its own part of the map', 'top-middle', [FREE]],
    [
      'all but two',
      'bottom-middle',
      [FREE, ...CORNERS.slice(0, 3).map(([column, row]) => middleOf(column, row))],
    ],
  ] as const)('is told all free slots, and no other: %s', (_, slot, places) => {
    const [warning] = withSlots([slot], places).warnings;
    const named = SLOTS.filter((each) => warning?.message.includes(`"${each}"`));
    const sound = SLOTS.filter((each) => withSlots([each], places).warnings.length === 0);
    expect(named).toEqual(sound);
    expect(named.length).toBeGreaterThan(0);
  });

  it('is told the free slots without those of other insets, also of ones that have none of their author’s', () => {
    const wide: readonly Bounds[] = [INSET, [-75, 38, -70, 42]];
    const places = [FREE, middleOf('left', 'top')];
    const parsed = withSlots(['top-left', null], places, wide);
    const [, other] = placed(parsed);
    const [warning] = parsed.warnings;
    expect(warning?.code).toBe('inset-hides');
    expect(warning?.message).not.toContain(`"${other}"`);
    const named = SLOTS.filter((each) => warning?.message.includes(`"${each}"`));
    for (const each of named)
      expect(withSlots([each, other ?? null], places, wide).warnings).toEqual([]);
  });

  it('is told to lie below where no slot is free', () => {
    const everywhere = SLOTS.map((slot) => {
      const [row, column] = slot.split('-') as [InsetSlot['row'], InsetSlot['column']];
      return middleOf(column, row);
    });
    const parsed = withSlots(['top-left'], [FREE, ...everywhere]);
    expect(parsed.warnings[0]?.message).toContain('No slot is free. Write "below"');
  });

  it('hides no other inset where it must hide something else', () => {
    const places = [FREE, middleOf('left', 'bottom'), middleOf('middle', 'bottom')];
    const wide: readonly Bounds[] = [
      [-20, 40, 20, 50],
      [-75, 30, -35, 40],
    ];
    const parsed = withSlots(['bottom-left', 'bottom-middle'], places, wide);
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['inset-hides', 'inset-hides']);
    const [left, middle] = parsed.ok ? slotsOf(parsed.data) : [];
    if (!left || !middle) throw new Error('There are slots.');
    const [a, b] = [boxOf(left, wide[0], 2), boxOf(middle, wide[1], 2)];
    expect(a.x + a.width).toBeLessThanOrEqual(b.x);
  });

  it('lies below the map, without a warning', () => {
    const parsed = withSlots(['below']);
    expect(placed(parsed)).toEqual([null]);
    expect(parsed.warnings).toEqual([]);
  });

  it('takes all others below with it, and the checker says that their slots are not used', () => {
    const parsed = withSlots(['top-left', 'below', null]);
    expect(placed(parsed)).toEqual([null, null, null]);
    expect(parsed.warnings).toMatchObject([{ path: ['insets', 0, 'slot'], code: 'ignored' }]);
  });

  it('keeps its slot where another one, which comes first, would have taken it', () => {
    expect(placed(withSlots([null, 'bottom-middle']))).toEqual(['bottom-left', 'bottom-middle']);
  });

  it('shares it with no other', () => {
    const parsed = withSlots(['top-left', null, 'top-left']);
    expect(parsed).toMatchObject({
      ok: false,
      faults: [
        {
          path: ['insets', 2, 'slot'],
          message: '"top-left" is already the slot of insets[0]. Write another.',
        },
      ],
    });
    expect(placed(withSlots(['below', 'below']))).toEqual([null, null]);
  });

  it('names one that there is', () => {
    expect(withSlots(['botom-left'])).toMatchObject({
      ok: false,
      faults: [{ message: '"botom-left" is not known here. Did you mean "bottom-left"?' }],
    });
    expect(withSlots(['centre'])).toMatchObject({
      ok: false,
      faults: [
        {
          message:
            '"centre" is not known here. Write one of: bottom-left, bottom-middle, bottom-right, top-left, top-middle, top-right, below.',
        },
      ],
    });
  });

  it.each([
    ['bottom-left', 'bottom-middle', 'bottom-right'],
    ['top-left', 'top-middle', 'top-right'],
    ['bottom-right', 'top-right', 'top-middle'],
    ['bottom-left', 'top-left', 'bottom-middle'],
  ])('hides no other inset, at any size of the map: %s, %s, %s', (...slots) => {
    const parsed = withSlots(slots);
    if (!parsed.ok) throw new Error('The story is sound.');
    expect(placed(parsed)).toEqual(slots);
    const { insets } = parsed.data;
    const sizes = [620, 700, 1000, 1900].flatMap((width) =>
      [240, 380, 800].map((height) => ({
        width,
        height: Math.min(height, width / shapeOf(FRAME)),
      })),
    );
    for (const world of sizes) {
      const boxes = insets.flatMap(({ bounds, slot }) =>
        slot ? [insetBoxOf(bounds, slot, { frame: FRAME, count: slots.length, world })] : [],
      );
      expect(boxes).toHaveLength(3);
      const pairs = boxes.flatMap((a, index) => boxes.slice(index + 1).map((b) => [a, b] as const));
      const together = pairs.filter(
        ([a, b]) =>
          a.x < b.x + b.width &&
          b.x < a.x + a.width &&
          a.y < b.y + b.height &&
          b.y < a.y + a.height,
      );
      expect([world, together]).toEqual([world, []]);
      expect(boxes.every(({ x, y, width }) => x >= 0 && y >= 0 && x + width <= world.width)).toBe(
        true,
      );
    }
  });

  it('lies above the buttons in the lower right corner', () => {
    const parsed = withSlots(['bottom-right']);
    const [slot] = parsed.ok ? slotsOf(parsed.data) : [];
    if (!slot) throw new Error('There is a slot.');
    const box = boxOf(slot);
    expect(box.y + box.height).toBe(WIDE.height - 74);
  });
});
