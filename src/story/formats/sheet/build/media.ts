import type { Text } from '../../../story.ts';
import { describeWrongSource } from '../../../parse/schema/media.ts';
import { filesIn } from '../values/prose.ts';
import { say } from '../values/report.ts';
import { ALT, TEXT } from '../table/reader.ts';
import type { Reader } from '../table/reader.ts';
import type { Row } from '../table/table.ts';
import type { Context } from './context.ts';

/** A picture, film or sound of an event. */
export type MediaItem = Readonly<Record<string, Text>>;

const FIELDS = ['image', 'video', 'audio'] as const;
/** Why a page cannot show a file; null if it can. A word such as `yes` is no file. */
function describeAddress(address: string): string | null {
  const isPath = !/^https?:/i.test(address);
  if (isPath && /^(?:[a-z][a-z\d+.-]*:|\/|\\)/i.test(address) && !/^http:/i.test(address)) {
    return `${say(address)} cannot be shown. Write a path beside the story, or an address that begins with https://.`;
  }
  const wrong = describeWrongSource(address);
  if (wrong !== null || !isPath || /\.[a-z\d]{2,5}$/i.test(address)) return wrong;
  return `${say(address)} is no path of a file. Write one such as photos/port.jpg, or an https address.`;
}

/** The pictures, films and sounds of a row. Each has the row's `alt`, `caption` and `credit`. */
export function mediaOf(
  reader: Reader,
  row: Row,
  title: Text,
  { report }: Context,
): readonly MediaItem[] {
  const found = FIELDS.flatMap((field) =>
    filesIn(reader.raw(row, field)).map((address) => ({ field, address })),
  );
  const alt = reader.texts(row, 'alt', ALT);
  const caption = reader.texts(row, 'caption', TEXT);
  const credit = reader.texts(row, 'credit', TEXT);
  const sound = found.filter(({ field, address }) => {
    const wrong = describeAddress(address);
    if (wrong !== null) report.fault(reader.at(row, field), wrong);
    return wrong === null;
  });
  if (found.length === 0) {
    for (const [field, text] of [
      ['alt', alt],
      ['caption', caption],
      ['credit', credit],
    ] as const) {
      if (text === null) continue;
      report.note(reader.at(row, field), 'belongs to no image, video or audio, and is not read.');
    }
    return [];
  }
  if (alt === null) {
    const message =
      'is empty. Say in a few words what the picture shows, for those who cannot see it. Until then the title is read.';
    report.note(reader.at(row, 'alt'), message);
  }
  return sound.map(({ field, address }) => ({
    [field]: address,
    alt: alt ?? title,
    ...(caption === null ? {} : { caption }),
    ...(credit === null ? {} : { credit }),
  }));
}
