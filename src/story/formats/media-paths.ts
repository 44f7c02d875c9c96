import { fieldOf, isRecord } from '../parse/faults/raw.ts';
import { isInside } from './carry/unzip.ts';

const KEYS = ['image', 'video', 'audio', 'poster', 'captions'];

/** Endings of pictures, videos, sounds and captions. A file with another ending is none, whatever a story says. */
const ENDING =
  /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|mp4|m4v|webm|mov|ogv|mp3|m4a|aac|ogg|oga|opus|wav|flac|vtt)$/i;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A path that may be read or written beside the story: it stays in the folder, and no part of it is hidden. */
const isMediaPath = (path: unknown): path is string =>
  typeof path === 'string' && isInside(path) && ENDING.test(path) && !/(?:^|\/)\./.test(path);

/** The files beside a story that its events and places name, once each. The story may have faults. */
export function mediaPathsOf(story: unknown): readonly string[] {
  const places = listOf(fieldOf(fieldOf(story, 'places'), 'features'));
  const owners = [
    ...listOf(fieldOf(story, 'events')),
    ...places.map((place) => fieldOf(place, 'properties')),
  ];
  const media = owners.flatMap((owner) => listOf(fieldOf(owner, 'media')));
  const written = media.flatMap((item) => KEYS.map((key) => fieldOf(item, key)));
  // Captions may have a file for each language.
  const paths = written.flatMap((value) => (isRecord(value) ? Object.values(value) : [value]));
  return [...new Set(paths.filter(isMediaPath))];
}
