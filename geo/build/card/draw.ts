import { readFile } from 'node:fs/promises';
import { parseGround } from '../../../src/map/ground.ts';
import type { Story } from '../../../src/story/story.ts';
import { createCard } from './card.ts';
import { readPalette } from './figures.ts';
import { createRasteriser } from './rasteriser.ts';

const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8');

/** The card of a story as PNG, on the ground of the live map and in the page's own colours. */
export async function drawCard(story: Story, language: string): Promise<Uint8Array> {
  const [ground, theme, { draw, widthOf }] = await Promise.all([
    read('../../basemap/continents.json'),
    read('../../../src/ui/theme.css'),
    createRasteriser(),
  ]);
  const svg = createCard({
    ...{ story, language, widthOf },
    ground: parseGround(JSON.parse(ground)),
    colour: readPalette(theme),
  });
  return draw(svg);
}
