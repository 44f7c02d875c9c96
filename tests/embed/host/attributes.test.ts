import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ATTRIBUTES } from '../../../src/embed/host/attributes.ts';

test('README’s table lists every attribute of the element, and no other', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const [, table = ''] = /### The element\n([^]*?)\n- \*\*Read only/.exec(readme) ?? [];
  const firstCells = [...table.matchAll(/^\| (`.*?) +\|/gm)].map(([, cell]) => cell).join();
  const listed = [...firstCells.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
  expect(listed.sort()).toEqual([...ATTRIBUTES].sort());
});
