import type { Imported, ImportFile } from '../format.ts';
import { buildStory } from './build/build-story.ts';
import { readCsv } from './table/csv.ts';
import { decodeCsv } from './table/decode.ts';
import { MAX_FILE } from './limits.ts';
import { createReport } from './values/report.ts';

const refuse = (message: string): Imported => ({
  ok: false,
  faults: [{ where: 'the file', message }],
});

const NAME = 'events';

/** Reads a story from a CSV: a row for each event, divided by commas, semicolons or tabs. */
export const importCsv: ImportFile = (bytes, options) => {
  const read = (): Imported => {
    if (bytes.length > MAX_FILE) return refuse('The file is over 20 MiB. Split it.');
    if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) {
      return refuse('The file is not a CSV but an archive, as XLSX is. Name it .xlsx.');
    }
    const decoded = decodeCsv(bytes, options.language ?? '');
    if (!decoded.ok) return refuse(decoded.message);
    if (decoded.text.trim() === '') return refuse('The file is empty.');
    const report = createReport();
    if (decoded.note !== undefined) report.note({ sheet: 'the file' }, decoded.note);
    return buildStory([readCsv(decoded.text, NAME, report)], options, report);
  };
  return Promise.resolve(read());
};
