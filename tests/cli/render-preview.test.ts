import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderPreview } from '../../src/cli/preview/render-preview.ts';
import { useFolder } from './folder.ts';
import { smallTemplate } from './small-template.ts';

const folder = useFolder();

const template = smallTemplate({
  _headers: readFileSync(new URL('../../public/_headers', import.meta.url)),
});

it('shows a sheet of events alone, with media of sites that are named', async () => {
  const path = folder.write('Two_summits.csv', 'date,title\n2018-04-27,They sign\n');
  const mediaOrigins = ['https://a.example', 'https://b.example'];
  const { files, faults } = await renderPreview(path, { mediaOrigins }, template, async () => {});
  const read = (name: string) => Buffer.from(files?.get(name) ?? []).toString();
  expect(faults).toEqual([]);
  expect(read('index.html')).toContain('Two summits');
  expect(read('_headers')).toMatch(/img-src [^;\n]* https:\/\/a\.example https:\/\/b\.example;/);
});
