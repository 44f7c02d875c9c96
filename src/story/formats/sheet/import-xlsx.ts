import type { ImportFile } from '../format.ts';
import { buildStory } from './build/build-story.ts';
import { MAX_FILE } from './limits.ts';
import { readXlsx } from './table/xlsx.ts';
import { createReport } from './values/report.ts';

/** Reads a story from an XLSX file: a sheet of events, and if wanted people, places, sources, commitments, story. */
export const importXlsx: ImportFile = async (bytes, options) => {
  if (bytes.length > MAX_FILE) {
    return {
      ok: false,
      faults: [{ where: 'the file', message: 'The file is over 20 MiB. Split it.' }],
    };
  }
  const report = createReport();
  const grids = await readXlsx(bytes, report);
  return grids === null
    ? { ok: false, faults: report.faults() }
    : buildStory(grids, options, report);
};
