import { fieldOf, isRecord } from '../parse/faults/raw.ts';
import { describeWrongPath } from '../parse/schema/media.ts';

const KEYS = ['image', 'video', 'audio', 'poster', 'captions'];

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isMediaPath = (path: unknown): path is string =>
  typeof path === 'string' && describeWrongPath(path) === null;

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
