import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of the house: its path from the top of the repository, with `/` on every system. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

const TOP = fileURLToPath(new URL('../..', import.meta.url));

/** Every file under a folder, `src/` unless another is named. */
export function readSources(folder = 'src'): Source[] {
  return readdirSync(`${TOP}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((path) => ({
      path: path.slice(TOP.length).replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    }));
}

/** What lies at the top of the repository. */
export const readTop = () => readdirSync(TOP);

export const isCode = ({ path }: Source) => /\.(ts|svelte)$/.test(path);

/** The line, counted from 1, on which a position of a text lies. */
export const lineAt = (text: string, position: number) =>
  text.slice(0, position).split('\n').length;

const STRING_OR_COMMENT =
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g;

/** The same text with its comments blanked, line for line: rules speak of code, not of prose. */
export function withoutComments(text: string): string {
  return text.replace(STRING_OR_COMMENT, (match) =>
    /^(\/\/|\/\*|<!--)/.test(match) ? blank(match) : match,
  );
}

/** Spaces in place of everything but line ends, so that positions and lines stay true. */
export const blank = (text: string) => text.replace(/[^\n]/g, ' ');

/** How a fault reads in a failing test. */
export const fault = (path: string, line: number, rule: string) => `${path}:${line} ${rule}`;
