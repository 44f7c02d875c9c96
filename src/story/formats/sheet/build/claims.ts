import { proseOf } from '../values/prose.ts';
import { LONG_TITLE, TEXT } from '../table/reader.ts';
import type { Reader } from '../table/reader.ts';
import type { Context } from './context.ts';
import type { EventNames } from './event-names.ts';
import type { Sources } from './sources.ts';

/** Adds the claims of a sheet to its events. */
export function addClaims(
  reader: Reader,
  names: EventNames,
  sources: Sources,
  { report }: Context,
): void {
  for (const row of reader.table.rows) {
    const name = proseOf(reader.raw(row, 'event'), true).text;
    const title = reader.text(row, 'source', LONG_TITLE);
    const says = reader.texts(row, 'says', TEXT);
    const differs = reader.texts(row, 'differs', TEXT);
    if (name === '') report.fault(reader.at(row, 'event'), 'is empty. Write its title or id.');
    if (title === '') report.fault(reader.at(row, 'source'), 'is empty. Write who says so.');
    if (says === null)
      report.fault(reader.at(row, 'says'), 'is empty. Write what the source says.');
    const event = name === '' ? null : names.named(name, reader.at(row, 'event'));
    if (event === null || title === '' || says === null) continue;
    event.claims.push({
      source: sources.named(title),
      says,
      ...(differs === null ? {} : { differs }),
    });
  }
}
