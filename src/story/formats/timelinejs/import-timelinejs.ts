import { fieldOf, isRecord } from '../../parse/faults/raw.ts';
import { composeStory } from '../carry/compose-story.ts';
import type { Context, OtherOptions } from '../carry/item.ts';
import { parseJson, refuse } from '../carry/read-bytes.ts';
import { read } from '../carry/reading.ts';
import type { Imported } from '../format.ts';
import { readSlide, readTitle } from './read-slide.ts';

/** A date may be missing by mistake. Then the slide's `text`, an object with a headline, tells what the file is. */
const isSlidePart = (slide: Readonly<Record<string, unknown>>, key: string): boolean =>
  key === 'start_date' ? key in slide : isRecord(fieldOf(slide, key));

const hasDates = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.some((one) => isRecord(one) && ['start_date', 'text'].some((key) => isSlidePart(one, key)));

/** Whether a value is a timeline of TimelineJS 3: its events have a `start_date`, or a `text` with a headline. */
export const isTimeline = (value: unknown): boolean =>
  hasDates(fieldOf(value, 'events')) || hasDates(fieldOf(value, 'eras'));

/** Makes a story of a timeline. It has no places. */
export function readTimeline(value: unknown, options: OtherOptions): Imported {
  const context: Context = { options, losses: [] };
  const file = read(value, 'the file', context.losses);
  const title = file.take('title');
  const header = title === undefined || title === null ? {} : readTitle(title, context);
  const items = [
    ...file
      .list('events')
      .map((one, index) => readSlide(one, `event ${index + 1}`, 'event', context)),
    ...file.list('eras').map((one, index) => readSlide(one, `era ${index + 1}`, 'state', context)),
  ];
  file.leave();
  return composeStory(header, items, context);
}

/** Reads a timeline of TimelineJS 3 as JSON. */
export async function importTimelineJs(
  bytes: Uint8Array,
  options: OtherOptions,
): Promise<Imported> {
  const json = parseJson(bytes);
  if ('fault' in json) return refuse('the file', json.fault);
  return await Promise.resolve(readTimeline(json.value, options));
}
