/**
 * The library: a map in a page that bundles its own scripts. What stands here is the whole of it
 * (`tests/api/surface.golden.txt`).
 */
import { Player, RATES, type Clip } from './player/player.svelte.ts';
import type { Story } from './story/story.ts';

export { RATES, type Clip, type Player };
export { startWatching } from './player/watch-player.ts';
export type { Scene, View } from './scene/scene.ts';
export { formatFault, type Fault, type FaultCode } from './story/parse/faults/fault.ts';
export { formatWarning, type Warning, type WarningCode } from './story/parse/faults/warning.ts';
export { loadStory, readStory } from './story/load.ts';
export { parseStory, parseStoryValue, type Parsed } from './story/parse/parse.ts';
export type {
  Bounds,
  Claim,
  Commitment,
  CommitmentChange,
  CommitmentState,
  EventKind,
  EventStatus,
  Geometry,
  Hue,
  Inset,
  Link,
  LinkVerb,
  LngLat,
  Captions,
  Media,
  MediaKind,
  Party,
  PartyColour,
  Person,
  Place,
  PlaceKind,
  Source,
  Story,
  StoryEvent,
  Tag,
  Text,
} from './story/story.ts';
export { mount, type Mounted, type MountOptions } from './ui/shell/mount.ts';

/** What moves through a story and says what is to be seen: to be mounted, or drawn by the page itself. */
export const createPlayer = (story: Story): Player => new Player(story);
