import type { Media, MediaKind } from './story.ts';
import type { StoryData } from './story-data.ts';

/** Where a media item stands in its file. */
export type MediaPath = readonly (string | number)[];

/** Whether it lies on the web, and not in a file beside the story. */
export const isOnWeb = (src: string): boolean => /^https:\/\//i.test(src);

/** Files that a player plays. Other addresses are those of pages. */
const PLAYABLE: Readonly<Record<Exclude<MediaKind, 'image'>, RegExp>> = {
  video: /\.(mp4|m4v|webm|ogv|mov)$/i,
  audio: /\.(mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i,
};

/** Whether a page may load a whole address: of an allowed origin, and a file that it can show. */
export function canShow({ kind, src }: Media, origins: readonly string[]): boolean {
  const { origin, pathname } = new URL(src);
  return origins.includes(origin) && (kind === 'image' || PLAYABLE[kind].test(pathname));
}

/** The story with each media item replaced by the result of a function. Its order is that of the file. */
export function mapMedia(
  data: StoryData,
  map: (media: Media, path: MediaPath) => Media,
): StoryData {
  const mapList = (list: readonly Media[], path: MediaPath): readonly Media[] =>
    list.map((media, index) => map(media, [...path, 'media', index, media.kind]));
  return {
    ...data,
    places: data.places.map((place, index) => ({
      ...place,
      media: mapList(place.media, ['places', 'features', index, 'properties']),
    })),
    events: data.events.map((event, index) => ({
      ...event,
      media: mapList(event.media, ['events', index]),
    })),
  };
}

/** A path of a file as an address: `a b#1.jpg` is one name. */
const addressOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** The story with the addresses of its files, which lie beside the story. Without an address they stay as they are. */
export const resolveMedia = (data: StoryData, story: string): StoryData =>
  mapMedia(data, (media) => {
    if (isOnWeb(media.src)) return media;
    const path = addressOf(media.src);
    return { ...media, src: URL.canParse(path, story) ? new URL(path, story).href : path };
  });
