import { describe, expect, it } from 'vitest';
import { bundledGrounds } from '../../../src/map/basemap/bundled-grounds.ts';
import { extentsOf, tiesOf } from '../../../src/map/inset/inset-geometry.ts';
import { createInsetLayout } from '../../../src/map/inset/inset-layout.svelte.ts';
import { boxAround, overlaps } from '../../../src/map/labels/box.ts';
import { aspectOf, fitCamera } from '../../../src/map/projection/camera.ts';
import { closestOf } from '../../../src/map/projection/closest.ts';
import { sampleLine } from '../../../src/map/projection/sample-line.ts';
import { createGeometryCache } from '../../../src/map/projection/geometry-cache.ts';
import { Layout, type SharedInput } from '../../../src/map/layer/layout.svelte.ts';
import { createChronology } from '../../../src/story/chronology.ts';
import { createLocalize } from '../../../src/story/text.ts';
import { ARABIC } from '../../../src/ui/words/ar.ts';
import { ENGLISH } from '../../../src/ui/words/en.ts';
import { createGroundNames } from '../../../src/ui/shell/ground-names.ts';
import { KOREAN } from '../../../src/ui/words/ko.ts';
import { createScenes } from '../../fixtures/scenes.ts';
import { THAW } from '../../fixtures/shipped.ts';
import { boxOf } from '../boxes.ts';

const chronology = createChronology(THAW);
const sceneAt = createScenes(THAW, chronology);
const geometry = createGeometryCache(THAW.frame);
const groundName = createGroundNames(ENGLISH);

const NOWHERE = { x: 0, y: 0, width: 0, height: 0, apart: false };

/** Every third event. */
const TIMES = chronology.moments.filter((_, index) => index % 3 === 0).map(({ start }) => start);

const FEW = TIMES.filter((_, index) => index % 3 === 0);

const localize = createLocalize('en', THAW.language);

/** `target`: the least height of a button, 44 px for fingers. */
function framesAt(time: number, width: number, target = 24, names = bundledGrounds.names) {
  const input: SharedInput = {
    scene: sceneAt({ currentTime: time, selected: null }),
    places: THAW.places,
    geometry,
    target,
    nameOf: ({ place }) => localize(place.name),
    groundNames: names,
    groundName,
  };
  const shared = () => input;
  const size = { width, height: width / aspectOf(THAW.frame) };
  const insets = THAW.insets.map((shape) => {
    const { width: w, height: h } = boxOf(shape, THAW.insets, size);
    return createInsetLayout(shape, shared, () => ({ width: w, height: h }));
  });
  const camera = fitCamera(THAW.frame, size);
  const boxes = THAW.insets.map((shape) => boxOf(shape, THAW.insets, size));
  const ties = THAW.insets.flatMap((shape, index) =>
    tiesOf(extentsOf(shape, camera, size), boxes[index] ?? NOWHERE, size),
  );
  const world = new Layout(() => ({
    ...shared(),
    size,
    camera,
    closest: closestOf(THAW.frame),
    obstacles: boxes.filter(({ apart }) => !apart),
    ties,
    owns: (place) => !insets.some((inset) => inset.owns(place)),
  }));
  return { world, insets, ties };
}

const namesIn = (layout: Layout | undefined) =>
  (layout?.groundNames ?? []).map(({ texts }) => texts.join(' / '));

describe('On the shipped story’s map', () => {
  it.each([
    [320, 44, 0.4],
    [360, 24, 1],
    [360, 44, 1],
    [390, 44, 1],
    // The inset lies over the map and is 220 px wide.
    [620, 24, 0.5],
    [768, 44, 0.5],
    [870, 24, 1],
    [1212, 24, 1],
  ])(
    'a reader can tell which land is North Korea, and mostly which is South Korea: map %i px wide, buttons of %i px',
    (width, target, least) => {
      const names = TIMES.map((time) => namesIn(framesAt(time, width, target).insets[0]));
      const shareOf = (land: string) =>
        names.filter((all) => all.some((name) => name.replace(' / ', ' ') === land)).length /
        names.length;
      expect(shareOf('North Korea')).toBe(1);
      expect(shareOf('South Korea')).toBeGreaterThanOrEqual(least);
    },
  );

  it.each([870, 1212])('the large lands and seas have names: map %i px wide', (width) => {
    const names = namesIn(framesAt(0, width).world);
    expect(names).toEqual(
      expect.arrayContaining([
        ...['China', 'Japan', 'Russia', 'United States', 'Canada', 'Indonesia', 'Australia'],
        'Pacific Ocean',
      ]),
    );
    const inset = namesIn(framesAt(0, width).insets[0]);
    expect(inset).toEqual(expect.arrayContaining(['Yellow Sea', 'East Sea / Sea of Japan']));
  });

  it.each([360, 870])(
    'no name of a land or sea covers a mark or a name of the story: map %i px wide',
    (width) => {
      const frames = FEW.flatMap((time) => {
        const { world, insets } = framesAt(time, width);
        return [world, ...insets];
      });
      const covering = frames.flatMap(({ spots, labelled, groundNames }) => {
        const story = [
          ...spots.map(({ at, radius }) => boxAround(at, radius)),
          ...labelled.map(({ label }) => label.box),
        ];
        // The middle of a name is at least half a line away from anything.
        return groundNames.filter(({ at }) => story.some((box) => overlaps(box, boxAround(at, 5))));
      });
      expect(frames.some(({ groundNames }) => groundNames.length > 0)).toBe(true);
      expect(covering).toEqual([]);
    },
  );

  it.each([360, 870])(
    'no line under way and no tie of an inset crosses a name, but for the two main lands: map %i px wide',
    (width) => {
      const crossed = FEW.flatMap((time) => {
        const { world, insets, ties } = framesAt(time, width);
        return [world, ...insets].flatMap((layout) => {
          const { drawBetween, geometry, scene } = layout;
          const lines = scene.arcs.map(({ journey }) => {
            const { at } = drawBetween(journey.from, journey.to, geometry.pathOf(journey));
            return Array.from({ length: 400 }, (_, index) => at(index / 399));
          });
          const points = [
            ...lines,
            ...(layout === world ? ties.map((tie) => sampleLine(tie, 2)) : []),
          ];
          return layout.groundNames
            .filter(({ id }) => id !== 'KP' && id !== 'KR')
            .filter(({ box }) => points.flat().some((point) => overlaps(box, boxAround(point, 0))))
            .map(({ texts }) => texts.join(' '));
        });
      });
      expect(crossed).toEqual([]);
    },
  );

  it('an entry that nobody can name or place is left out, and all others stay', () => {
    const odd = [
      { id: 'a-new-sea', span: 40, spots: [[-150, 20]] },
      { id: 'XQ', span: 40, spots: [[120, 30]] },
      { id: 'AQ', span: 40, spots: [] },
      { id: 'EG', span: 40, spots: [[400, 95]] },
      { id: 'FR', span: NaN, spots: [[NaN, NaN]] },
      { id: '', span: 40, spots: [[200, 0]] },
    ] as const;
    const usual = framesAt(0, 870).world.groundNames;
    const { groundNames } = framesAt(0, 870, 24, [...odd, ...bundledGrounds.names]).world;
    expect(groundNames).toEqual(usual);
    expect(usual.length).toBeGreaterThan(8);
  });

  it('names stay where they are while travellers move', () => {
    const start = chronology.momentOf('singapore')?.start ?? 0;
    const { world } = framesAt(start - 1.9, 870);
    expect(framesAt(start - 1.2, 870).world.groundNames).toEqual(world.groundNames);
  });
});

describe('The name of a land', () => {
  it('is in the language of the story’s texts, also where the interface has no words in it', () => {
    const named = (told: string | undefined) =>
      createGroundNames({ ...ENGLISH, ...(told ? { told } : {}) })('KP');
    expect(named(undefined)).toEqual({ text: 'North Korea', lang: undefined });
    expect(named('fr')).toEqual({ text: 'Corée du Nord', lang: 'fr' });
    expect(createGroundNames(KOREAN)('KP').text).toBe('북한');
    expect(createGroundNames(ARABIC)('KP').text).toBe('كوريا الشمالية');
  });

  it('is in the language of the interface where no browser has names in the story’s', () => {
    expect(createGroundNames({ ...ENGLISH, told: 'tlh' })('CN')).toEqual({
      text: 'China',
      lang: undefined,
    });
    expect(createGroundNames({ ...ENGLISH, told: 'no tag' })('yellow').text).toBe('Yellow Sea');
  });

  it('is empty for an id that nobody knows', () => {
    for (const words of [ENGLISH, KOREAN, { ...ENGLISH, told: 'no tag' }]) {
      for (const id of ['a-new-sea', 'XQ', 'x', '']) {
        expect(createGroundNames(words)(id).text, id).toBe('');
      }
    }
  });

  it('is one name', () => {
    expect(createGroundNames(ENGLISH)('MM').text).toBe('Myanmar');
  });
});
