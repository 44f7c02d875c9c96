import { initWasm, Resvg } from '@resvg/resvg-wasm';

export interface Face {
  readonly family: string;
  readonly weight: number;
}

/** The fonts of the pictures, by the family names in their files. Such a name may contain another weight. */
export const HEADLINE: Face = { family: 'Source Serif 4', weight: 700 };
export const FACE: Face = { family: 'Source Sans 3 ExtraLight', weight: 600 };

/** Character sets of both fonts. Vietnamese is left out: its words need several files at once, and resvg mixes few. */
const CHARACTER_SETS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext'];

const filesOf = (name: string, weight: number): readonly string[] =>
  CHARACTER_SETS.map((set) => `@fontsource/${name}/files/${name}-${set}-${weight}-normal.woff2`);

/** Files of packages that a rasteriser is made of. */
export const RASTERISER_FILES = {
  wasm: '@resvg/resvg-wasm/index_bg.wasm',
  fonts: [filesOf('source-serif-4', 700), filesOf('source-sans-3', 600)].flat(),
} as const;

/** The contents of those files, the fonts in the same order. */
export interface RasteriserFiles {
  readonly wasm: Uint8Array;
  readonly fonts: readonly Uint8Array[];
}

/** Draws SVG as PNG. It uses no system fonts, so the result is the same on every machine, byte for byte. */
export interface Rasteriser {
  /** A PNG in the size that the SVG states. */
  readonly draw: (svg: string) => Uint8Array;
  /** Width of a line of text in pixels. `face` is one of the fonts above. */
  readonly widthOf: (text: string, face: Face, size: number) => number;
  /** Whether the fonts have every letter of a text. A missing letter would be drawn as an empty box. */
  readonly writes: (text: string, face: Face) => boolean;
}

/** A private-use letter that no font has. It is drawn as every missing letter is. */
const MISSING = '\uE000';

/** It can be started only once. */
let started: Promise<void> | undefined;

export async function createRasteriser({ wasm, fonts }: RasteriserFiles): Promise<Rasteriser> {
  await (started ??= initWasm(wasm));
  const fontBuffers = [...fonts];
  const parse = (svg: string) => new Resvg(svg, { font: { fontBuffers } });
  return {
    draw: (svg) => parse(svg).render().asPng(),
    widthOf: (text, face, size) => parse(drawLine(text, face, size)).getBBox()?.width ?? 0,
    writes: (text, face) => {
      const [missing, drawn] = [MISSING, text].map((letters) =>
        shapesIn(parse(drawLine(letters, face, 100)).toString()),
      );
      const [box] = missing ?? [];
      return box === undefined || !drawn?.has(box);
    },
  };
}

/** A line of text, to be measured. */
function drawLine(text: string, { family, weight }: Face, size: number): string {
  const letters = text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="9999" height="200"><text y="99" font-family="${family}" font-weight="${weight}" font-size="${size}">${letters}</text></svg>`;
}

/** The closed shapes of drawn letters, each as its points relative to the first one. */
function shapesIn(svg: string): ReadonlySet<string> {
  const shapes = [...svg.matchAll(/M [^MZ]+/g)].map(([shape]) => {
    const points = [...shape.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [
      +(x ?? 0),
      +(y ?? 0),
    ]);
    const [[left = 0, top = 0] = []] = points;
    return points.map(([x = 0, y = 0]) => `${Math.round(x - left)} ${Math.round(y - top)}`).join();
  });
  return new Set(shapes);
}
