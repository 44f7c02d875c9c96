import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The built folder, as a reader's browser or a newsroom's file system meets it. */
export const DIST = at('../../dist/');

export const pages = readdirSync(DIST).filter((name) => name.endsWith('.html'));
export const assets = readdirSync(`${DIST}assets`);
export const textOf = (name: string) => readFileSync(`${DIST}${name}`, 'utf8');

interface Budget {
  readonly name: string;
  readonly path: readonly string[];
}

/** The budgets of `.size-limit.json`, each with the files it counts. */
export const budgets = (
  JSON.parse(readFileSync(at('../../.size-limit.json'), 'utf8')) as Budget[]
).map((budget) => ({ ...budget, files: matching(budget.path) }));

/** Files of the checkout that patterns name, as size-limit finds them. */
export function matching(patterns: readonly string[]): string[] {
  return globSync([...patterns], { cwd: at('../..') });
}

/** Everything an HTML page has fetched or run: scripts, styles, icons, frames, pictures. */
export function referencesIn(html: string): string[] {
  const tags = html.match(/<(script|img|iframe|source|link)\b[^>]*>/g) ?? [];
  return tags
    .filter((tag) => !/\brel="?(canonical|alternate)\b/.test(tag))
    .flatMap((tag) => [...tag.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, to = '']) => to));
}
