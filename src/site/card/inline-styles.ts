import { parse, parseCss, type AST } from 'svelte/compiler';

type Selector = readonly AST.CSS.RelativeSelector[];
type Properties = ReadonlyMap<string, string>;

interface Rule {
  readonly selector: Selector;
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

interface Element {
  readonly name: string;
  readonly attributes: Properties;
  readonly parent: Element | null;
}

/**
 * Moves the rules of style sheets into the `style` attributes of an SVG's elements, for a rasteriser that knows no custom
 * properties and few selectors. It follows the cascade: specificity, order, inherited custom properties. `light-dark()`
 * gives its light value. Rules in `@media` are ignored.
 */
export function inlineStyles(svg: string, css: string): string {
  // Svelte's parser reads SVG and CSS. A brace in a text would begin an expression, so it is escaped.
  const source = svg.replaceAll('{', '&#123;');
  const rules = readRules(css);
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];

  const visit = ({ nodes }: AST.Fragment, parent: Element | null, inherited: Properties): void => {
    for (const node of nodes) {
      if (node.type !== 'RegularElement') continue;
      const element = { name: node.name, attributes: attributesOf(node), parent };
      const declared = rules
        .filter(({ selector }) => matches(element, selector))
        .flatMap(({ declarations }) => declarations);
      // What an element says of itself goes before every rule.
      const own = declarationsIn(element.attributes.get('style') ?? '');
      const all = new Map([...inherited, ...declared, ...own]);
      const resolved = [...all].map(([name, value]) => [name, resolve(value, all)] as const);
      const custom = resolved.filter(([name]) => name.startsWith('--'));
      const style = resolved.filter((entry) => !custom.includes(entry)).map(formatDeclaration);
      const at = node.start + 1 + node.name.length;
      if (style.length > 0) edits.push({ start: at, end: at, text: ` style="${style.join(';')}"` });
      for (const { start, end } of node.attributes.filter(isStyle)) {
        edits.push({ start, end, text: '' });
      }
      visit(node.fragment, element, new Map(custom));
    }
  };
  visit(parse(source, { modern: true }).fragment, null, new Map());

  return edits.reduceRight(
    (text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end),
    source,
  );
}

const isStyle = (attribute: AST.RegularElement['attributes'][number]): boolean =>
  attribute.type === 'Attribute' && attribute.name === 'style';

/** The declarations of a `style` attribute. */
const declarationsIn = (style: string): readonly (readonly [property: string, value: string])[] =>
  style
    .split(';')
    .map((one) => one.split(':'))
    .flatMap(([property = '', ...value]) =>
      property.trim() === '' ? [] : [[property.trim(), value.join(':').trim()] as const],
    );

const formatDeclaration = ([property, value]: readonly [string, string]): string =>
  `${property}:${value.replaceAll('"', "'")}`;

/** The rules in order of specificity. Later rules win. */
function readRules(css: string): readonly Rule[] {
  const rules = parseCss(css).children.filter((node) => node.type === 'Rule');
  return rules
    .flatMap(({ prelude, block }) => {
      const declarations = block.children.map((node) => {
        if (node.type === 'Declaration') return [node.property, node.value] as const;
        throw new Error(`A nested rule is not read: ${css.slice(node.start, node.end)}`);
      });
      return prelude.children.map(({ children: selector }) => ({ selector, declarations }));
    })
    .sort((a, b) => specificityOf(a.selector) - specificityOf(b.selector));
}

const attributesOf = ({ attributes }: AST.RegularElement): Properties =>
  new Map(
    attributes.flatMap((attribute) => {
      if (attribute.type !== 'Attribute' || !Array.isArray(attribute.value)) return [];
      const [part] = attribute.value;
      return part?.type === 'Text' ? [[attribute.name, part.data] as const] : [];
    }),
  );

/** Resolves `var()` and `light-dark()` in a value, the innermost first. */
function resolve(value: string, properties: Properties): string {
  const next = value
    .replace(/light-dark\(([^(),]+),[^()]*\)/g, '$1')
    .replace(/var\((--[\w-]+)(?:,\s*([^()]*))?\)/g, (_, name: string, fallback?: string) => {
      const found = properties.get(name) ?? fallback;
      if (found === undefined) throw new Error(`No style sheet of the card sets ${name}`);
      return found;
    });
  return next === value ? value : resolve(next, properties);
}

/** Whether an element matches the last part of a selector, and its ancestors match the parts before. */
function matches(element: Element | null, selector: Selector): boolean {
  const last = selector.at(-1);
  if (!element || !last?.selectors.every((simple) => isSo(element, simple))) return false;
  const before = selector.slice(0, -1);
  if (!last.combinator) return true;
  const { name } = last.combinator;
  return name === '>' ? matches(element.parent, before) : name === ' ' && isWithin(element, before);
}

const isWithin = ({ parent }: Element, selector: Selector): boolean =>
  parent !== null && (matches(parent, selector) || isWithin(parent, selector));

function isSo(element: Element, simple: AST.CSS.SimpleSelector): boolean {
  const { name, attributes, parent } = element;
  switch (simple.type) {
    case 'TypeSelector':
      return simple.name === '*' || simple.name === name;
    case 'ClassSelector':
      return attributes.get('class')?.split(/\s+/).includes(simple.name) ?? false;
    case 'AttributeSelector':
      return (
        attributes.has(simple.name) && [null, attributes.get(simple.name)].includes(simple.value)
      );
    case 'PseudoClassSelector': {
      if (simple.name === 'root') return parent === null;
      const found = simple.args?.children.some(({ children }) => matches(element, children));
      return found === (simple.name !== 'not') && ['is', 'where', 'not'].includes(simple.name);
    }
    // Other selectors, such as pseudo-elements, never match in a picture.
    default:
      return false;
  }
}

/** Specificity: 1 for a type, 1,000 for a class or an attribute. No selector has an id. */
function specificityOf(selector: Selector): number {
  const weightOf = (simple: AST.CSS.SimpleSelector): number => {
    if (simple.type === 'TypeSelector') return simple.name === '*' ? 0 : 1;
    if (simple.type !== 'PseudoClassSelector' || !simple.args) return 1000;
    const inner = simple.args.children.map(({ children }) => specificityOf(children));
    return simple.name === 'where' ? 0 : Math.max(...inner);
  };
  const weights = selector.flatMap(({ selectors }) => selectors.map(weightOf));
  return weights.reduce((sum, weight) => sum + weight, 0);
}
