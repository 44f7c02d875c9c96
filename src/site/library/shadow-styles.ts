import type { CSSOptions } from 'vite';

type PostCSS = Exclude<NonNullable<CSSOptions['postcss']>, string>;
type PostPlugin = NonNullable<PostCSS['plugins']>[number];

/** The place of the page in a shadow root (`src/ui/shell/mount.ts`), as it is called in a page of its own. */
const PAGE = '#parley';

/** Nothing comes in from the host page but the size of its text. */
export const RESET = `:host{display:block}${PAGE}{all:initial;display:block;container:parley/inline-size}`;

/**
 * Fits the style sheets of a page of its own to a shadow root in another page: what they say of the root
 * and the body they say of the page's place, and where they ask how wide the window is they ask how wide
 * that place is.
 */
export function shadowStyles(): PostPlugin {
  return {
    postcssPlugin: 'parley-shadow',
    Rule(rule) {
      rule.selectors = rule.selectors.map(placeSelector);
    },
    AtRule: {
      page: (rule) => void rule.remove(),
      media(rule, { AtRule }) {
        const { width, rest } = partQuery(rule.params);
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

/** `:root[data-theme='dark'] *` is `#parley[data-theme='dark'] *` there. */
export const placeSelector = (selector: string): string =>
  selector.replace(/(^|\s):root\b|^body$/g, `$1${PAGE}`);

/** The conditions of a media query that speak of the width, and those that do not. */
export function partQuery(query: string): { readonly width: string; readonly rest: string } {
  const conditions = query.split(/\s+and\s+/);
  const isWidth = (condition: string): boolean => /\bwidth\b/.test(condition);
  return {
    width: conditions.filter(isWidth).join(' and '),
    rest: conditions.filter((condition) => !isWidth(condition)).join(' and '),
  };
}
