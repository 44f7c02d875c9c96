import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import writeXlsxFile from 'write-excel-file/universal';
import { TEMPLATE } from './template.ts';
import type { TemplateSheet } from './template.ts';

/** Writes `public/template.xlsx` and `public/template.csv`: `npx tsx src/site/template/write-template.ts`. */

const at = (name: string) => fileURLToPath(new URL(`../../../public/${name}`, import.meta.url));

const sheetOf = ({ name, rows, widths }: TemplateSheet) => ({
  sheet: name,
  stickyRowsCount: 1,
  columns: widths.map((width) => ({ width })),
  data: rows.map((row, index) =>
    row.map((value) =>
      value === null || index > 0 ? value : ({ value, fontWeight: 'bold' } as const),
    ),
  ),
});

const blob = await writeXlsxFile(TEMPLATE.map(sheetOf)).toBlob();
writeFileSync(at('template.xlsx'), new Uint8Array(await blob.arrayBuffer()));
const events = TEMPLATE.find(({ name }) => name === 'events');
// With a byte order mark, without which Excel takes the letters for another encoding.
writeFileSync(at('template.csv'), `\uFEFF${Papa.unparse([...(events?.rows ?? [])])}\r\n`);
