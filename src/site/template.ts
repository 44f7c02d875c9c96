import type { RasteriserFiles } from './card/rasteriser.ts';

/** Files by their path in a folder. Its parts are separated by `/`. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What every site is made of, whatever its story. `vite build` makes it, `buildSite` fills it with a story. */
export interface Template extends TemplateFacts {
  /** Scripts, styles, the two pages without a story, and whatever else a site has. */
  readonly files: Files;
  /** What the card is drawn with. It is asked for only if a card is drawn. */
  readonly rasteriser: () => Promise<RasteriserFiles>;
}

/** What the builder must know of the template's files. */
export interface TemplateFacts {
  /** The version of Parley, for a second name of each script for host pages. */
  readonly version: string;
  /** The script with the words of each language of the interface, by its BCP 47 tag. */
  readonly words: Readonly<Record<string, string>>;
  /** The script that shows media and markup, and those that it imports. */
  readonly extras: readonly string[];
}

/** What is in `template.json`. */
export interface WrittenFacts extends TemplateFacts {
  /** MapLibre and its worker. The package has them in the library only (`library/maplibre-plugin.ts`). */
  readonly maplibre: { readonly script: string; readonly worker: string };
}

/** The file in which `vite build` writes the facts. It belongs to no site. */
export const FACTS_FILE = 'template.json';

/** MapLibre and the text of its worker in the library's `parts/`, from which the builder takes them in the package. */
export const SHARED_PARTS = { script: 'maplibre.js', worker: 'maplibre-worker.js' } as const;

/** The text in scripts for host pages that the origin of the published site replaces. */
export const ORIGIN_PLACE = 'PARLEY_ORIGIN';

/** The two pages of a site, and the part of each that the story replaces. */
export const PAGES = [
  { file: 'index.html', layout: 'page' },
  { file: 'embed.html', layout: 'frame' },
] as const;
