import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderPreview } from '../../src/cli/preview/render-preview.ts';
import { useFolder } from './folder.ts';

const folder = useFolder();

const PAGE =
  '<!doctype html>\n<html lang="en"><head><title></title></head><body><main id="parley"></main></body></html>';

const template = {
  version: '1.2.3',
  words: {},
  extras: [],
  files: new Map<string, Uint8Array>([
    ['index.html', Buffer.from(PAGE)],
    ['_headers', readFileSync(new URL('../../public/_headers', import.meta.url))],
  ]),
  rasteriser: () => Promise.reject(new Error('A preview draws no card.')),
};

it('shows a sheet of events alone, with media of sites that are named', async () => {
  const path = folder.write('Two_summits.csv', 'date,title\n2018-04-27,They sign\n');
  const mediaOrigins = ['https://a.example', 'https://b.example'];
  const { files, faults } = await renderPreview(path, { mediaOrigins }, template, async () => {});
  const read = (name: string) => Buffer.from(files?.get(name) ?? []).toString();
  expect(faults).toEqual([]);
  expect(read('index.html')).toContain('Two summits');
  expect(read('_headers')).toMatch(/img-src [^;\n]* https:\/\/a\.example https:\/\/b\.example;/);
});
