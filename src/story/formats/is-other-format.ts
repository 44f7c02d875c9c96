import { parseJson } from './carry/read-bytes.ts';

/** Names of files that are never stories. */
const NAMES = /\.(?:csv|tsv|tab|xlsx|xlsm|kml|kmz|geojson|gpx|jsonld|zip)$/i;

/**
 * Whether a file is one of another tool rather than a story, which may have faults: then the checks of stories say best
 * what is wrong. Never throws.
 */
export async function isOtherFormat(bytes: Uint8Array, name: string): Promise<boolean> {
  if (NAMES.test(name)) return true;
  if (/\.json$/i.test(name)) return await isOtherJson(bytes);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) return true;
  // Tables have many encodings. Separators are the same in all that matter here.
  const head = new TextDecoder().decode(bytes.subarray(0, 4000)).trimStart();
  if (/^[[{]/.test(head)) return await isOtherJson(bytes);
  if (head.startsWith('<')) return /<(?:[\w.-]{1,40}:)?(?:kml|gpx)[\s>/]/.test(head);
  const [line = ''] = head.split(/\r\n|\r|\n/);
  return /^[^:=#]*[,;\t]/.test(line);
}

async function isOtherJson(bytes: Uint8Array): Promise<boolean> {
  const json = parseJson(bytes);
  if ('fault' in json) return false;
  const known = await Promise.all([
    import('./storymapjs/import-storymapjs.ts').then(({ isStoryMap }) => isStoryMap(json.value)),
    import('./timelinejs/import-timelinejs.ts').then(({ isTimeline }) => isTimeline(json.value)),
    import('./linked-places/import-linked-places.ts').then(({ isLinkedPlaces }) =>
      isLinkedPlaces(json.value),
    ),
    import('./gis/geojson.ts').then(({ isGeoJson }) => isGeoJson(json.value)),
  ]);
  return known.includes(true);
}
