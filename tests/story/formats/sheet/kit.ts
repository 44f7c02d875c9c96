import { importCsv } from '../../../../src/story/formats/sheet/import-csv.ts';
import { importXlsx } from '../../../../src/story/formats/sheet/import-xlsx.ts';
import type { Imported, ImportOptions, Loss } from '../../../../src/story/formats/format.ts';
import { readStoryData } from '../../../../src/story/load.ts';
import writeXlsxFile from 'write-excel-file/universal';

/** A story draft as tests look at it. */
export interface Draft {
  readonly id: string;
  readonly language: string;
  readonly title: unknown;
  readonly zone: string;
  readonly frame?: readonly number[];
  readonly tags?: readonly { id: string; name: unknown }[];
  readonly parties: readonly { id: string; name: unknown; hue: string }[];
  readonly people: readonly Record<string, unknown>[];
  readonly places: { readonly features: readonly PlaceEntry[] };
  readonly sources: readonly Record<string, unknown>[];
  readonly events: readonly Record<string, unknown>[];
}

export interface PlaceEntry {
  readonly id: string;
  readonly geometry: { readonly coordinates: readonly [number, number] };
  readonly properties: Readonly<Record<string, unknown>>;
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const csv = (text: string, options: ImportOptions = {}): Promise<Imported> =>
  importCsv(bytesOf(text), options);

const told = ({ where, message }: Loss): string => `${where}: ${message}`;

/** The story; throws with the faults if there is none. */
export function storyOf(imported: Imported): Draft {
  if (!imported.ok) throw new Error(imported.faults.map(told).join('\n'));
  return imported.story as unknown as Draft;
}

export const notesOf = (imported: Imported): readonly string[] =>
  imported.ok ? imported.losses.map(told) : [];

export const faultsOf = (imported: Imported): readonly string[] =>
  imported.ok ? [] : imported.faults.map(told);

/** What the story parser says about an imported story: an independent reader of the same format. */
export async function parserFaults(imported: Imported): Promise<readonly string[]> {
  const parsed = await readStoryData(bytesOf(JSON.stringify(storyOf(imported))));
  return parsed.ok ? [] : parsed.faults.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

export type CellValue = string | number | boolean | Date | null;

/** An XLSX file with these sheets, as another library writes it. */
export async function workbook(
  sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>,
): Promise<Uint8Array> {
  const file = writeXlsxFile(
    Object.entries(sheets).map(([sheet, rows]) => ({
      sheet,
      data: rows.map((row) =>
        row.map((value) =>
          value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd hh:mm' } : value,
        ),
      ),
    })),
  );
  const blob = await file.toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

export const xlsx = async (
  sheets: Parameters<typeof workbook>[0],
  options: ImportOptions = {},
): Promise<Imported> => importXlsx(await workbook(sheets), options);
