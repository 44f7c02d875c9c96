import type { Media, MediaKind } from './story.ts';
import type { StoryData } from './story-data.ts';

/** Where a media item stands in its file. */
export type MediaPath = readonly (string | number)[];

/** What a file of a media item holds. A poster is an image. */
export type FileKind = MediaKind | 'captions';

/** Whether it lies on the web, and not in a file beside the story. */
export const isOnWeb = (src: string): boolean => /^https:\/\//i.test(src);

/** Files that a player plays. Other addresses are those of pages. */
const PLAYABLE: Readonly<Partial<Record<FileKind, RegExp>>> = {
  video: /\.(mp4|m4v|webm|ogv|mov)$/i,
  audio: /\.(mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i,
};

/** Whether a page may load a whole address: of an allowed origin, and a file that it can show. */
export function canShow(src: string, kind: FileKind, origins: readonly string[]): boolean {
  const { origin, pathname } = new URL(src);
  return origins.includes(origin) && (PLAYABLE[kind]?.test(pathname) ?? true);
}

/** A media item as a page shows it that may not load every file: as a link, or without poster or captions. */
export const showMedia = (
  media: Media,
  isAllowed: (src: string, kind: FileKind) => boolean,
): Media => ({
  ...media,
  shown: isAllowed(media.src, media.kind),
  poster: media.poster !== null && isAllowed(media.poster, 'image') ? media.poster : null,
  captions: media.captions.filter(({ src }) => isAllowed(src, 'captions')),
});

/** A media item with the address of each of its files replaced by the result of a function. `key`: its key in the file. */
export const mapSources = (
  media: Media,
  map: (src: string, kind: FileKind, key: string) => string,
): Media => ({
  ...media,
  src: map(media.src, media.kind, media.kind),
  poster: media.poster === null ? null : map(media.poster, 'image', 'poster'),
  captions: media.captions.map((each) => ({ ...each, src: map(each.src, 'captions', 'captions') })),
});

/** The story with each media item replaced by the result of a function. Its order is that of the file. */
export function mapMedia(
  data: StoryData,
  map: (media: Media, path: MediaPath) => Media,
): StoryData {
  const mapList = (list: readonly Media[], path: MediaPath): readonly Media[] =>
    list.map((media, index) => map(media, [...path, 'media', index]));
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
  mapMedia(data, (media) =>
    mapSources(media, (src) => {
      if (isOnWeb(src)) return src;
      const path = addressOf(src);
      return URL.canParse(path, story) ? new URL(path, story).href : path;
    }),
  );
