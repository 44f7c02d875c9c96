import { A_STORY_IS_JSON, describeBytes, describeFormat } from '../parse/text/formats.ts';
import { fieldOf } from '../parse/faults/raw.ts';
import type { OtherOptions } from './carry/item.ts';
import { parseJson, refuse, textOf } from './carry/read-bytes.ts';
import { unzip } from './carry/unzip.ts';
import type { Imported, Loss, StoryDraft } from './format.ts';
import { mediaPathsOf } from './media-paths.ts';

/** What is read, for faults. */
const KNOWN =
  'Known are spreadsheets (CSV and XLSX), StoryMapJS, TimelineJS (JSON and CSV), KML, KMZ, GeoJSON, GPX and Linked Places (JSON and TSV).';

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3;

/** Files in an archive that may be the one to read; all others are pictures and the like. */
const isCandidate = (path: string): boolean =>
  /\.(?:kml|json|geojson|gpx|csv|tsv)$/i.test(path) && !path.startsWith('__MACOSX/');

/** Google Earth reads `doc.kml`; else the file that lies least deep is the story. */
const rank = (path: string): number => (path === 'doc.kml' ? -1 : path.split('/').length);

/** Files of XLSX, XLSB and ODS. The reader of XLSX knows what to do with the other two. */
const OFFICE = new Set(['xl/workbook.xml', 'xl/workbook.bin', 'content.xml']);

/** `my picture.jpg` of `my%20picture.jpg`. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Media of an archive: where each lies in it, by the path that the story names. A path is relative to the story in it. */
function takeMedia(
  bytes: Uint8Array,
  first: string,
  story: StoryDraft,
): ReadonlyMap<string, { readonly path: string; readonly content: Uint8Array }> {
  const names = mediaPathsOf(story);
  if (names.length === 0) return new Map();
  const folder = first.slice(0, first.lastIndexOf('/') + 1);
  const candidates = (name: string) => [folder + name, name, decodePath(folder + name)];
  const wanted = new Set(names.flatMap(candidates));
  const archive = unzip(bytes, (path) => wanted.has(path));
  if ('fault' in archive) return new Map();
  return new Map(
    names.flatMap((name) => {
      const path = candidates(name).find((each) => archive.files.has(each));
      const content = path === undefined ? undefined : archive.files.get(path);
      return path === undefined || content === undefined ? [] : [[name, { path, content }]];
    }),
  );
}

/** Takes a story out of an archive: KMZ, or the export of StoryMapJS. Its other files are told. */
async function readArchive(bytes: Uint8Array, options: OtherOptions): Promise<Imported> {
  const archive = unzip(bytes, isCandidate);
  if ('fault' in archive) return refuse('the archive', archive.fault);
  if (archive.others.some((path) => OFFICE.has(path))) {
    return await (await import('./sheet/import-xlsx.ts')).importXlsx(bytes, options);
  }
  const paths = [...archive.files.keys()].sort((a, b) => rank(a) - rank(b));
  const [first] = paths;
  const content = first === undefined ? undefined : archive.files.get(first);
  if (first === undefined || content === undefined) {
    return refuse('the archive', `has no file that can be read. ${KNOWN}`);
  }
  const imported = await readFlat(content, options);
  if (!imported.ok) {
    return {
      ok: false,
      faults: imported.faults.map((one) => ({ ...one, where: `${first}, ${one.where}` })),
    };
  }
  const media = takeMedia(bytes, first, imported.story);
  const taken = new Set([...media.values()].map(({ path }) => path));
  const others: readonly Loss[] = [...paths.slice(1), ...archive.others]
    .filter((path) => !taken.has(path))
    .map((path) => ({
      where: 'the archive',
      message: `${path} is not carried over. If the story needs it, put it beside the story.`,
    }));
  return {
    ...imported,
    losses: [...imported.losses, ...others],
    media: new Map([...media].map(([name, { content }]) => [name, content])),
  };
}

async function readJson(bytes: Uint8Array, options: OtherOptions): Promise<Imported> {
  const json = parseJson(bytes);
  if ('fault' in json) return refuse('the file', json.fault);
  const { value } = json;
  const isStory = fieldOf(value, 'version') === 1 && Array.isArray(fieldOf(value, 'events'));
  if (isStory) return refuse('the file', 'is a story already.');
  const storymap = await import('./storymapjs/import-storymapjs.ts');
  if (storymap.isStoryMap(value)) return storymap.readStoryMap(value, options);
  const timeline = await import('./timelinejs/import-timelinejs.ts');
  if (timeline.isTimeline(value)) return timeline.readTimeline(value, options);
  const linked = await import('./linked-places/import-linked-places.ts');
  if (linked.isLinkedPlaces(value)) return linked.readLinkedPlaces(value, options);
  const gis = await import('./gis/geojson.ts');
  if (gis.isGeoJson(value)) return gis.readGeoJson(value, options);
  return refuse('the file', `is JSON of no known format. ${KNOWN}`);
}

async function readXml(text: string, bytes: Uint8Array, options: OtherOptions): Promise<Imported> {
  const [, root = ''] = /<(?:[\w.-]{1,40}:)?(kml|gpx)[\s>/]/.exec(text) ?? [];
  if (root === 'kml') return (await import('./gis/kml.ts')).importKml(bytes, options);
  if (root === 'gpx') return (await import('./gis/gpx.ts')).importGpx(bytes, options);
  const format = describeFormat(text);
  const isPage = format?.includes('HTML') === true;
  return refuse('the file', isPage ? format : `is XML, but neither KML nor GPX. ${KNOWN}`);
}

/** The cells of the first row, for its names alone. */
const cellsOf = (line: string, separator: string): string[] =>
  line.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, ''));

/** Bytes in UTF-16 with a byte order mark in UTF-8; all others as they are. */
function asUtf8(bytes: Uint8Array): Uint8Array {
  const [first, second, third, fourth] = bytes;
  const isLittle = first === 0xff && second === 0xfe && !(third === 0 && fourth === 0);
  if (!isLittle && !(first === 0xfe && second === 0xff)) return bytes;
  const text = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes);
  return new TextEncoder().encode(text);
}

/** An old Excel file, or one with a password. */
const isOldExcel = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

async function readFlat(written: Uint8Array, options: OtherOptions): Promise<Imported> {
  if (isOldExcel(written)) {
    return await (await import('./sheet/import-xlsx.ts')).importXlsx(written, options);
  }
  const bytes = asUtf8(written);
  const binary = describeBytes(bytes);
  if (binary !== null) return refuse('the file', binary.replace(A_STORY_IS_JSON, KNOWN));
  const text = textOf(bytes);
  // What tells the formats apart is ASCII, in every encoding that is left.
  const head = (text ?? new TextDecoder('latin1').decode(bytes.subarray(0, 4000)))
    .slice(0, 4000)
    .trimStart();
  if (/^[[{]/.test(head)) return await readJson(bytes, options);
  if (head.startsWith('<')) return await readXml(head, bytes, options);
  const [line = ''] = head.split(/\r\n|\r|\n/);
  const tsv = await import('./linked-places/import-lp-tsv.ts');
  if (tsv.isLpTsvHeader(line)) return await tsv.importLpTsv(bytes, options);
  const csv = await import('./timelinejs/import-timelinejs-csv.ts');
  const isTimeline = [',', ';', '\t'].some((sign) => csv.isTimelineHeader(cellsOf(line, sign)));
  if (isTimeline) return await csv.importTimelineJsCsv(bytes, options);
  return await (await import('./sheet/import-csv.ts')).importCsv(bytes, options);
}

/**
 * Reads a story from a file of another tool. The format is known by its bytes, not by its name.
 * Never throws, whatever the bytes are.
 */
export async function readOtherFormat(
  bytes: Uint8Array,
  options: OtherOptions = {},
): Promise<Imported> {
  try {
    return isZip(bytes) ? await readArchive(bytes, options) : await readFlat(bytes, options);
  } catch (error) {
    // No reader should come here. A library may.
    const why = error instanceof Error ? error.message : '';
    return refuse('the file', `cannot be read: ${why.slice(0, 200)}`);
  }
}
