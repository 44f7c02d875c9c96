import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Layout } from '../../../src/map/layer/layout.svelte.ts';
import { createProject, fitCamera, type Camera } from '../../../src/map/projection/camera.ts';
import { createGeometryCache } from '../../../src/map/projection/geometry-cache.ts';
import { createChronology } from '../../../src/story/chronology.ts';
import type { Bounds } from '../../../src/story/story.ts';
import { createScenes } from '../../fixtures/scenes.ts';
import { readStory } from '../../fixtures/shipped.ts';

interface File {
  frame: readonly number[];
  places: { features: { id: string; geometry: { coordinates: unknown } }[] };
  events: { id: string; via?: unknown }[];
}

const TEXT = readFileSync(new URL('../../fixtures/date-line.json', import.meta.url), 'utf8');
const SIZE = { width: 870, height: 480 };

/** The story about the reef, with some of it written otherwise. */
function layOut(change: (file: File) => void, look: (home: Camera) => Camera = (home) => home) {
  const file = JSON.parse(TEXT) as File;
  change(file);
  const story = readStory(JSON.stringify(file));
  const told = createChronology(story);
  const scene = createScenes(
    story,
    told,
  )({ currentTime: told.momentOf('two')?.start ?? 0, selected: null });
  const geometry = createGeometryCache(story.frame);
  const camera = look(fitCamera(story.frame, SIZE));
  const layout = new Layout(() => ({
    ...{
      scene,
      geometry,
      camera,
      closest: Infinity,
      places: story.places,
      target: 24,
      size: SIZE,
      obstacles: [],
      ties: [],
    },
    nameOf: () => ({ text: 'Name', lang: 'en', dir: 'ltr' }),
    groundNames: [],
    groundName: (id) => ({ text: id, lang: undefined }),
    owns: () => true,
  }));
  const place = (id: string) => {
    const found = story.places.find((one) => one.id === id);
    if (!found) throw new Error(`No place ${id}`);
    return found;
  };
  /** The parts of a zone on the map: left and right edge of each, in pixels. */
  const partsOf = (id: string) =>
    (layout.zones.find(({ mark }) => mark.place.id === id)?.band.lines ?? [])
      .map((line) => line.map(([x]) => x))
      .map((xs) => [Math.min(...xs), Math.max(...xs)].map(Math.round));
  /** The x of a journey’s points, as they are drawn, copy by copy. */
  const copiesOf = (id: string, who = 'la') => {
    const journey = scene.traces.all.find((one) => one.event.id === id && one.from.id === who);
    if (!journey) throw new Error(`No journey to ${id}`);
    const path = geometry.pathOf(journey);
    const { projects } = layout.drawBetween(journey.from, journey.to, path);
    return projects.map((project) =>
      [0, 0.25, 0.5, 0.75, 1].map((progress) => project(path.at(progress))[0]),
    );
  };
  const pixelOf = (id: string) => layout.locate(place(id))[0];
  return { layout, camera, partsOf, copiesOf, pixelOf, place };
}

const framed =
  (...frame: Bounds) =>
  (file: File) =>
    void (file.frame = frame);
const lines = (id: string, coordinates: unknown) => (file: File) => {
  for (const place of file.places.features) {
    if (place.id === id) place.geometry.coordinates = coordinates;
  }
};
/** 4° on a frame of 360°: about ten pixels, half of them at each edge. */
const AT_BOTH_EDGES = [
  [-5, 5],
  [865, 875],
];
const RING = [
  [178, -25],
  [182, -25],
  [182, -20],
  [178, -20],
  [178, -25],
];

describe('a zone across the date line', () => {
  it.each<[string, (file: File) => void]>([
    ['as the file has it', () => undefined],
    [
      'with 182 for −178',
      lines('reef', [
        [178, -15],
        [182, -15],
      ]),
    ],
    [
      'with −182 for 178',
      lines('reef', [
        [-182, -15],
        [-178, -15],
      ]),
    ],
    [
      'from east to west',
      lines('reef', [
        [-178, -15],
        [178, -15],
      ]),
    ],
    [
      'with vertices on the line itself',
      lines('reef', [
        [178, -15],
        [180, -15],
        [-180, -15],
        [-178, -15],
      ]),
    ],
  ])('is as wide as it is, at both edges of a world map: %s', (_, change) => {
    expect(
      layOut(change)
        .partsOf('reef')
        .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
    ).toEqual(AT_BOTH_EDGES);
  });

  it('is an area of the same width, however its corners are written', () => {
    for (const change of [() => undefined, lines('park', [RING])]) {
      expect(
        layOut(change)
          .partsOf('park')
          .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
      ).toEqual(AT_BOTH_EDGES);
    }
  });

  it.each<[string, Bounds]>([
    ['150…210', [150, -40, 210, 0]],
    ['−210…−150', [-210, -40, -150, 0]],
  ])('is in one piece in the middle of a frame of %s', (_, frame) => {
    const { partsOf } = layOut(framed(...frame));
    const [[left = 0, right = 0] = [], ...others] = partsOf('reef');
    expect(others).toEqual([]);
    expect((left + right) / 2).toBeCloseTo(435, 0);
    expect(right - left).toBeLessThan(60);
  });

  it('is in one piece where the reader looks at it', () => {
    for (const x of [0, 1]) {
      const { partsOf } = layOut(
        () => undefined,
        ({ centre, scale }) => ({ centre: [x, centre[1]], scale }),
      );
      expect(partsOf('reef')).toEqual([[430, 440]]);
    }
  });
});

describe('the longitude of a place', () => {
  it.each([
    [-179, 181],
    [179, -181],
    [180, -180],
    [-118.24, 241.76],
    [0, 360],
    [12, -348],
  ])('%d is the same as %d, for its mark and for the bow that leads to it', (usual, other) => {
    const [seen, right] = [other, usual].map((lng) => {
      const { copiesOf, pixelOf, place } = layOut(lines('tokyo', [lng, 35.69]));
      // Search engines read it from the page's data.
      expect(Math.abs(place('tokyo').point[0])).toBeLessThanOrEqual(180);
      return [pixelOf('tokyo'), ...copiesOf('one').flat()];
    });
    expect(seen?.length).toBe(right?.length);
    seen?.forEach((value, index) => expect(value).toBeCloseTo(right?.[index] ?? NaN, 6));
  });

  it('is refused beyond one turn', () => {
    for (const lng of [361, -360.5, 1e9]) {
      expect(() => layOut(lines('tokyo', [lng, 35.69]))).toThrow(/outside −180…180/);
    }
  });

  it('has its hole in the area, on whichever side of the date line each is written', () => {
    for (const turn of [0, 360]) {
      const hole = [-179.5, -178.5, -178.5, -179.5, -179.5].map((lng, index) => [
        lng + turn,
        index % 4 < 2 ? -24 : -21,
      ]);
      const { partsOf } = layOut((file) => {
        framed(150, -40, 210, 0)(file);
        lines('park', [RING, hole])(file);
      });
      const [[left = 0, right = 0] = [], [first = 0, last = 0] = [], ...others] = partsOf('park');
      expect(others).toEqual([]);
      expect([first > (left + right) / 2, last < right]).toEqual([true, true]);
    }
  });
});

describe('an area round a pole', () => {
  const around = (lat: number) => [[0, 90, 180, -90, 0].map((lng) => [lng, lat])];

  it.each([
    ['the south pole', -55, -90],
    ['the north pole', 70, 90],
  ])('covers the whole width of the map, from its ring to %s', (_, lat, pole) => {
    const { layout, partsOf, camera } = layOut(lines('park', around(lat)));
    const [[left = 0, right = 0] = []] = partsOf('park');
    expect(left).toBeLessThan(0);
    expect(right).toBeGreaterThan(870);
    const [ring = []] = layout.zones.find(({ mark }) => mark.place.id === 'park')?.band.lines ?? [];
    const edge = createProject(camera, SIZE)([0, pole < 0 ? 1 : 0])[1];
    expect(ring.some(([, y]) => Math.abs(y - edge) < 1)).toBe(true);
    // From one vertex of the ring to the next it goes a quarter of the world, never back across the map.
    const quarter = camera.scale / 4;
    for (const [index, [x]] of ring.slice(1, 13).entries()) {
      expect(Math.abs(x - (ring[index]?.[0] ?? 0))).toBeLessThan(quarter + 1);
    }
  });
});

describe('a bow across the date line', () => {
  it('goes the shorter way: it leaves at one edge and comes in at the other', () => {
    const { copiesOf, pixelOf } = layOut(() => undefined);
    const [east = [], west = []] = copiesOf('one').sort((a, b) => (b[0] ?? 0) - (a[0] ?? 0));
    expect(west[0]).toBeCloseTo(pixelOf('la'), 3);
    expect(west[4]).toBeLessThan(0);
    expect(east[0]).toBeGreaterThan(870);
    expect(east[4]).toBeCloseTo(pixelOf('tokyo'), 3);
    // Nothing of it is over the Atlantic and Eurasia.
    for (const x of [...east, ...west]) expect(x > 200 && x < 650).toBe(false);
  });

  it('follows the line of its author the same way, however that is written', () => {
    const routes = [
      [
        [-118.24, 34.05],
        [-140, 40],
        [170, 42],
        [139.69, 35.69],
      ],
      [
        [-118.24, 34.05],
        [-140, 40],
        [-190, 42],
        [-220.31, 35.69],
      ],
      [
        [241.76, 34.05],
        [220, 40],
        [170, 42],
        [139.69, 35.69],
      ],
    ];
    for (const via of routes) {
      const { copiesOf } = layOut((file) => {
        for (const event of file.events) if (event.id === 'two') event.via = via;
      });
      const all = copiesOf('two');
      expect(all).toHaveLength(2);
      for (const x of all.flat()) expect(x > 200 && x < 650).toBe(false);
    }
  });

  it('is one curve in a frame that has both its ends', () => {
    const { copiesOf, pixelOf } = layOut(framed(100, -40, 290, 60));
    const [only = [], ...others] = copiesOf('one');
    expect(others).toEqual([]);
    expect(only[0]).toBeCloseTo(pixelOf('la'), 3);
    expect(only[4]).toBeCloseTo(pixelOf('tokyo'), 3);
  });

  it('is one curve over the map if its ends are opposite each other', () => {
    const { copiesOf } = layOut((file) => {
      lines('la', [-90, 34])(file);
      lines('tokyo', [90, 34])(file);
    });
    const [only = [], ...others] = copiesOf('one');
    expect(others).toEqual([]);
    for (const x of only) expect(x > 0 && x < 870).toBe(true);
  });

  it('has its traveller in view at every moment', () => {
    const { layout, place } = layOut(() => undefined);
    const arc = layout.geometry.arcOf(place('la'), place('tokyo'));
    const path = {
      at: (progress: number) => [arc.from[0] + progress * (arc.to[0] - arc.from[0]), 0.4] as const,
    };
    const { at } = layout.drawBetween(place('la'), place('tokyo'), path);
    for (let step = 0; step <= 20; step++) {
      expect(at(step / 20)[0]).toBeGreaterThan(-1);
      expect(at(step / 20)[0]).toBeLessThan(871);
    }
  });
});

describe('a place beyond the edge of a frame', () => {
  it('is shown on the side that is nearer', () => {
    const tokyo = layOut(framed(-175, 10, -100, 60)).pixelOf('tokyo');
    expect(tokyo).toBeLessThan(0);
    expect(tokyo).toBeGreaterThan(-900);
  });
});
