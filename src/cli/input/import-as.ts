import type { OtherOptions } from '../../story/formats/carry/item.ts';
import type { Imported } from '../../story/formats/format.ts';
import { readOtherFormat } from '../../story/formats/read-other-format.ts';
import { UsageError } from './usage-error.ts';

type Reader = (bytes: Uint8Array, options: OtherOptions) => Promise<Imported>;

/** Readers by the name of their format. Those of archives are found by the bytes. */
const READERS: Readonly<Record<string, () => Promise<Reader>>> = {
  csv: async () => (await import('../../story/formats/sheet/import-csv.ts')).importCsv,
  xlsx: async () => (await import('../../story/formats/sheet/import-xlsx.ts')).importXlsx,
  storymapjs: async () =>
    (await import('../../story/formats/storymapjs/import-storymapjs.ts')).importStoryMapJs,
  timelinejs: async () =>
    (await import('../../story/formats/timelinejs/import-timelinejs.ts')).importTimelineJs,
  'timelinejs-csv': async () =>
    (await import('../../story/formats/timelinejs/import-timelinejs-csv.ts')).importTimelineJsCsv,
  kml: async () => (await import('../../story/formats/gis/kml.ts')).importKml,
  geojson: async () => (await import('../../story/formats/gis/geojson.ts')).importGeoJson,
  gpx: async () => (await import('../../story/formats/gis/gpx.ts')).importGpx,
  'linked-places': async () =>
    (await import('../../story/formats/linked-places/import-linked-places.ts')).importLinkedPlaces,
  'linked-places-tsv': async () =>
    (await import('../../story/formats/linked-places/import-lp-tsv.ts')).importLpTsv,
};

const isJson = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\s*[[{]/.test(new TextDecoder().decode(bytes.subarray(0, 1024)));

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Reads a file as one of a format; null lets the bytes say which. Throws a `UsageError` for an unknown name. */
export async function importAs(
  bytes: Uint8Array,
  format: string | undefined,
  options: OtherOptions,
): Promise<Imported> {
  if (format === undefined) return await readOtherFormat(bytes, options);
  const table = `${format}-${format === 'timelinejs' ? 'csv' : 'tsv'}`;
  const name = !isJson(bytes) && Object.hasOwn(READERS, table) ? table : format;
  const load = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  if (load === undefined) {
    const names = Object.keys(READERS).filter((name) => !/-(?:csv|tsv)$/.test(name));
    throw new UsageError(`--format ${format} is not known. Write one of: ${names.join(', ')}.`);
  }
  if (format !== 'xlsx' && isZip(bytes)) return await readOtherFormat(bytes, options);
  return await (
    await load()
  )(bytes, options);
}
