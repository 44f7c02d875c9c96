import type { Plugin } from 'vite';
import { FACTS_FILE, type WrittenFacts } from '../template.ts';

/** The module with the words of a language, `src/ui/words/ko.ts`: its name is the tag. */
const WORDS = /\/ui\/words\/([\w-]+)\.ts$/;

/** The module with what shows media and markup. */
const EXTRAS = '/ui/event/media-and-markup.ts';

/** Writes the facts that the builder of a site must know of the files: `template.json`. */
export const templatePlugin = (version: string): Plugin => ({
  name: 'parley-template',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const words = Object.values(bundle).flatMap((file) => {
        if (file.type !== 'chunk' || !file.isDynamicEntry) return [];
        const [, tag] = WORDS.exec(file.facadeModuleId ?? '') ?? [];
        return tag === undefined ? [] : [[tag, file.fileName] as const];
      });
      const extras = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' && file.facadeModuleId?.endsWith(EXTRAS)
          ? [file.fileName, ...file.imports]
          : [],
      );
      const names = Object.keys(bundle);
      const maplibre = {
        script: names.find((name) => /\/maplibre-(?!map|gl)[^/]*\.js$/.test(name)) ?? '',
        worker: names.find((name) => /\/maplibre-gl-worker-[^/]*\.js$/.test(name)) ?? '',
      };
      const facts: WrittenFacts = { version, words: Object.fromEntries(words), extras, maplibre };
      this.emitFile({ type: 'asset', fileName: FACTS_FILE, source: JSON.stringify(facts) });
    },
  },
});
