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
 * Describes the playhead for a screen reader. Paused: the moment. Playing: the latest event and the day on which it began,
 * so that the text changes once for each event and not every day.
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

/** The same in one line, for `aria-valuetext`: “12 June 2018. Singapore: Trump and Kim meet. Event 21 of 44”. */
export const describePlayhead = (player: Player, words: SceneWords): string =>
  tellPlayhead(player, words)
    .map(({ text }) => text)
    .join(words.stop);
