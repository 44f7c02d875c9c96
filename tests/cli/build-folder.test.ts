import { existsSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { FIXTURE } from '../story/fixture.ts';
import { useFolder } from './folder.ts';
import { outcomeOf } from './outcome.ts';

const PAGE =
  '<!doctype html>\n<html lang="en"><head><title></title></head><body><main id="parley"></main></body></html>';

// As `vite build` makes it, but small.
vi.mock('../../src/cli/input/read-template.ts', () => ({
  readTemplate: () =>
    Promise.resolve({
      version: '1.2.3',
      words: {},
      extras: [],
      files: new Map([
        ['index.html', Buffer.from(PAGE)],
        ['template.csv', Buffer.from('ours')],
        ['template.xlsx', Buffer.from('ours')],
      ]),
      rasteriser: () => Promise.reject(new Error('A card is given.')),
    }),
}));

const folder = useFolder();

/** The first bytes of a PNG, which tell its size. */
function png(width: number, height: number): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452' + '00'.repeat(17), 'hex');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

async function build(card: Uint8Array, out: string, ...options: readonly string[]) {
  const files = [folder.write('story.json', FIXTURE), folder.write('card.png', card)] as const;
  const args = ['build', files[0], '--card', files[1], '--out', folder.at(out), ...options];
  const { status, stderr } = await outcomeOf(...args);
  return { status, stderr: folder.linesOf(stderr) };
}

describe('build', () => {
  it('into the folder of the story overwrites no spreadsheet, and writes none elsewhere', async () => {
    for (const name of ['template.csv', 'template.xlsx']) folder.write(name, 'mine');
    expect(await build(png(1200, 630), '.', '--force')).toEqual({ status: 0, stderr: [] });
    expect([folder.read('template.csv'), folder.read('template.xlsx')]).toEqual(['mine', 'mine']);
    expect(folder.read('story.json')).toBe(FIXTURE);
    await build(png(1200, 630), 'site');
    expect(existsSync(folder.at('site/index.html'))).toBe(true);
    expect(existsSync(folder.at('site/template.csv'))).toBe(false);
  });

  it.each([
    [png(800, 600), 'is a PNG of 800 by 600'],
    [Buffer.from('GIF89a\xb0\x04\x76\x02\0\0\0', 'latin1'), 'is a GIF of 1200 by 630'],
    [Buffer.from('<html></html>'), 'is no picture'],
    [png(1200, 630).subarray(0, 12), 'is no picture'],
  ])('takes a card of the right type and size alone: %#', async (card, message) => {
    expect(await build(card, 'site')).toEqual({
      status: 2,
      stderr: [`error: card.png ${message}. Make it a PNG of 1200 by 630 pixels.`],
    });
    expect(existsSync(folder.at('site'))).toBe(false);
  });
});
