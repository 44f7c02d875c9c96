import { composeStory } from '../carry/compose-story.ts';
import { between, readIso } from '../carry/dates.ts';
import { positionOf } from '../carry/geometry.ts';
import type { Shape } from '../carry/geometry.ts';
import type { Context, Item, OtherOptions } from '../carry/item.ts';
import { zoneOf } from '../carry/item.ts';
import { MAX_FILE, refuse, SAVE_AS_UTF8, textOf } from '../carry/read-bytes.ts';
import { read, tellLost } from '../carry/reading.ts';
import type { Imported } from '../format.ts';

/** Whether the first line of a table is that of LP-TSV: tabs, `id`, `title` and `title_source`. */
export function isLpTsvHeader(line: string): boolean {
  const cells = line.split('\t').map((cell) => cell.trim());
  return ['id', 'title', 'title_source'].every((name) => cells.includes(name));
}

const partsOf = (text: string): string[] =>
  text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');

function itemOf(record: Readonly<Record<string, string>>, where: string, context: Context): Item {
  const { losses } = context;
  const row = read(record, where, losses);
  const [lon, lat] = [row.text('lon'), row.text('lat')];
  const position = positionOf(lon, lat);
  if (position === null && `${lon}${lat}` !== '') tellLost({ lon, lat }, '', where, losses);
  const shapes: readonly Shape[] =
    position === null ? [] : [{ type: 'Point', coordinates: position }];
  const zone = zoneOf(shapes, context);
  const title = row.text('title');
  const [start, end] = [row.text('start'), row.text('end')];
  const attested = start === '' && end === '' ? row.text('attestation_year') : '';
  const [from, to] = [start || attested, end].map((text) =>
    text === '' ? null : readIso(text, zone),
  );
  const isWrong = (from === null && `${start}${attested}` !== '') || (to === null && end !== '');
  const date = isWrong
    ? null
    : to === null || to === undefined
      ? (from ?? null)
      : between(from ?? null, to);
  if (attested !== '' && date !== null)
    losses.push({ where, message: `The date ${date} is an attestation_year. Check it.` });
  const uri = row.text('title_uri');
  const source = row.text('title_source');
  const types = partsOf(row.text('types'));
  const isPage = /^https?:\/\//i.test(uri);
  if (!isPage) {
    tellLost(source, 'title_source', where, losses);
    if (uri !== '') tellLost(uri, 'title_uri', where, losses);
  }
  const item: Item = {
    where,
    title,
    text: row.text('description'),
    tags: types,
    links: isPage ? [{ url: uri, title: source }] : [],
    shapes,
    when: date ?? {
      undated: `${isWrong ? `"${start || attested}" to "${end}" is no date.` : 'no date.'} Write years or dates such as 1819 in "start" and "end".`,
    },
  };
  row.leave();
  return item;
}

/** Reads LP-TSV: a table with tabs and without quotes. */
export async function importLpTsv(bytes: Uint8Array, options: OtherOptions): Promise<Imported> {
  if (bytes.length > MAX_FILE) return refuse('the file', 'has more than 20 MiB. Make it smaller.');
  const text = textOf(bytes);
  if (text === null) return refuse('the file', SAVE_AS_UTF8);
  const context: Context = { options, losses: [] };
  const [header = '', ...lines] = text.split(/\r\n|\r|\n/);
  if (!isLpTsvHeader(header)) {
    return refuse('the file', 'is no LP-TSV. Its first line must have id, title and title_source.');
  }
  const seen = new Set(['']);
  const names = header.split('\t').map((name, index) => {
    const column = name.trim();
    const isNew = !seen.has(column);
    seen.add(column);
    return isNew ? column : `column ${index + 1}`;
  });
  const items = lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const cells = line
      .split('\t')
      .map((cell, column) => [names[column] ?? `column ${column + 1}`, cell.trim()] as const);
    return [itemOf(Object.fromEntries(cells), `row ${index + 2}`, context)];
  });
  return await Promise.resolve(composeStory({}, items, context));
}
