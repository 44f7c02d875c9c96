import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Layout } from '../../../src/map/layer/layout.svelte.ts';
import { fitCamera, isInside } from '../../../src/map/projection/camera.ts';
import { createGeometryCache } from '../../../src/map/projection/geometry-cache.ts';
import { unwrapTo } from '../../../src/map/projection/mercator.ts';
import { createChronology } from '../../../src/story/chronology.ts';
import type { Bounds, Place, Story } from '../../../src/story/story.ts';
import { createScenes } from '../../fixtures/scenes.ts';
import { momentOf, readStory, THAW } from '../../fixtures/shipped.ts';
import { FILE, tell } from '../../fixtures/two-meetings.ts';

const read = (name: string): Story =>
  readStory(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8'));
const PARIS = read('paris');
const SIZE = { width: 870, height: 480 };

/** A story's map at any time, on the world or in an inset. */
function mapOf(story: Story, bounds: Bounds = story.frame) {
  const told = createChronology(story);
  const sceneAt = createScenes(story, told);
  const geometry = createGeometryCache(story.frame);
  const isOn = (frame: Bounds, place: Place) => isInside(frame, unwrapTo(frame, place.point));
  const isWorld = bounds === story.frame;
  const owns = (place: Place): boolean =>
    isWorld ? !story.insets.some((inset) => isOn(inset.bounds, place)) : isOn(bounds, place);
  const layoutAt = (currentTime: number): Layout => {
    const scene = sceneAt({ currentTime, selected: null });
    const camera = fitCamera(bounds, SIZE);
    return new Layout(() => ({
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
      nameOf: ({ place }) => ({ text: place.id, lang: 'en', dir: 'ltr' }),
      groundNames: [],
      groundName: (id) => ({ text: id, lang: undefined }),
      owns,
    }));
  };
  return { told, owns, layoutAt };
}

/** The ends of all lines that a map draws. */
function endsIn({ scene, unplaced }: Layout): readonly Place[] {
  const { arcs, traces, figures } = scene;
  const over = traces.all.slice(0, traces.count);
  const journeys = [...arcs.map(({ journey }) => journey), ...over];
  const homes = figures.filter(({ event }) => unplaced.some((one) => one.event === event));
  return [
    ...journeys.flatMap(({ from, to }) => [from, to]),
    ...homes.flatMap((figure) => figure.homes.slice(0, 2)),
  ];
}

/** Ends in this frame that have neither a mark of their own nor a dot that stands for one. */
function bareEndsOf(layout: Layout, frame: Bounds): ReadonlySet<string> {
  const marked = [
    ...layout.spots.map(({ mark }) => mark.place),
    ...layout.others.map(({ place }) => place),
    ...layout.zones.map(({ mark }) => mark.place),
  ];
  const ends = endsIn(layout).filter((place) => isInside(frame, unwrapTo(frame, place.point)));
  return new Set(ends.filter((place) => !marked.includes(place)).map(({ id }) => id));
}

const timesOf = ({ starts, duration }: ReturnType<typeof createChronology>): readonly number[] =>
  [...starts, duration].flatMap((start) => [
    ...[start - 2.5, start - 0.5, start, start + 0.5].filter(
      (time) => time >= 0 && time <= duration,
    ),
  ]);

describe('a line on the map', () => {
  it.each<[string, Story]>([
    ['people who come from far', PARIS],
    ['the shipped story', THAW],
    ['journeys across the date line', read('date-line')],
    ['a letter, bonds and a plan without a place', tell(FILE).story],
  ])('has a mark at both ends, on the world and in insets: %s', (_name, story) => {
    for (const bounds of [story.frame, ...story.insets.map((inset) => inset.bounds)]) {
      const { told, layoutAt } = mapOf(story, bounds);
      for (const time of timesOf(told)) {
        expect([time, ...bareEndsOf(layoutAt(time), bounds)]).toEqual([time]);
      }
    }
  });

  it('has names there, where there is room', () => {
    const { told, layoutAt } = mapOf(PARIS);
    const namesAt = (time: number) => layoutAt(time).labelled.map(({ spot }) => spot.mark.place.id);
    const { start } = momentOf(told, 'cop21');
    expect(namesAt(start)).toEqual(expect.arrayContaining(['bonn', 'washington', 'brasilia']));
    expect(namesAt(momentOf(told, 'eu-letter').start)).toEqual(
      expect.arrayContaining(['bonn', 'riga']),
    );
  });

  it('that leads out of the map has its end at the edge while people are on their way', () => {
    const { told, layoutAt } = mapOf({ ...PARIS, frame: [-125, -28, 60, 62] });
    const beyondAt = (time: number) =>
      layoutAt(time)
        .spots.filter(({ beyond }) => beyond !== null)
        .map(({ mark }) => mark.place.id);
    expect(beyondAt(momentOf(told, 'cop21').start)).toContain('majuro');
    expect(beyondAt(momentOf(told, 'signing').start)).not.toContain('majuro');
  });

  it('leaves places without any line without a mark', () => {
    const { layoutAt } = mapOf(PARIS);
    expect(layoutAt(0).spots.map(({ mark }) => mark.place.id)).not.toContain('hangzhou');
  });
});
