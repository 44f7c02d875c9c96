import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const read = (name: string) => readFile(resolve(name));

export interface Face {
  readonly family: string;
  readonly weight: number;
}

/** The faces that pictures are set in, by the names that their files give themselves, whatever their weight. */
export const HEADLINE: Face = { family: 'Source Serif 4', weight: 700 };
export const FACE: Face = { family: 'Source Sans 3 ExtraLight', weight: 600 };

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
  readonly widthOf: (text: string, face: Face, size: number) => number;
  /** Whether every letter of a text is drawn: for one that is in no font there would be an empty box. */
  readonly writes: (text: string, face: Face) => boolean;
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
