import type { Player } from '../../player/player.svelte.ts';
import {
  describeDate,
  plain,
  tellEvent,
  tellMoment,
  type SceneWords,
} from '../../scene/describe.ts';
import type { LocalizedText } from '../../story/text.ts';

/**
 * What is said of the playhead: at rest the moment; while it moves by itself the event that began last, on
 * the day it began. That changes when an event is crossed and not before, so nobody is talked at day by day.
 */
export function tellPlayhead(player: Player, words: SceneWords): readonly LocalizedText[] {
  const { scene, story, paused } = player;
  const { latest } = scene;
  if (paused || !latest) return tellMoment(scene, story, words);
  return [
    plain(describeDate(latest.date, words)),
    tellEvent(latest.event, story, words),
    plain(words.eventOf(scene.begun, story.events.length)),
  ];
}

/** The same in one line, for the slider's value: “12 June 2018. Singapore: Trump and Kim meet. Event 21 of 44”. */
export const describePlayhead = (player: Player, words: SceneWords): string =>
  tellPlayhead(player, words)
    .map(({ text }) => text)
    .join(words.stop);
