import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const read = (name: string) => readFile(resolve(name));

/** The faces that pictures are set in, by the names that their files give themselves, whatever their weight. */
export const HEADLINE = 'font-family="Source Serif 4" font-weight="700"';
export const FACE = 'font-family="Source Sans 3 ExtraLight" font-weight="600"';

const filesOf = (name: string, weight: number): readonly string[] =>
  ['latin', 'latin-ext'].map(
    (letters) => `@fontsource/${name}/files/${name}-${letters}-${weight}-normal.woff2`,
  );
const FILES = [filesOf('source-serif-4', 700), filesOf('source-sans-3', 600)].flat();

/** Turns SVG into pictures, the same to the byte on every machine: its own fonts, no system's. */
export interface Rasteriser {
  /** A PNG in the size that the SVG states. */
  readonly draw: (svg: string) => Uint8Array;
  /** Width of a line of text in pixels: `face` is one of the faces above. */
  readonly widthOf: (text: string, face: string, size: number) => number;
}

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
  };
}

export const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
