import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { buildScript } from '../../src/site/vite/script-plugin.ts';
import { FILE } from '../fixtures/two-meetings.ts';

/** Globals of places without a browser's document. Some servers and test runners imitate a part of it. */
const PLACES: Readonly<Record<string, object>> = {
  'a server': {},
  'a server with a window': { window: {}, self: {} },
  'a server with an empty document': { document: {} },
  'a document without elements of its own': { document: { createElement: () => ({}) } },
  'a worker': { self: {}, location: { origin: 'https://news.example' } },
};

for (const script of ['parley-map', 'parley-article']) {
  test(`The script ${script}.js does nothing where there is no browser`, async () => {
    const entry = new URL(`../../src/${script}.ts`, import.meta.url);
    const source = await buildScript(fileURLToPath(entry), '');
    for (const [place, globals] of Object.entries(PLACES)) {
      const context = createContext({ ...globals });
      expect(() => void runInContext(source, context), place).not.toThrow();
      expect(Object.keys(context), place).toEqual(Object.keys(globals));
    }
  });
}

test('On a server the library reads a story and seeks in it', async () => {
  const { createPlayer, parseStoryValue } = await import('../../src/index.ts');
  const read = parseStoryValue(FILE);
  if (!read.ok) throw new Error('The story has faults.');
  const player = createPlayer(read.story);
  player.seek(9);
  expect(player.currentTime).toBe(9);
});
