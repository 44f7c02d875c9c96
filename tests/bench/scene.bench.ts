import { bench, describe } from 'vitest';
import { createScenes } from '../fixtures/scenes.ts';
import { createChronology } from '../../src/story/chronology.ts';
import { EVENT_KINDS, type Story, type StoryEvent } from '../../src/story/story.ts';
import { THAW } from '../fixtures/shipped.ts';

/**
 * What it costs to ask for a scene, from the shipped story to 100,000 events, in milliseconds. The more
 * events, the longer the story lasts, and the coarser its steps: 1,000 events are counted in days, with
 * a few under way at a time; 10,000 in months, with some 30; 100,000 in years, with over 350. A scene
 * costs in proportion to that. Other work on the machine lengthens the mean; the minimum tells the code's
 * own part.
 */
const YEAR = 365;
const DAY = 86_400_000;
const FRAMES = 200;

/** Mostly single days; every tenth event lasts three, every hundredth a month; some are states. */
const daysOf = (index: number): number => (index % 100 === 0 ? 30 : index % 10 === 0 ? 3 : 1);

/** A story of `count` events, made from the shipped one's people and places, `perYear` events a year. */
function storyOf(count: number, perYear: number): Story {
  const first = Date.UTC(1000, 0, 1);
  const places = THAW.places;
  const events = Array.from({ length: count }, (_, index): StoryEvent => {
    const template = THAW.events[index % THAW.events.length] as StoryEvent;
    const start = first + Math.floor((index / perYear) * YEAR) * DAY;
    const end = start + daysOf(index) * DAY;
    return {
      ...template,
      id: `event-${index}`,
      kind: EVENT_KINDS[index % EVENT_KINDS.length] ?? 'meeting',
      status: 'happened',
      at: places[(index * 7) % places.length] ?? null,
      follows: [],
      letter: null,
      commitments: [],
      when: { ...template.when, start, end, localStart: start, localEnd: end, text: '' },
    };
  });
  return { ...THAW, events };
}

/** Asks for scenes all over a story, as scrubbing does, and next to each other, as playing does. */
function measure(name: string, story: Story): void {
  const told = createChronology(story);
  const scenes = createScenes(story, told);
  const steps = Array.from({ length: FRAMES }, (_, index) => ((index * 0.618) % 1) * told.duration);
  let step = 0;
  bench(`${name}, scrubbing: a scene anywhere`, () => {
    scenes({ currentTime: steps[step++ % FRAMES] ?? 0, selected: 'dmz' });
  });
  let time = 0;
  bench(`${name}, playing: the next frame’s scene`, () => {
    time = (time + 0.016) % told.duration;
    scenes({ currentTime: time, selected: 'dmz' });
  });
}

describe('asking for a scene', () => {
  measure(`${THAW.events.length} events (the shipped story)`, THAW);
  measure('1,000 events', storyOf(1_000, 350));
  measure('10,000 events', storyOf(10_000, 350));
  measure('100,000 events', storyOf(100_000, 350));
});
