import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseStory } from '../../src/story/parse/parse.ts';
import { startOf } from './clock.ts';
import { thaw } from './thaw.ts';

const folder = new URL('../../geo/stories/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const parse = (name: string) => parseStory(readFileSync(new URL(name, folder), 'utf8'));

test.each(files)('%s parses without a fault and without a warning', (name) => {
  const parsed = parse(name);
  expect(parsed.ok ? [] : parsed.faults).toEqual([]);
  expect(parsed.warnings).toEqual([]);
});

test('the parsed story begins its events at the instants that the file’s local dates mean', () => {
  const parsed = parse('korea-thaw.json');
  if (!parsed.ok) throw new Error('the story has faults');
  const starts = parsed.story.events.map(({ id, when }) => [id, when.start]);
  expect(starts).toEqual(thaw.events.map((event) => [event.id, startOf(event).epochMilliseconds]));
});
