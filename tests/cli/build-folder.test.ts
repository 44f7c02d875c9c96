import { existsSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { buildFolder } from '../../src/cli/build/build-folder.ts';
import { UsageError } from '../../src/cli/input/usage-error.ts';
import { FIXTURE } from '../story/fixture.ts';
import { useFolder } from './folder.ts';
import { smallTemplate } from './small-template.ts';

const template = smallTemplate({
  'template.csv': Buffer.from('ours'),
  'template.xlsx': Buffer.from('ours'),
});

const folder = useFolder();

/** The first bytes of a PNG, which tell its size. */
function png(width: number, height: number): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452' + '00'.repeat(17), 'hex');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

/** Builds the story with a card. Gives what is wrong, or nothing. */
async function build(card: Uint8Array, out: string, force = false): Promise<readonly string[]> {
  const [story, cardFile] = [folder.write('story.json', FIXTURE), folder.write('card.png', card)];
  const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
  const told: string[] = [];
  for (const spy of spies) spy.mockImplementation((line: string) => void told.push(line));
  try {
    const options = { out: folder.at(out), card: cardFile, force };
    await buildFolder(story, options, () => Promise.resolve(template));
    return told.filter((line) => !line.endsWith(' files'));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return folder.linesOf(error.message);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('build', () => {
  it('into the folder of the story overwrites no spreadsheet, and writes none elsewhere', async () => {
    for (const name of ['template.csv', 'template.xlsx']) folder.write(name, 'mine');
    expect(await build(png(1200, 630), '.', true)).toEqual([]);
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
    expect(await build(card, 'site')).toEqual([
      `card.png ${message}. Make it a PNG of 1200 by 630 pixels.`,
    ]);
    expect(existsSync(folder.at('site'))).toBe(false);
  });
});
