import type { Question } from './questions.ts';

/** A page of a framework or bundler that newsrooms use. */
export interface Host {
  readonly name: string;
  /** Scripts of package.json: one builds the page, one checks its types. Both end in `:<name>`. */
  readonly scripts: readonly ('build' | 'types')[];
  /** What is copied beside what is built. */
  readonly copied: readonly string[];
  /** In this order. */
  readonly questions: readonly Question[];
}

/** The same page, bundled by one bundler or the other, or by none. */
const plain = (name: string): Host => ({
  name,
  scripts: ['build'],
  copied: ['plain/index.html'],
  questions: ['map', 'slider', 'player', 'live', 'unmount'],
});

/** In the order of the table in README.md. */
export const HOSTS: readonly Host[] = [
  {
    name: 'react',
    scripts: ['types', 'build'],
    copied: [],
    questions: ['map', 'slider', 'element', 'live', 'unmount'],
  },
  {
    name: 'vue',
    scripts: ['types', 'build'],
    copied: [],
    questions: ['map', 'slider', 'player', 'element', 'live', 'unmount'],
  },
  {
    name: 'next',
    // The build checks the types too.
    scripts: ['build'],
    copied: [],
    questions: ['map', 'slider', 'element', 'live', 'unmount'],
  },
  plain('esbuild'),
  plain('rollup'),
  plain('webpack'),
  {
    ...plain('import-map'),
    scripts: [],
    copied: ['import-map/index.html', 'plain/main.js', 'node_modules/parley-map'],
  },
  {
    name: 'reveal',
    scripts: ['build'],
    copied: [],
    questions: ['keys', 'map', 'slider', 'live'],
  },
  { name: 'mdx', scripts: ['build'], copied: [], questions: ['frame', 'element'] },
];
