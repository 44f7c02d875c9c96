import { isFlaw } from '../../../../time/flaw.ts';
import { parseInterval } from '../../../../time/parse-interval.ts';
import { LINK_VERBS } from '../../../story.ts';
import { checkFollows } from '../../../parse/build/follows.ts';
import type { Fault } from '../../../parse/faults/fault.ts';
import { titlesIn } from '../values/prose.ts';
import { say } from '../values/report.ts';
import type { Where } from '../values/report.ts';
import type { Reader } from '../table/reader.ts';
import type { Row } from '../table/table.ts';
import { LINK_COLUMNS } from '../table/vocabulary.ts';
import type { Context } from './context.ts';
import type { EventDraft } from './event-draft.ts';
import type { EventNames } from './event-names.ts';

/** An event, and the row that it was read from. */
export interface EventRow {
  readonly event: EventDraft;
  readonly row: Row;
}

/** Adds the earlier events that the rows name. A circle, or an event that is later, is a fault as in a story file. */
export function addLinks(
  reader: Reader,
  rows: readonly EventRow[],
  names: EventNames,
  { report, zone }: Context,
): void {
  /** Where each link of an event is written, in the order of the links. */
  const cells = new Map<EventDraft, readonly Where[]>();
  for (const { event, row } of rows) {
    const written = LINK_VERBS.flatMap((verb) => {
      const field = LINK_COLUMNS[verb];
      const titles = titlesIn(reader.raw(row, field), names.isKnown);
      const where = reader.at(row, field);
      return [...new Set(titles)].map((name) => ({ name, verb, where }));
    });
    const links = written.flatMap(({ name, verb, where }) => {
      const earlier = names.named(name, where);
      return earlier === null ? [] : [{ earlier: earlier.id, name, verb, where }];
    });
    const once = links.filter((link, index) => {
      const isFirst = links.findIndex(({ earlier }) => earlier === link.earlier) === index;
      if (!isFirst)
        report.fault(link.where, `${say(link.name)} is named twice in this row. Name it once.`);
      return isFirst;
    });
    event.follows.push(...once.map(({ earlier, verb }) => ({ event: earlier, verb })));
    cells.set(
      event,
      once.map(({ where }) => where),
    );
  }
  if (!rows.some(({ event }) => event.follows.length > 0)) return;
  const dated = rows.flatMap(({ event }, index) => {
    const when = parseInterval(event.when, event.at?.zone ?? zone);
    const status = event.status ?? 'happened';
    return isFlaw(when) ? [] : [{ event: { ...event, status }, when, path: [index] }];
  });
  const faults: Fault[] = [];
  checkFollows(dated, faults);
  for (const { path, message } of faults) {
    const [index, , link] = path;
    const event = rows[Number(index)]?.event;
    const where = event && cells.get(event)?.[Number(link)];
    if (where) report.fault(where, message);
  }
}
