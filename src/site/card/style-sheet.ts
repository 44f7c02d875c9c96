/** A simple selector, as far as a drawing can have what it asks for. */
export type SimpleSelector =
  | { readonly type: 'type' | 'class' | 'id'; readonly name: string }
  | { readonly type: 'attribute'; readonly name: string; readonly value: string | null }
  | {
      readonly type: 'pseudo-class';
      readonly name: string;
      /** What stands in its brackets; null without brackets. */
      readonly args: readonly Selector[] | null;
    }
  | { readonly type: 'pseudo-element'; readonly name: string };

/** Simple selectors without a space between them, and how their element stands to the one before: ` `, `>`, `+` or `~`. */
export interface Compound {
  readonly combinator: string | null;
  readonly selectors: readonly SimpleSelector[];
}

export type Selector = readonly Compound[];

export interface Rule {
  readonly selector: Selector;
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

/**
 * The rules of a style sheet as our own components write it, in order. Rules in `@media` and the like are left out. Throws at a
 * nested rule and at a selector that it cannot read, so that no style is lost unnoticed.
 */
export function readStyleSheet(css: string): readonly Rule[] {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, ' ');
  const rules: Rule[] = [];
  let at = 0;
  for (;;) {
    const [opening, sign] = nextOf(text, at, /[{;]/g);
    if (opening < 0) return rules;
    const prelude = text.slice(at, opening).trim();
    const end = sign === '{' ? closingOf(text, opening) : opening;
    const block = text.slice(opening + 1, end);
    if (sign === '{' && !prelude.startsWith('@')) rules.push(...readRule(prelude, block));
    at = end + 1;
  }
}

/** Position and text of what a pattern finds next outside quotes; -1 if there is none. */
function nextOf(text: string, from: number, pattern: RegExp): readonly [at: number, sign: string] {
  const search = new RegExp(`"[^"]*"|'[^']*'|${pattern.source}`, 'g');
  search.lastIndex = from;
  for (let found = search.exec(text); found; found = search.exec(text)) {
    if (!/^["']/.test(found[0])) return [found.index, found[0]];
  }
  return [-1, ''];
}

/** Where the brace at a position is closed. */
function closingOf(text: string, opening: number): number {
  let depth = 0;
  let [at, sign] = [opening, '{'];
  while (at >= 0) {
    depth += sign === '{' ? 1 : -1;
    if (depth === 0) return at;
    [at, sign] = nextOf(text, at + 1, /[{}]/g);
  }
  return text.length;
}

function readRule(prelude: string, block: string): readonly Rule[] {
  if (nextOf(block, 0, /\{/g)[0] >= 0)
    throw new Error(`A nested rule is not read: ${block.trim()}`);
  const declarations = splitOutside(block, ';').map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const;
  });
  return readSelectors(prelude).map((selector) => ({ selector, declarations }));
}

/** The parts of a text between signs that stand in no brackets and no quotes. Empty parts are left out. */
function splitOutside(text: string, sign: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const [token] of text.matchAll(/"[^"]*"|'[^']*'|[\s\S]/g)) {
    if (/[([]/.test(token) && token.length === 1) depth += 1;
    if (/[)\]]/.test(token) && token.length === 1) depth -= 1;
    if (token === sign && depth === 0) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

export const readSelectors = (list: string): readonly Selector[] =>
  splitOutside(list, ',').map(readSelector);

/** One thing at the beginning of the rest of a selector. The brackets of a pseudo-class may hold brackets. */
const TOKEN =
  /^(?:\s*([>+~])\s*|(\s+)|\.([\w-]+)|\[([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([\w-]+)))?\]|::([\w-]+)|:([\w-]+)(?:\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\))?|#([\w-]+)|([\w-]+|\*))/;

function readSelector(text: string): Selector {
  const compounds: { combinator: string | null; selectors: SimpleSelector[] }[] = [
    { combinator: null, selectors: [] },
  ];
  for (let rest = text; rest !== '';) {
    const found = TOKEN.exec(rest);
    if (!found) throw new Error(`A selector is not read: ${text}`);
    rest = rest.slice(found[0].length);
    const combinator = found[1] ?? (found[2] === undefined ? null : ' ');
    if (combinator === null) compounds.at(-1)?.selectors.push(simpleOf(found));
    else compounds.push({ combinator, selectors: [] });
  }
  return compounds;
}

function simpleOf(found: RegExpExecArray): SimpleSelector {
  const [, , , ofClass, attribute, first, second, third, part, state, args, id, type = ''] = found;
  if (ofClass !== undefined) return { type: 'class', name: ofClass };
  if (attribute !== undefined) {
    return { type: 'attribute', name: attribute, value: first ?? second ?? third ?? null };
  }
  if (part !== undefined) return { type: 'pseudo-element', name: part };
  if (id !== undefined) return { type: 'id', name: id };
  if (state === undefined) return { type: 'type', name: type };
  return {
    type: 'pseudo-class',
    name: state,
    args: args === undefined ? null : readSelectors(args),
  };
}
