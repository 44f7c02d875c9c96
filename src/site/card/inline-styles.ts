import { readStyleSheet, type Rule, type Selector, type SimpleSelector } from './style-sheet.ts';

type Properties = ReadonlyMap<string, string>;

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
  const rules = inOrder(readStyleSheet(css));
  /** The elements that are open, the outermost first, each with the custom properties that it passes on. */
  const open: { readonly element: Element; readonly custom: Properties }[] = [];
  return svg.replace(TAG, (tag, closed?: string, name?: string, attributes = '', end = '') => {
    if (closed !== undefined) open.pop();
    if (name === undefined) return tag;
    const parent = open.at(-1);
    const element = { name, attributes: attributesOf(attributes), parent: parent?.element ?? null };
    const declared = rules
      .filter(({ selector }) => matches(element, selector))
      .flatMap(({ declarations }) => declarations);
    // What an element says of itself goes before every rule.
    const own = declarationsIn(element.attributes.get('style') ?? '');
    const all = new Map([...(parent?.custom ?? []), ...declared, ...own]);
    const resolved = [...all].map(([key, value]) => [key, resolve(value, all)] as const);
    const custom = new Map(resolved.filter(([key]) => key.startsWith('--')));
    const style = resolved.filter(([key]) => !custom.has(key)).map(formatDeclaration);
    if (end === '') open.push({ element, custom });
    const rest = tag.slice(1 + name.length).replace(STYLE, '');
    return style.length === 0 ? `<${name}${rest}` : `<${name} style="${style.join(';')}"${rest}`;
  });
}

/** A comment, the end of an element, or its beginning, as Svelte writes them. */
const TAG = /<!--[\s\S]*?-->|<\/([\w:-]+)\s*>|<([\w:-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/g;

const STYLE = /\sstyle="[^"]*"/;

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

/** Rules in order of specificity. Later rules win. */
const inOrder = (rules: readonly Rule[]): readonly Rule[] =>
  [...rules].sort((a, b) => specificityOf(a.selector) - specificityOf(b.selector));

const attributesOf = (text: string): Properties =>
  new Map(
    [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
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
  if (last.combinator === '>') return matches(element.parent, before);
  return last.combinator === ' ' && isWithin(element, before);
}

const isWithin = ({ parent }: Element, selector: Selector): boolean =>
  parent !== null && (matches(parent, selector) || isWithin(parent, selector));

function isSo(element: Element, simple: SimpleSelector): boolean {
  const { name, attributes, parent } = element;
  switch (simple.type) {
    case 'type':
      return simple.name === '*' || simple.name === name;
    case 'class':
      return attributes.get('class')?.split(/\s+/).includes(simple.name) ?? false;
    case 'id':
      return attributes.get('id') === simple.name;
    case 'attribute':
      return (
        attributes.has(simple.name) && [null, attributes.get(simple.name)].includes(simple.value)
      );
    case 'pseudo-class': {
      if (simple.name === 'root') return parent === null;
      const found = simple.args?.some((selector) => matches(element, selector));
      return found === (simple.name !== 'not') && ['is', 'where', 'not'].includes(simple.name);
    }
    case 'pseudo-element':
      return false;
  }
}

/** Specificity: 1 for a type, 1,000 for a class or an attribute, 1,000,000 for an id. */
function specificityOf(selector: Selector): number {
  const weightOf = (simple: SimpleSelector): number => {
    if (simple.type === 'type') return simple.name === '*' ? 0 : 1;
    if (simple.type === 'id') return 1_000_000;
    if (simple.type !== 'pseudo-class' || !simple.args) return 1000;
    return simple.name === 'where' ? 0 : Math.max(...simple.args.map(specificityOf));
  };
  const weights = selector.flatMap(({ selectors }) => selectors.map(weightOf));
  return weights.reduce((sum, weight) => sum + weight, 0);
}
