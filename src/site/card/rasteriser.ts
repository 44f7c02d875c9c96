import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const read = (name: string) => readFile(resolve(name));

/** The faces that pictures are set in, by the names that their files give themselves, whatever their weight. */
export const HEADLINE = 'font-family="Source Serif 4" font-weight="700"';
export const FACE = 'font-family="Source Sans 3 ExtraLight" font-weight="600"';

/** The writings that both faces come in. Vietnamese is no use here: its words take letters from several files, and resvg puts few of those together. */
const WRITINGS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext'];

const filesOf = (name: string, weight: number): readonly string[] =>
  WRITINGS.map((letters) => `@fontsource/${name}/files/${name}-${letters}-${weight}-normal.woff2`);
const FILES = [filesOf('source-serif-4', 700), filesOf('source-sans-3', 600)].flat();

/** Turns SVG into pictures, the same to the byte on every machine: its own fonts, no system's. */
export interface Rasteriser {
  /** A PNG in the size that the SVG states. */
  readonly draw: (svg: string) => Uint8Array;
  /** Width of a line of text in pixels: `face` is one of the faces above. */
  readonly widthOf: (text: string, face: string, size: number) => number;
  /** Whether every letter of a text is drawn: for one that is in no font there would be an empty box. */
  readonly writes: (text: string, face: string) => boolean;
}

/** A letter for private use, which no font has: what is drawn for it is drawn for each that is missing. */
const MISSING = '\uE000';

let wasm: Promise<void> | undefined;

export async function createRasteriser(): Promise<Rasteriser> {
  wasm ??= read('@resvg/resvg-wasm/index_bg.wasm').then(initWasm);
  const [fontBuffers] = await Promise.all([Promise.all(FILES.map(read)), wasm]);
  const parse = (svg: string) => new Resvg(svg, { font: { fontBuffers } });
  return {
    draw: (svg) => parse(svg).render().asPng(),
    widthOf: (text, face, size) => {
      const line = `<text y="99" ${face} font-size="${size}">${escapeXml(text)}</text>`;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9999" height="200">${line}</svg>`;
      return parse(svg).getBBox()?.width ?? 0;
    },
    writes: (text, face) => {
      const [missing, drawn] = [MISSING, text].map((letters) => {
        const line = `<text y="99" ${face} font-size="100">${escapeXml(letters)}</text>`;
        const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9999" height="200">${line}</svg>`;
        return shapesIn(parse(svg).toString());
      });
      const [box] = missing ?? [];
      return box === undefined || !drawn?.has(box);
    },
  };
}

/** The closed shapes of drawn letters, wherever they stand: each as its way from point to point. */
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

export const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
