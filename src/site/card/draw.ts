import continents from '../../../geo/basemap/continents.json';
import { parseGround } from '../../map/basemap/parse-ground.ts';
import type { Story } from '../../story/story.ts';
import type { DateWords } from '../../time/date-words.ts';
import theme from '../../ui/shell/theme.css?raw';
import { CARD } from '../metadata/publication.ts';
import { layOutCard, type CardLayout } from './card.ts';
import { inlineStyles } from './inline-styles.ts';
import { createRasteriser, FACE, type RasteriserFiles } from './rasteriser.ts';
import { renderCard } from './render-card.ts';

/** A card as PNG, and the texts that it leaves out because the fonts lack some of their letters. */
export interface DrawnCard {
  readonly png: Uint8Array;
  readonly omitted: readonly string[];
}

/** The card of a story, on the live map's basemap and in the page's colours. */
export async function drawCard(
  story: Story,
  words: DateWords,
  files: RasteriserFiles,
): Promise<DrawnCard> {
  const { draw, widthOf, writes } = await createRasteriser(files);
  const card = layOutCard({
    ...{ story, words, widthOf, writes },
    ground: parseGround(continents),
  });
  return { png: draw(formatCard(card)), omitted: card.omitted };
}

/** The page's font, by the name that the rasteriser knows, for text in the map's components. */
const OWN_FACE = `:root { --face: '${FACE.family}' }`;

/** The card as SVG for the rasteriser: Svelte's server render in the page's colours. */
export function formatCard(card: CardLayout): string {
  const { svg, css } = renderCard(card);
  return inlineStyles(svg, [theme, OWN_FACE, css].join('\n'));
}

/** A line for the terminal if texts are left out: which, and what to do. */
export function explainOmitted([first, ...others]: readonly string[]): readonly string[] {
  if (first === undefined) return [];
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  const { file, width, height } = CARD;
  return [
    `${file} leaves out “${first}”${more}: it has no fonts for all of these letters. For a card with every word, make a PNG of ${width} by ${height} pixels and name it with --card.`,
  ];
}
