import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeDeclarations } from '../../src/site/library/declarations.ts';
import { readSurface, type Surface } from './surface.ts';

/** What a newsroom would write, and what it would write by mistake. */
const RIGHT = `
  import { createPlayer, formatFault, loadStory, mount, startWatching } from 'parley-map';
  import type { Fault, Story } from 'parley-map';
  const answer = await loadStory('https://news.example/story.json');
  const faults: readonly Fault[] = answer.ok ? [] : answer.faults;
  const lines: string[] = faults.map((fault) => formatFault(fault, 'story.json'));
  export const show = async (story: Story): Promise<() => void> => {
    const player = createPlayer(story);
    const { unmount } = await mount(document.body, { player, theme: 'dark', language: 'ko' });
    const stop = startWatching(player, () => lines.push(player.scene.latest?.event.id ?? ''));
    player.seekEvent('singapore');
    return () => (stop(), unmount());
  };
`;
const WRONG = "import { mount } from 'parley-map'; export const map = mount(document.body, {});";

let folder = '';
let surface: Surface;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-types-'));
  await writeDeclarations(fileURLToPath(new URL('../../src/index.ts', import.meta.url)), folder);
  surface = readSurface(join(folder, 'index.d.ts'), 'parley-map', [RIGHT, WRONG]);
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

test('The library’s whole surface is what is written down', async () => {
  await expect(surface.lines).toMatchFileSnapshot('surface.golden.txt');
});

test('Its types are whole, and a newsroom’s script is checked by them', () => {
  const [right, wrong] = surface.faultsOfScripts;
  expect(surface.faults).toEqual([]);
  expect(right).toEqual([]);
  expect(wrong?.join()).toMatch(/'player' is missing/);
});
