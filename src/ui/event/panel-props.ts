import type { Player } from '../../player/player.svelte.ts';
import type { Scene } from '../../scene/scene.ts';
import type { Localize } from '../../story/text.ts';
import type { Words } from '../words/words.ts';

/** What the parts of the page that are for reading are made of. */
export interface PanelProps {
  readonly player: Player;
  readonly words: Words;
  readonly localize: Localize;
}

/** The events of a scene: what is read of it. */
export type SceneEvents = Pick<Scene, 'now' | 'meanwhile' | 'foreseen' | 'begun' | 'precision'>;
