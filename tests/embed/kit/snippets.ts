import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('snippets/', import.meta.url);

/** Where the pages that snippets name are published, in these tests. */
export const PUBLISHED = 'https://maps.example/korea/';

/**
 * The lines that have been given out, by the version that gave them out. They stand in articles that nobody
 * will ever touch again: a new form of a line is a new file, and none is ever changed or taken away.
 */
export const SNIPPETS: readonly (readonly [name: string, html: string])[] = readdirSync(FOLDER).map(
  (name) => [name.replace('.html', ''), readFileSync(new URL(name, FOLDER), 'utf8').trim()],
);
