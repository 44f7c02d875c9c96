import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runnerImport, type InlineConfig } from 'vite';
import { parseGround } from '../../map/basemap/parse-ground.ts';
import type { Story } from '../../story/story.ts';
import type { DateWords } from '../../time/date-words.ts';
import { CARD } from '../metadata/publication.ts';
import { layOutCard, type CardLayout } from './card.ts';
import { inlineStyles } from './inline-styles.ts';
import { createRasteriser, FACE } from './rasteriser.ts';
import type { renderCard } from './render-card.ts';

const at = (path: string): URL => new URL(path, import.meta.url);
const read = (path: string): Promise<string> => readFile(at(path), 'utf8');

export interface DrawOptions {
  /** A newsroom's own picture. If the file exists, it is used instead of the drawn card. */
  readonly own?: URL;
  /** Prints a warning of the build. */
  readonly warn?: (line: string) => void;
}

/** The card of a story as PNG, on the live map's basemap and in the page's colours; or the newsroom's own picture. */
export async function drawCard(
  story: Story,
  words: DateWords,
  { own = at(`../../../public/${CARD.file}`), warn = console.warn }: DrawOptions = {},
): Promise<Uint8Array> {
  const given = await readFile(own).catch(() => null);
  if (given) return given;
  const [ground, { draw, widthOf, writes }] = await Promise.all([
    read('../../../geo/basemap/continents.json'),
    createRasteriser(),
  ]);
  const card = layOutCard({
    ...{ story, words, widthOf, writes },
    ground: parseGround(JSON.parse(ground)),
  });
  if (card.omitted.length > 0) warn(explain(card.omitted));
  return draw(await formatCard(card));
}

/** The page's font, by the name that the rasteriser knows, for text in the map's components. */
const OWN_FACE = `:root { --face: '${FACE.family}' }`;

/** Compiles the card's components with injected styles, so that the server render contains them. */
const COMPILE: InlineConfig = {
  ...{ configFile: false, logLevel: 'warn', mode: 'production' },
  plugins: [
    svelte({
      ...{ configFile: false, emitCss: false },
      compilerOptions: { runes: true, css: 'injected' },
    }),
  ],
};

/** Compiled once. After a change of a component the build must be started again. */
let compiled: Promise<Compiled> | undefined;

interface Compiled {
  readonly renderCard: typeof renderCard;
}

async function compileCard(): Promise<Compiled> {
  const entry = fileURLToPath(at('./render-card.ts'));
  return (await runnerImport<Compiled>(entry, COMPILE)).module;
}

/** The card as SVG for the rasteriser: Svelte's server render in the page's colours. */
export async function formatCard(card: CardLayout): Promise<string> {
  const { svg, css } = (await (compiled ??= compileCard())).renderCard(card);
  const theme = await read('../../ui/shell/theme.css');
  return inlineStyles(svg, [theme, OWN_FACE, css].join('\n'));
}

/** One line for the terminal: what is left out, and what to do. */
function explain([first = '', ...others]: readonly string[]): string {
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  const { file, width, height } = CARD;
  return `${file} leaves out “${first}”${more}: it has no fonts for all of these letters. For a card with every word, put a PNG of your own, ${width} by ${height} pixels, at public/${file}.`;
}
