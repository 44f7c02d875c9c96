import { uneval } from 'devalue';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { formatFault } from '../story/parse/fault.ts';
import { readStory } from '../story/load.ts';
import { MISSING, SAME, type Texts } from '../story/story-file.ts';
import type { Story } from '../story/story.ts';
import { packStory, type Packing } from './pack.ts';

/** `import file from 'x.json?story'` gives a StoryFile; its parts are modules of their own. */
const QUERY = /^(.+\.json)\?story(?:-(form)|-texts=([\w-]+))?$/;

/** What the pages import: the story that this build is about, wherever its file lies. */
const SHOWN = 'parley:story';

const RUNTIME = fileURLToPath(new URL('../story/story-file.ts', import.meta.url));

/**
 * Reads and checks stories at build time and packs them, so that the reader's browser neither downloads
 * the checks nor spends time on them, and no language that is not shown. A faulty story fails the build with
 * every fault: `korea-thaw.json:14:22 events[3].when: …`.
 */
export function storyPlugin(shown?: string): Plugin {
  return {
    name: 'parley-story',
    resolveId(id) {
      if (id !== SHOWN || !shown) return null;
      if (shown.endsWith('.json')) return `${shown}?story`;
      return this.error(`${shown} is no JSON file. PARLEY_STORY names the path of one.`);
    },
    async load(id) {
      const [, file, form, language] = QUERY.exec(id) ?? [];
      if (file === undefined) return null;
      this.addWatchFile(file);
      const source = await readFile(file).catch(() => null);
      if (!source) return this.error(`There is no story at ${file}. PARLEY_STORY names its path.`);
      const answer = await readStory(source);
      if (!answer.ok) {
        const faults = answer.faults.map((fault) => formatFault(fault, basename(file)));
        return this.error(faults.join('\n'));
      }
      const { story } = answer;
      const packing = packStory(story);
      const code = form
        ? `export default ${uneval(packing.packed)};`
        : language
          ? `export default ${uneval(textsIn(packing, language, story.language))};`
          : formatParts(file, story, packing);
      return { code, map: null, moduleType: 'js' };
    },
  };
}

/** Every language that a text is written in, the story's own first. */
export function tagsOf({ language }: Story, { texts }: Packing): readonly string[] {
  const tags = texts.flatMap(({ text }) => (typeof text === 'string' ? [] : Object.keys(text)));
  return [...new Set([language, ...tags.sort()])];
}

/** What is downloaded for one language. In the story's own, all; in another, what differs from that. */
export function textsIn({ texts }: Packing, language: string, own: string): Texts {
  return texts.map(({ text, fact }) => {
    const tagged = typeof text === 'string' ? { [own]: text } : text;
    if (language === own) return tagged[own] ?? text;
    return fact ? SAME : (tagged[language] ?? MISSING);
  });
}

function formatParts(file: string, story: Story, packing: Packing): string {
  const part = (query: string) => `() => import(${JSON.stringify(`${file}?story-${query}`)})`;
  const texts = tagsOf(story, packing).map(
    (tag) => `${JSON.stringify(tag)}: ${part(`texts=${tag}`)}`,
  );
  return [
    `import { createStoryFile } from ${JSON.stringify(RUNTIME)};`,
    'export default createStoryFile({',
    `  language: ${JSON.stringify(story.language)},`,
    `  count: ${packing.texts.length},`,
    `  form: ${part('form')},`,
    `  texts: { ${texts.join(', ')} },`,
    '});',
  ].join('\n');
}
