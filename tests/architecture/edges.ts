import { parse, type AST } from 'svelte/compiler';
import { fault, lineAt, type Source } from './source.ts';

/** What Svelte makes no node of. */
const UNSEEN =
  /^(Comment|SnippetBlock|ConstTag|DebugTag|DeclarationTag|SvelteHead|SvelteWindow|SvelteDocument|SvelteBody|SvelteOptions)$/;

/** Whose contents stay in an element of their own. */
const ELEMENT = /^(RegularElement|SvelteElement|SvelteHead|TitleElement)$/;

const isFragment = (value: unknown): value is AST.Fragment =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Fragment';

/** Every component, block and snippet of a template, as the list of what it has at its root. */
function blocksIn(node: object): AST.Fragment[] {
  const isElement = 'type' in node && ELEMENT.test(String(node.type));
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null || key === 'metadata') return [];
    return [...(isFragment(value) && !isElement ? [value] : []), ...blocksIn(value)];
  });
}

const isBlank = (node: AST.Fragment['nodes'][number]): boolean =>
  UNSEEN.test(node.type) || (node.type === 'Text' && node.data.trim() === '');

/**
 * Components, blocks and snippets that begin or end with a bare text. Svelte takes a block out of the page from its
 * first node to its last, and a translator may have replaced a text.
 */
export function bareEdges(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => path.endsWith('.svelte'))
    .flatMap(({ path, text }) => {
      const { fragment } = parse(text, { modern: true });
      const edges = blocksIn({ fragment })
        .map(({ nodes }) => nodes.filter((node) => !isBlank(node)))
        .flatMap((nodes) => [nodes.at(0), nodes.at(-1)])
        .filter((node) => node?.type === 'Text' || node?.type === 'ExpressionTag')
        .map((node) => lineAt(text, text.slice(node?.start).search(/\S/) + (node?.start ?? 0)));
      const rule = 'has a text at the edge of a block; it needs an element round it';
      return [...new Set(edges)].map((line) => fault(path, line, rule));
    });
}
