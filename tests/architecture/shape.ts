import { fault, type Source } from './source.ts';

const TOP_LEVEL = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'src',
  'geo',
  'public',
  'tests',
];

/** Built or fetched, never committed. */
const PASSING = ['node_modules', 'dist', 'test-results'];

const HOUSE =
  /^src\/(README\.md|(index|embed)\.html|(app|head|embed|index|parley-map|parley-article|vite-env\.d)\.ts|(time|colour|story|scene|player|map|ui|embed|site|cli)\/.+)$/;

/** Names at the top of the repository that were never agreed on. */
export function strangersAtTop(names: readonly string[]): string[] {
  return names
    .filter((name) => !name.startsWith('.') && !/\.log$/.test(name))
    .filter((name) => ![...TOP_LEVEL, ...PASSING].includes(name))
    .map((name) => `${name} has no place at the top of the repository`);
}

/** Files in `src/` that are neither a page, an entry nor in a room. */
export function strangersInHouse(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !HOUSE.test(path))
    .map(({ path }) => fault(path, 1, 'is neither a page, an entry nor in a room of the house'));
}

/** Files named for nothing in particular. */
export function namelessFiles(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => /(^|[/_.-])(utils?|helpers?|misc|common)([/_.-]|$)/i.test(path))
    .map(({ path }) => fault(path, 1, 'is named for nothing; a file is named by its noun'));
}

/** More files than this beside each other are not taken in at a glance: then they need rooms. */
const MOST_FILES = 16;

/** Folders with too many files beside each other. */
export function crowdedFolders(sources: readonly Source[]): string[] {
  const counts = new Map<string, number>();
  for (const { path } of sources) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > MOST_FILES)
    .map(([folder, count]) => `${folder} has ${count} files beside each other; make rooms in it`);
}
