import { isWebAddress } from '../../../parse/schema/web-address.ts';
import { fold, foldName } from '../values/fold.ts';
import { linksIn, titlesIn } from '../values/prose.ts';
import { say } from '../values/report.ts';
import { createIds } from '../values/slugs.ts';
import { LONG_TITLE, NAME, TITLE } from '../table/reader.ts';
import type { Reader } from '../table/reader.ts';
import type { Row } from '../table/table.ts';
import { HEADINGS } from '../table/vocabulary.ts';
import type { Context } from './context.ts';
import { dateIn, orderOf } from './when.ts';

export interface SourceDraft {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly author?: string;
  readonly date?: string;
  readonly url?: string;
}

export interface Sources {
  readonly all: () => readonly SourceDraft[];
  /** The id of the source with a title, an id or an address; of a new one if there is none. */
  readonly named: (written: string) => string;
  /** The ids of the sources that a row of events names. */
  readonly ofEvent: (reader: Reader, row: Row) => readonly string[];
}

/** A text cut to a limit, at UTF-16 units that are no half character. */
const cut = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

/** `www.bbc.co.uk` becomes `bbc.co.uk`. */
function hostOf(url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return cut(host.replace(/^www\./, ''), NAME.limit) || 'Web';
}

const addressOf = (url: string): string =>
  cut(url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, ''), LONG_TITLE.limit);

/** The titles beside addresses. The word “Source:” in front of one is none. */
const wordsBeside = (words: string, isKnown: (title: string) => boolean): readonly string[] =>
  titlesIn(words, isKnown)
    .map((title) => title.replace(/^[\s,:–—|-]+|[\s,:–—|-]+$/g, ''))
    .filter((title) => !['source', 'link'].includes(HEADINGS.events.get(fold(title)) ?? ''))
    .filter((title) => title !== '');

/** The sources of the sheet of sources; rows of events add more. */
export function createSources(sheet: Reader | null, context: Context): Sources {
  const { report } = context;
  const ids = createIds('source');
  const list: SourceDraft[] = [];
  const byName = new Map<string, SourceDraft>();
  const insert = (source: SourceDraft, names: readonly string[]): SourceDraft => {
    list.push(source);
    for (const name of names)
      if (name !== '' && !byName.has(foldName(name))) byName.set(foldName(name), source);
    return source;
  };

  const readRow = (reader: Reader, row: Row, order: ReturnType<typeof orderOf>): void => {
    const title = reader.text(row, 'title', LONG_TITLE);
    const url = reader.raw(row, 'url').trim();
    if (title === '') {
      report.fault(reader.at(row, 'title'), 'is empty. A source needs a title.');
      return;
    }
    if (url !== '' && !isWebAddress(url)) {
      report.fault(
        reader.at(row, 'url'),
        `${say(url)} is not a web address. Write one that begins with https://.`,
      );
      return;
    }
    const written = reader.raw(row, 'id').trim();
    const id = written !== '' && ids.keep(written) ? written : ids.make(written || title);
    if (written !== '' && id !== written) {
      report.note(
        reader.at(row, 'id'),
        `${say(written)} cannot be an id, or is taken. It becomes ${id}.`,
      );
    }
    const publisher =
      reader.text(row, 'publisher', NAME) || (url === '' ? cut(title, NAME.limit) : hostOf(url));
    const author = reader.text(row, 'author', TITLE);
    const date = dateIn(reader, row, 'date', order, report);
    const source = {
      id,
      publisher,
      title,
      ...(author === '' ? {} : { author }),
      ...(date === null ? {} : { date }),
      ...(url === '' ? {} : { url }),
    };
    insert(source, [written, id, title, url]);
  };

  const named = (title: string, url: string | null): string => {
    const key = url === null ? title : `${title}\n${url}`;
    const known =
      byName.get(foldName(key)) ??
      (title === '' || url === null ? byName.get(foldName(url ?? title)) : undefined);
    if (known !== undefined) return known.id;
    const publisher = url === null ? cut(title, NAME.limit) : hostOf(url);
    const id = ids.make(title || addressOf(url ?? ''));
    const name = cut(title, LONG_TITLE.limit) || addressOf(url ?? '');
    return insert({ id, publisher, title: name, ...(url === null ? {} : { url }) }, [key]).id;
  };

  const soundLinks = (reader: Reader, row: Row, field: string) => {
    const { links, rest } = linksIn(reader.raw(row, field));
    const wrong = links.filter((link) => !isWebAddress(link));
    for (const link of wrong) {
      report.fault(
        reader.at(row, field),
        `${say(link)} is not a web address that readers can follow. Correct it, without user name and password.`,
      );
    }
    return { links: links.filter((link) => isWebAddress(link)), rest };
  };

  if (sheet !== null) {
    const order = orderOf(sheet, ['date'], context);
    for (const row of sheet.table.rows) readRow(sheet, row, order);
  }
  return {
    all: () => list,
    named: (written) => (isWebAddress(written) ? named('', written) : named(written, null)),
    ofEvent: (reader, row) => {
      const isKnown = (name: string) => byName.has(foldName(name));
      const { links, rest } = soundLinks(reader, row, 'link');
      const leftOver = links.length === 0 ? rest : wordsBeside(rest, isKnown).join('; ');
      if (leftOver.trim() !== '') {
        const message = `${say(leftOver)} is not a web address and is not read. Write one that begins with https://.`;
        report.note(reader.at(row, 'link'), message);
      }
      const { links: inSource, rest: words } = soundLinks(reader, row, 'source');
      const titles = inSource.length === 0 ? titlesIn(words, isKnown) : wordsBeside(words, isKnown);
      const all = [...new Set([...links, ...inSource])];
      const [title] = titles;
      const found =
        titles.length === all.length
          ? titles.map((one, index) => named(one, all[index] ?? null))
          : titles.length === 1 && title !== undefined && all.length > 0
            ? all.map((url) => named(title, url))
            : [...titles.map((one) => named(one, null)), ...all.map((url) => named('', url))];
      return [...new Set(found)];
    },
  };
}
