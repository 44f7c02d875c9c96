import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ATTRIBUTES } from '../../../src/embed/host/attributes.ts';

test('the table in the README of `src/embed` lists every attribute of the element, and no other', () => {
  const readme = readFileSync(new URL('../../../src/embed/README.md', import.meta.url), 'utf8');
  const [, table = ''] = /\n## The element\n([^]*?)\n- \*\*Read only/.exec(readme) ?? [];
  const firstCells = [...table.matchAll(/^\| (`.*?) +\|/gm)].map(([, cell]) => cell).join();
  const listed = [...firstCells.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
  expect(listed.sort()).toEqual([...ATTRIBUTES].sort());
});
