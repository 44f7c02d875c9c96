import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { FACTS_FILE, SHARED_PARTS, type WrittenFacts } from '../template.ts';

/** What `src/map/maplibre/` imports, and what it gets instead. */
const MODULES = [
  { asked: /\/maplibre\.ts$/, id: '\0parley-maplibre' },
  { asked: /^maplibre-gl\/dist\/maplibre-gl-worker\.mjs\?/, id: '\0parley-maplibre-worker' },
] as const;
const [SCRIPT, WORKER] = MODULES;

/** MapLibre's file of a template. Its one export has a name that the bundler chose. */
const EXPORT = /export\{\w+ as (\w+)\};\s*$/;
const SOURCE_MAP = /\n\/\/# sourceMappingURL=\S*\s*$/;

/**
 * Takes MapLibre from the template that `vite build` has made, so that the package has it once: 265 kB less of 2.7 MB. The
 * builder of sites reads it back (`cli/input/read-template.ts`).
 *
 * The worker is a module with a text, which gets an address when it is needed. Not every bundler of a host page copies a file
 * that a script names, and a worker's file must not come from another origin.
 */
export function maplibrePlugin(template: string): Plugin {
  const read = (path: string): string => readFileSync(join(template, path), 'utf8');
  const { maplibre } = JSON.parse(read(FACTS_FILE)) as WrittenFacts;
  const script = read(maplibre.script).replace(SOURCE_MAP, '\n');
  const worker = read(maplibre.worker).replace(SOURCE_MAP, '\n');
  const [, exported] = EXPORT.exec(script) ?? [];
  if (exported === undefined || /\bimport[{"`]/.test(script)) {
    throw new Error(`${maplibre.script} has to have one export and no import.`);
  }
  return {
    name: 'parley-maplibre',
    enforce: 'pre',
    resolveId(source) {
      if (Object.values(SHARED_PARTS).some((part) => source === `./${part}`)) {
        return { id: source, external: true };
      }
      return MODULES.find(({ asked }) => asked.test(source))?.id ?? null;
    },
    load(id) {
      if (id === SCRIPT.id) {
        return `export { ${exported} as maplibre } from './${SHARED_PARTS.script}';`;
      }
      if (id !== WORKER.id) return null;
      return `import text from './${SHARED_PARTS.worker}';
export default URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));`;
    },
    generateBundle() {
      const module = `export default ${JSON.stringify(worker)};\n`;
      const parts = [
        [SHARED_PARTS.script, script],
        [SHARED_PARTS.worker, module],
      ] as const;
      for (const [name, source] of parts) {
        this.emitFile({ type: 'asset', fileName: `parts/${name}`, source });
      }
    },
  };
}
