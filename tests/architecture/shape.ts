import { fault, isCode, type Source } from './source.ts';

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
  /^src\/(README\.md|(index|embed)\.html|(app|early|embed|index|parley-map|parley-article|prerender|vite-env\.d)\.ts|(time|story|scene|player|map|ui|embed)\/.+)$/;

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

const LONGEST = 250;
const MEDIAN = 80;
const linesIn = ({ text }: Source) => text.trimEnd().split('\n').length;

/** Files too long to be read in one sitting. */
export function tooLong(sources: readonly Source[]): string[] {
  return sources
    .filter((source) => isCode(source) && linesIn(source) > LONGEST)
    .map((source) => fault(source.path, linesIn(source), `is over ${LONGEST} lines long`));
}

/** The house as a whole grown heavy, with its longest files to begin with. */
export function tooHeavy(sources: readonly Source[]): string[] {
  const sorted = sources.filter(isCode).sort((a, b) => linesIn(b) - linesIn(a));
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle || linesIn(middle) <= MEDIAN) return [];
  const rule = `is long; the median of all files is ${linesIn(middle)} lines, over ${MEDIAN}`;
  return sorted.slice(0, 5).map((source) => fault(source.path, linesIn(source), rule));
}
