import { parse, parseCss, type AST } from 'svelte/compiler';

type Selector = readonly AST.CSS.RelativeSelector[];

/** One selector of a rule, with all that the rule declares. */
interface Rule {
  readonly selector: Selector;
  readonly specificity: number;
  readonly declarations: readonly AST.CSS.Declaration[];
}

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: Element | null;
  /** The custom properties that it has or inherits. */
  readonly custom: ReadonlyMap<string, string>;
}

/** The properties that the rasteriser draws by. Others, such as `cursor`, are left out. */
const DRAWN = /^(color$|fill|stroke|opacity|paint-order|font|text-anchor|letter-spacing)/;

/**
 * Writes what style sheets say into the `style` attributes of an SVG's elements, for a rasteriser that knows no
 * custom properties and few selectors. It follows the cascade: specificity, order, inherited custom properties. Of
 * `light-dark()` it takes the light value. Rules within `@media` are for other media and are not read.
 */
export function inlineStyles(svg: string, css: string): string {
  // Svelte's own parser reads both. To it a brace in a text would begin an expression.
  const source = svg.replaceAll('{', '&#123;');
  const rules = readRules(css);
  const styles: { readonly at: number; readonly style: string }[] = [];

  const visit = ({ nodes }: AST.Fragment, parent: Element | null): void => {
    for (const node of nodes) {
      if (node.type !== 'RegularElement') continue;
      const { name, start, fragment } = node;
      const bare = { name, parent, attributes: readAttributes(node), custom: new Map() };
      const { custom, style } = styleOf(bare, rules);
      if (style !== '') styles.push({ at: start + 1 + name.length, style });
      visit(fragment, { ...bare, custom });
    }
  };
  visit(parse(source, { modern: true }).fragment, null);

  return styles.reduceRight(
    (text, { at, style }) => `${text.slice(0, at)} style="${style}"${text.slice(at)}`,
    source,
  );
}

function readRules(css: string): readonly Rule[] {
  const rules = parseCss(css)
    .children.filter((node) => node.type === 'Rule')
    .flatMap(({ prelude, block }) => {
      const declarations = block.children.map((node) => {
        if (node.type === 'Declaration') return node;
        throw new Error(`A nested rule is not read: ${css.slice(node.start, node.end)}`);
      });
      return prelude.children.map(({ children: selector }) => ({
        ...{ selector, declarations },
        specificity: specificityOf(selector),
      }));
    });
  return rules.sort((a, b) => a.specificity - b.specificity);
}

function readAttributes({ attributes }: AST.RegularElement): Element['attributes'] {
  return new Map(
    attributes
      .filter((attribute) => attribute.type === 'Attribute')
      .map(({ name, value }) => {
        const parts = Array.isArray(value) ? value : [];
        return [name, parts.map((part) => (part.type === 'Text' ? part.data : '')).join('')];
      }),
  );
}

function styleOf(element: Element, rules: readonly Rule[]) {
  const declared = new Map(
    rules
      .filter(({ selector }) => matches(element, selector))
      .flatMap(({ declarations }) => declarations)
      .map(({ property, value }) => [property, value]),
  );
  const entries = [...declared];
  const own = entries.filter(([property]) => property.startsWith('--'));
  const raw = new Map([...(element.parent?.custom ?? []), ...own]);
  const custom = new Map([...raw].map(([name, value]) => [name, resolve(value, raw)]));
  const style = entries
    .filter(([property]) => DRAWN.test(property))
    .map(([property, value]) => `${property}:${resolve(value, custom)}`)
    .join(';');
  return { custom, style: style.replaceAll('"', "'") };
}

/** A value without `var()` and `light-dark()`, the innermost first. */
function resolve(value: string, custom: ReadonlyMap<string, string>): string {
  const next = value
    .replace(/light-dark\(([^(),]+),[^()]*\)/g, '$1')
    .replace(/var\((--[\w-]+)(?:,\s*([^()]*))?\)/g, (_, name: string, otherwise?: string) => {
      const found = custom.get(name) ?? otherwise;
      if (found === undefined) throw new Error(`No style sheet of the card sets ${name}`);
      return found;
    });
  return next === value ? value : resolve(next, custom);
}

/** Whether an element is what the last part of a selector says, and stands where the parts before it say. */
function matches(element: Element | null, selector: Selector): element is Element {
  const last = selector.at(-1);
  if (!element || !last?.selectors.every((simple) => isSo(element, simple))) return false;
  const before = selector.slice(0, -1);
  switch (last.combinator?.name) {
    case undefined:
      return true;
    case '>':
      return matches(element.parent, before);
    case ' ':
      return isWithin(element.parent, before);
    default:
      return false;
  }
}

const isWithin = (element: Element | null, selector: Selector): boolean =>
  element !== null && (matches(element, selector) || isWithin(element.parent, selector));

function isSo(element: Element, simple: AST.CSS.SimpleSelector): boolean {
  const { name, attributes, parent } = element;
  switch (simple.type) {
    case 'TypeSelector':
      return simple.name === '*' || simple.name === name;
    case 'ClassSelector':
      return attributes.get('class')?.split(/\s+/).includes(simple.name) ?? false;
    case 'AttributeSelector': {
      const value = attributes.get(simple.name);
      return simple.value === null ? value !== undefined : value === simple.value;
    }
    case 'PseudoClassSelector': {
      const among = simple.args?.children.some(({ children }) => matches(element, children));
      if (simple.name === 'is' || simple.name === 'where') return among ?? false;
      return simple.name === 'not' ? !among : simple.name === 'root' && parent === null;
    }
    // A picture has no states, pseudo-elements or parts of a page.
    default:
      return false;
  }
}

/** Classes count a thousand times as much as types. No selector has an id. */
function specificityOf(selector: Selector): number {
  const sizeOf = (simple: AST.CSS.SimpleSelector): number => {
    if (simple.type === 'TypeSelector') return simple.name === '*' ? 0 : 1;
    if (simple.type !== 'PseudoClassSelector' || !simple.args) return 1000;
    const inner = simple.args.children.map(({ children }) => specificityOf(children));
    return simple.name === 'where' ? 0 : Math.max(...inner);
  };
  return selector
    .flatMap(({ selectors }) => selectors)
    .reduce((sum, each) => sum + sizeOf(each), 0);
}
