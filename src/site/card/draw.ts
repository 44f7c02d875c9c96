import { readFile } from 'node:fs/promises';
import { parseGround } from '../../map/basemap/parse-ground.ts';
import type { Story } from '../../story/story.ts';
import type { DateWords } from '../../time/date-words.ts';
import { CARD } from '../metadata/publication.ts';
import { createCard } from './card.ts';
import { readPalette } from './figures.ts';
import { createRasteriser } from './rasteriser.ts';

const at = (path: string): URL => new URL(path, import.meta.url);
const read = (path: string): Promise<string> => readFile(at(path), 'utf8');

export interface DrawOptions {
  /** A newsroom's own picture. The drawn one is written over what `public/` holds, so it must give way here. */
  readonly own?: URL;
  /** Where a line goes that whoever builds should read. */
  readonly warn?: (line: string) => void;
}

/** The card of a story as PNG, on the ground of the live map and in the page's own colours; or the newsroom's own. */
export async function drawCard(
  story: Story,
  words: DateWords,
  { own = at(`../../../public/${CARD.file}`), warn = console.warn }: DrawOptions = {},
): Promise<Uint8Array> {
  const given = await readFile(own).catch(() => null);
  if (given) return given;
  const [ground, theme, { draw, widthOf, writes }] = await Promise.all([
    read('../../../geo/basemap/continents.json'),
    read('../../ui/shell/theme.css'),
    createRasteriser(),
  ]);
  const { svg, unwritten } = createCard({
    ...{ story, words, widthOf, writes },
    ground: parseGround(JSON.parse(ground)),
    colour: readPalette(theme),
  });
  if (unwritten.length > 0) warn(explain(unwritten));
  return draw(svg);
}

/** One line for the terminal: what is wanting, and what to do. */
function explain([first = '', ...others]: readonly string[]): string {
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  const { file, width, height } = CARD;
  return `${file} leaves out “${first}”${more}: it has no fonts for all of these letters. For a card with every word, put a PNG of your own, ${width} by ${height} pixels, at public/${file}.`;
}
