import { isZone } from '../../../../time/zone.ts';
import type { Text } from '../../../story.ts';
import { isId } from '../../../parse/schema/fields.ts';
import { canonicalTag, checkLinks } from '../../../parse/schema/prose.ts';
import { isBlank, textOf } from '../values/cell.ts';
import type { Cell, Grid } from '../values/cell.ts';
import { readDate } from '../values/dates.ts';
import { excessOf, proseOf } from '../values/prose.ts';
import type { Report } from '../values/report.ts';
import { say } from '../values/report.ts';
import { NAME, TEXT, TITLE } from '../table/reader.ts';
import type { Space } from '../table/reader.ts';
import { readHeading } from '../table/table.ts';
import { HEADINGS } from '../table/vocabulary.ts';

/** What the sheet “story” says: a key in the first column, its value in the second. */
export interface StorySheet {
  readonly id?: string;
  readonly language?: string;
  readonly zone?: string;
  /** Texts by key and language; the language is empty where none is written. */
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly publisher?: string;
  readonly published?: string;
  readonly modified?: string;
}

const SPACES: Readonly<Record<string, Space>> = {
  title: TITLE,
  summary: TEXT,
  credits: TEXT,
  publisher: NAME,
};

/** A value that cannot be used is a fault: the whole story would be in the wrong language or zone. */
function describeValue(field: string, value: string): string | null {
  if (field === 'language' && canonicalTag(value) === null)
    return `${say(value)} is not a language tag. Write one such as en or ko.`;
  if (field === 'zone' && !isZone(value))
    return `${say(value)} is not a time zone. Write one such as Asia/Seoul or +09:00.`;
  if (field === 'id' && !isId(value))
    return `${say(value)} is not an id. Write 1 to 64 characters of a–z, 0–9, - and _.`;
  return null;
}

function dayOf(cell: Cell): string | null {
  const reading = readDate(cell, null);
  return reading.ok && /^\d{4}-\d\d-\d\d$/.test(reading.date) ? reading.date : null;
}

/** Reads the sheet “story”. */
export function readStorySheet(grid: Grid | null, report: Report): StorySheet {
  const texts = new Map<string, Map<string, string>>();
  const values: Record<string, string> = {};
  grid?.rows.forEach((row, index) => {
    const [key, value] = row;
    if (isBlank(key)) return;
    const name = textOf(key).slice(0, 200).trim();
    const where = { sheet: grid.name, row: index + 1, column: name };
    const heading = readHeading(name, HEADINGS.story);
    if (heading === null) {
      // “key” and “value” above them are no mistake.
      if (index > 0 || !/^(?:key|field|schlüssel|clé|clave|항목|项目|項目)$/i.test(name)) {
        report.note(
          where,
          `is not known here and is not read. Known are: ${[...new Set(HEADINGS.story.values())].join(', ')}.`,
        );
      }
      return;
    }
    if (isBlank(value) || value === undefined) return;
    const { field, language } = heading;
    if (field === 'published' || field === 'modified') {
      const day = dayOf(value);
      if (day === null)
        report.fault(where, `${say(textOf(value))} is not a day. Write one such as 2018-06-12.`);
      else values[field] = day;
      return;
    }
    const space = SPACES[field];
    const { text } = proseOf(textOf(value), space?.isOneLine ?? true);
    const excess = space === undefined ? 0 : excessOf(text, space.limit);
    const wrong =
      excess > 0
        ? `has ${excess} characters. At most ${space?.limit ?? 0} are allowed. Shorten it.`
        : describeValue(field, text);
    if (space?.isOneLine === false) checkLinks(text, (_, message) => report.fault(where, message));
    if (wrong !== null) report.fault(where, wrong);
    else if (space === undefined || field === 'publisher') values[field] = text;
    else if (text !== '')
      texts.set(field, (texts.get(field) ?? new Map<string, string>()).set(language ?? '', text));
  });
  return { ...values, texts };
}

/** A text of the sheet in the languages that it has; null if there is none. */
export function storyText({ texts }: StorySheet, field: string, language: string): Text | null {
  const found = texts.get(field);
  if (found === undefined) return null;
  const entries = [...found].map(([tag, text]) => [tag || language, text] as const);
  const [only] = entries;
  return entries.length === 1 && only?.[0] === language ? only[1] : Object.fromEntries(entries);
}
