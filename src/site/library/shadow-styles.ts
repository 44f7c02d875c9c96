import type { CSSOptions } from 'vite';

type PostCSS = Exclude<NonNullable<CSSOptions['postcss']>, string>;
type PostPlugin = NonNullable<PostCSS['plugins']>[number];

/** Selector of the page's element in a shadow root (`src/ui/shell/mount.ts`). It is the same as in the page. */
const PAGE = '#parley';

/**
 * The map takes nothing from the host page. `--rem` is the text size that the reader has chosen; `mount` writes its
 * value (`REM` in `src/ui/shell/mount.ts`).
 */
export const RESET = `:host{display:block}${PAGE}{all:initial;--rem:16px;display:block;container:parley/inline-size}`;

/**
 * Adapts the page's style sheets to a shadow root. Selectors of `:root` and `body` select the page's element instead.
 * Media queries of the window's width become container queries of that element. So do lengths in `vw`. Lengths in `rem`,
 * which the host page's root element would decide, become multiples of `--rem`.
 */
export function shadowStyles(): PostPlugin {
  return {
    postcssPlugin: 'parley-shadow',
    Rule(rule) {
      rule.selectors = rule.selectors.map(adaptSelector);
    },
    Declaration(declaration) {
      declaration.value = adaptLengths(declaration.value);
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

/** A length in `rem`, and one in a share of the window's width. */
export const adaptLengths = (value: string): string =>
  value
    .replace(/(?<![\w.-])(-?[\d.]+)rem\b/g, 'calc($1*var(--rem))')
    .replace(/(?<![\w.-])(-?[\d.]+)vw\b/g, '$1cqi');

/**
 * Splits a media query into its conditions on the width and all others. In a media query `rem` is the text size that the
 * reader has chosen. In a container query that is `em`, as the page's element has this text size.
 */
export function splitQuery(query: string): { readonly width: string; readonly rest: string } {
  const conditions = query.split(/\s+and\s+/);
  const isWidth = (condition: string): boolean => /\bwidth\b/.test(condition);
  return {
    width: conditions
      .filter(isWidth)
      .join(' and ')
      .replace(/(\d)rem\b/g, '$1em'),
    rest: conditions.filter((condition) => !isWidth(condition)).join(' and '),
  };
}
