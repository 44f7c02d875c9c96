import type { Player } from '../player/player.svelte.ts';
import { describeEvent, describeMoment, type SceneWords } from '../scene/describe.ts';
import { formatStep } from '../time/wording.ts';

/**
 * What is said of the playhead: at rest the moment; while it moves by itself the event that began last, on
 * the day it began. That changes when an event is crossed and not before, so nobody is talked at day by day.
 */
export function describePlayhead(player: Player, words: SceneWords): string {
  const { scene, story, paused } = player;
  const { calendar } = player.chronology;
  const { latest } = scene;
  if (paused || !latest) return describeMoment(scene, story, calendar.unit, words);
  const began = calendar.localAt(Math.floor(latest.start));
  return [
    formatStep(began, calendar.unit, words.language),
    describeEvent(latest.event, story, words),
    words.eventOf(scene.begun, story.events.length),
  ].join(words.stop);
}
