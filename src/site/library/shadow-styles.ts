import type { CSSOptions } from 'vite';

type PostCSS = Exclude<NonNullable<CSSOptions['postcss']>, string>;
type PostPlugin = NonNullable<PostCSS['plugins']>[number];

/** Selector of the page's element in a shadow root (`src/ui/shell/mount.ts`). It is the same as in the page. */
const PAGE = '#parley';

/** From the host page the map takes only the text size. */
export const RESET = `:host{display:block}${PAGE}{all:initial;display:block;container:parley/inline-size}`;

/**
 * Adapts the page's style sheets to a shadow root. Selectors of `:root` and `body` select the page's element instead.
 * Media queries of the window's width become container queries of that element.
 */
export function shadowStyles(): PostPlugin {
  return {
    postcssPlugin: 'parley-shadow',
    Rule(rule) {
      rule.selectors = rule.selectors.map(adaptSelector);
    },
    AtRule: {
      page: (rule) => void rule.remove(),
      media(rule, { AtRule }) {
        const { width, rest } = splitQuery(rule.params);
        if (width === '') return;
        const container = new AtRule({ name: 'container', params: `parley ${width}` });
        rule.replaceWith(container);
        if (rest === '') {
          container.append(...(rule.nodes ?? []));
        } else {
          rule.params = rest;
          container.append(rule);
        }
      },
    },
  };
}

/** `:root[data-theme='dark'] *` becomes `#parley[data-theme='dark'] *`. */
export const adaptSelector = (selector: string): string =>
  selector.replace(/(^|\s):root\b|^body$/g, `$1${PAGE}`);

/** Splits a media query into its conditions on the width and all others. */
export function splitQuery(query: string): { readonly width: string; readonly rest: string } {
  const conditions = query.split(/\s+and\s+/);
  const isWidth = (condition: string): boolean => /\bwidth\b/.test(condition);
  return {
    width: conditions.filter(isWidth).join(' and '),
    rest: conditions.filter((condition) => !isWidth(condition)).join(' and '),
  };
}
