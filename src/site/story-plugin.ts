import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { readableLanguagesOf, warnOfUnreadable } from './checks/unreadable.ts';
import { checkPositions } from './checks/misplaced.ts';
import { readStoryData } from '../story/load.ts';
import { localizeData } from '../story/localize-data.ts';
import { formatFault } from '../story/parse/faults/fault.ts';
import { formatWarning } from '../story/parse/faults/warning.ts';
import type { StoryData } from '../story/story-data.ts';
import { measureBeside } from './media/measure-beside.ts';
import { serveMedia } from './media/serve-media.ts';

/** `import file from 'x.json?story'` gives a StoryFile. Each of its languages is a module of its own. */
const QUERY = /^(.+\.json)\?story(?:=([\w-]+))?$/;

/** The module that the pages import: the story of this build, wherever its file is. */
const SHOWN = 'parley:story';

const RUNTIME = fileURLToPath(new URL('../story/story-file.ts', import.meta.url));

/** The id of the module that holds a whole story in one language. */
const languageModule = (file: string, language: string): string => `${file}?story=${language}`;

/** The language of a story that a module holds, or null if it is no such module. */
export const languageOfModule = (id: string): string | null => QUERY.exec(id)?.[2] ?? null;

/**
 * Reads and checks stories at build time, so that browsers need not load and run the checks, and load only one language.
 * A story with faults fails the build, with all faults: `korea-thaw.json:14:22 events[3].when: …`. Warnings are shown
 * once for each version of the file, although each language of it is a module. The files of its media are copied beside
 * the pages. `origins`: other sites whose media the pages may load.
 */
export function storyPlugin(shown?: string, origins: readonly string[] = []): Plugin {
  const shownWarnings = new Map<string, string>();
  const served = new Map<string, Uint8Array>();
  return {
    name: 'parley-story',
    configureServer: ({ middlewares }) => serveMedia(middlewares, served),
    resolveId(id) {
      if (id !== SHOWN || !shown) return null;
      if (shown.endsWith('.json')) return `${shown}?story`;
      return this.error(`${shown} is no JSON file. PARLEY_STORY names the path of one.`);
    },
    async load(id) {
      const [, file, language] = QUERY.exec(id) ?? [];
      if (file === undefined) return null;
      this.addWatchFile(file);
      const source = await readFile(file).catch(() => null);
      if (!source) return this.error(`There is no story at ${file}. PARLEY_STORY names its path.`);
      const answer = await readStoryData(source, [checkPositions, warnOfUnreadable]);
      if (!answer.ok) {
        const faults = answer.faults.map((fault) => formatFault(fault, basename(file)));
        return this.error(faults.join('\n'));
      }
      const measured = await measureBeside(file, source, answer.data, origins);
      if (measured.faults.length > 0) {
        const faults = measured.faults.map((fault) => formatFault(fault, basename(file)));
        return this.error(faults.join('\n'));
      }
      const { data, files } = measured;
      for (const { fileName, bytes } of files) served.set(fileName, bytes);
      const { config } = this.environment;
      if (!language && config.command === 'build' && config.consumer === 'client') {
        for (const { fileName, bytes } of files) {
          this.emitFile({ type: 'asset', fileName, source: bytes });
        }
      }
      const warnings = [...answer.warnings, ...measured.warnings]
        .map((one) => formatWarning(one, basename(file)))
        .join('\n');
      if (warnings !== '' && warnings !== shownWarnings.get(file)) this.warn(warnings);
      shownWarnings.set(file, warnings);
      const code = language ? formatData(localizeData(data, language)) : formatFile(file, data);
      return { code, map: null, moduleType: 'js' };
    },
  };
}

/** A browser parses JSON in a string several times faster than the same data as an object literal. */
const formatData = (data: StoryData): string =>
  `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});`;

function formatFile(file: string, data: StoryData): string {
  const files = readableLanguagesOf(data).map(
    (tag) => `${JSON.stringify(tag)}: () => import(${JSON.stringify(languageModule(file, tag))}),`,
  );
  return [
    `import { createStoryFile } from ${JSON.stringify(RUNTIME)};`,
    `export default createStoryFile(${JSON.stringify(data.language)}, {`,
    ...files,
    '});',
  ].join('\n');
}
