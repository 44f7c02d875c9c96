import { describe, expect, it } from 'vitest';
import { boxAround, type Box } from '../../../src/map/labels/box.ts';
import { createScenes } from '../../fixtures/scenes.ts';
import { THAW, THAW_TOLD } from '../../fixtures/shipped.ts';
import { layOut, type Layout, type Page } from './pages.ts';

/*
 * The shipped story's labels at every event, on pages from a small phone to a large desk, in Node: text is
 * as wide as the estimate says, which is on the wide side. What a browser makes of it (fonts, wrapping,
 * the buttons themselves) is tested there.
 */
const PAGES: readonly Page[] = [
  { width: 320, target: 44 },
  { width: 360, target: 44 },
  { width: 768, target: 44 },
  { width: 870, target: 24 },
  { width: 1240, target: 24 },
];
const MAIN = ['beijing', 'dmz', 'new-york', 'pyongyang', 'singapore'];

const scenes = createScenes(THAW, THAW_TOLD);
const everyEvent = THAW_TOLD.moments.map(({ event, start }) => ({ id: event.id, start }));

const share = (a: Box, b: Box): boolean =>
  Math.min(a.x + a.width, b.x + b.width) > Math.max(a.x, b.x) &&
  Math.min(a.y + a.height, b.y + b.height) > Math.max(a.y, b.y);

/** What a reader would see go wrong in a frame, in words. */
function faultsOf({ labels, spots, obstacles, size }: Layout): readonly string[] {
  return labels.flatMap(({ id, box }, index) => {
    const over = labels.slice(index + 1).filter((other) => share(box, other.box));
    const marks = spots.filter(({ at, radius }) => share(box, boxAround(at, radius)));
    const blocked = obstacles.filter((other) => share(box, other));
    const out =
      box.x < 0 || box.y < 0 || box.x + box.width > size.width || box.y + box.height > size.height;
    return [
      ...over.map((other) => `${id} over the label of ${other.id}`),
      ...marks.map(({ mark }) => `${id} over the mark of ${mark.place.id}`),
      ...blocked.map(({ x, y }) => `${id} over what stands at ${x} ${y}`),
      ...(out ? [`${id} out of the frame`] : []),
    ];
  });
}

describe.each(PAGES)('on a map $width pixels wide, with buttons $target high', (page) => {
  const layouts = everyEvent.map(({ id, start }) => ({
    id,
    frames: layOut(scenes({ currentTime: start, selected: null }), page),
  }));

  it('labels lie on nothing and stay in their frame, at every event', () => {
    const faults = layouts.flatMap(({ id, frames }) =>
      frames.flatMap(faultsOf).map((fault) => `${id}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('each of the five main places has its label, at every event', () => {
    const missing = layouts.flatMap(({ id, frames }) => {
      const labelled = new Set(frames.flatMap(({ labels }) => labels.map((label) => label.id)));
      return MAIN.filter((place) => !labelled.has(place)).map((place) => `${id}: ${place}`);
    });
    expect(missing).toEqual([]);
  });

  it('no place has two labels: the world leaves to an inset what the inset shows', () => {
    const twice = layouts.flatMap(({ id, frames }) => {
      const labelled = frames.flatMap(({ labels }) => labels.map((label) => label.id));
      return labelled.length === new Set(labelled).size ? [] : [id];
    });
    expect(twice).toEqual([]);
  });
});

describe.each(PAGES)('on a map $width pixels wide', (page) => {
  it('the place where an event is under way has its label', () => {
    const missing = everyEvent.flatMap(({ id, start }) =>
      layOut(scenes({ currentTime: start, selected: null }), page).flatMap(({ spots, labels }) =>
        spots
          .filter(({ figures }) => figures.length > 0)
          .filter(({ mark }) => !labels.some((label) => label.id === mark.place.id))
          .map(({ mark }) => `${id}: ${mark.place.id}`),
      ),
    );
    expect(missing).toEqual([]);
  });
});
