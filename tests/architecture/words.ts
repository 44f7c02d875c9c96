import { fault, isCode, lineAt, withoutComments, type Source } from './source.ts';

/** A word that belongs in some files only. Comments may say it anywhere. */
interface WordRule {
  readonly pattern: RegExp;
  readonly home: RegExp;
  readonly rule: string;
}

export const RUNES: WordRule = {
  pattern: /\$(?:state|derived|effect|props|bindable|inspect|host)\b\s*[.(<]/g,
  home: /\.svelte(\.ts)?$/,
  rule: 'has a rune; runes live only in *.svelte and *.svelte.ts',
};

export const FRAMES: WordRule = {
  pattern: /\brequestAnimationFrame\b/g,
  home: /^src\/player\/clock\.ts$/,
  rule: 'says requestAnimationFrame; only src/player/clock.ts does',
};

export const RAW_HTML: WordRule = {
  pattern: /\{@html\b|\b(?:innerHTML|outerHTML|insertAdjacentHTML)\b/g,
  // Its string is made by the server render of EventItems.svelte, where text is text.
  home: /^src\/ui\/list\/EventList\.svelte$/,
  rule: 'puts a string into the page as HTML; text is text',
};

/** Every place outside its home where a word is said. */
export function misplaced(sources: readonly Source[], { pattern, home, rule }: WordRule): string[] {
  return sources
    .filter((source) => isCode(source) && !home.test(source.path))
    .flatMap((source) => linesOf(source, pattern).map((line) => fault(source.path, line, rule)));
}

const EFFECTS = 3;

/** All effects, if there are more than the house allows itself. */
export function tooManyEffects(sources: readonly Source[]): string[] {
  const all = sources
    .filter(isCode)
    .flatMap((source) =>
      linesOf(source, /\$effect\b(?!\.tracking)/g).map((line) =>
        fault(source.path, line, `is one of more than ${EFFECTS} effects in the house`),
      ),
    );
  return all.length > EFFECTS ? all : [];
}

function linesOf({ text }: Source, pattern: RegExp): number[] {
  const code = withoutComments(text);
  return [...code.matchAll(pattern)].map(({ index }) => lineAt(code, index));
}
