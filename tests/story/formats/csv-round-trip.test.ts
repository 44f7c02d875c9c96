import { expect, it } from 'vitest';
import { readOtherFormat } from '../../../src/story/formats/read-other-format.ts';
import { exportCsv } from '../../../src/story/formats/write/csv.ts';
import { textIn } from '../../../src/story/text.ts';
import { THAW } from '../../fixtures/shipped.ts';

it('The CSV of the shipped story is read back with the same events', async () => {
  const { text } = exportCsv(THAW, 'en');
  const imported = await readOtherFormat(new TextEncoder().encode(text));
  if (!imported.ok) throw new Error(JSON.stringify(imported.faults.slice(0, 5)));
  const read = imported.story['events'] as readonly Record<string, unknown>[];
  const titleOf = (event: (typeof THAW.events)[number]) => textIn(event.title, 'en', 'en').text;
  expect(read.map(({ title }) => title)).toEqual(THAW.events.map(titleOf));
  expect(read.map(({ kind }) => kind)).toEqual(THAW.events.map(({ kind }) => kind));
  expect(read.map(({ id }) => id)).toEqual(THAW.events.map(({ id }) => id));
});
