import type { Player } from '../../player/player.svelte.ts';
import type { Scene } from '../../scene/scene.ts';
import type { Localize } from '../../story/text.ts';
import type { Words } from '../words/words.ts';

/** Props of the panel and its parts. */
export interface PanelProps {
  readonly player: Player;
  readonly words: Words;
  readonly localize: Localize;
}

/** The part of a scene that the panel shows. */
export type SceneEvents = Pick<Scene, 'now' | 'meanwhile' | 'foreseen' | 'begun' | 'precision'>;
