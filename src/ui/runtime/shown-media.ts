import { canShow, mapMedia, showMedia } from '../../story/media.ts';
import type { StoryData } from '../../story/story-data.ts';

/**
 * A story whose media are shown where the page's policy lets them come: from one of `origins`. All others are links, also
 * files beside a story that lies elsewhere. Addresses must be whole (`resolveMedia`).
 */
export const withShownMedia = (data: StoryData, origins: readonly string[]): StoryData =>
  mapMedia(data, (media) => showMedia(media, (src, kind) => canShow(src, kind, origins)));
