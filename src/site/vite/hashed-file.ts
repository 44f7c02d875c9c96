import type { Plugin } from 'vite';
import { hashedName } from '../hashed-name.ts';

/** A file that a plugin adds to the build, with a hash of its content in its name. It is made once for each build. */
export interface HashedFile {
  /** Writes the file. A plugin spreads these into its own hooks. */
  readonly hooks: Pick<Plugin, 'buildStart' | 'generateBundle'>;
  readonly fileName: () => Promise<string>;
}

export function createHashedFile(
  name: string,
  ending: string,
  make: () => Promise<string>,
): HashedFile {
  let built: Promise<{ readonly fileName: string; readonly source: string }> | null = null;
  const build = async () => {
    const source = await make();
    return { fileName: hashedName(name, ending, source), source };
  };
  return {
    hooks: {
      buildStart() {
        built = null;
      },
      async generateBundle() {
        if (this.environment.config.consumer !== 'client') return;
        this.emitFile({ type: 'asset', ...(await (built ??= build())) });
      },
    },
    fileName: async () => (await (built ??= build())).fileName,
  };
}
