import { uneval } from 'devalue';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { formatFault } from '../../src/story/fault.ts';
import { readStory } from '../../src/story/load.ts';

/** `import story from 'x.json?story'` gives the Story itself. */
const QUERY = '?story';

/**
 * Reads and checks stories at build time and writes them out as values, so that the reader's browser
 * neither downloads the checks nor spends time on them. A faulty story fails the build with every fault:
 * `korea-thaw.json:14:22 events[3].when: …`.
 */
export function storyPlugin(): Plugin {
  return {
    name: 'parley-story',
    async load(id) {
      if (!id.endsWith(QUERY)) return null;
      const file = id.slice(0, -QUERY.length);
      this.addWatchFile(file);
      const answer = await readStory(await readFile(file));
      if (!answer.ok) {
        const faults = answer.faults.map((fault) => formatFault(fault, basename(file)));
        return this.error(faults.join('\n'));
      }
      return { code: `export default ${uneval(answer.story)};`, map: null, moduleType: 'js' };
    },
  };
}
