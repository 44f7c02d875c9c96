/** HTML without inline styles, and a style sheet that replaces them. */
export interface Unstyled {
  readonly html: string;
  readonly css: string;
}

/** The attributes of a tag, or some of them. A value may hold `>`, which Svelte does not escape there. */
const ATTRIBUTES = '(?:[^>"]|"[^"]*")*?';
const STYLED_TAG = new RegExp(`(<\\w${ATTRIBUTES}) style="([^"]*)"(${ATTRIBUTES}>)`, 'g');
const CLASSED_TAG = new RegExp(`^(<\\w${ATTRIBUTES} class=")`);
const LEFT = new RegExp(`<\\w${ATTRIBUTES}\\sstyle\\s*=${ATTRIBUTES}>`);

/**
 * Moves `style` attributes from HTML to a style sheet, because the page's Content-Security-Policy allows only
 * style sheets from its own folder. Equal styles share a class. On hydration the script sets the styles itself. Throws if
 * one is left, which readers would not see.
 */
export function takeStyles(body: string): Unstyled {
  const names = new Map<string, string>();
  const html = body.replace(STYLED_TAG, (_tag, start: string, written: string, rest: string) => {
    // Svelte escapes these characters in attributes.
    const style = written
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&');
    const name = names.get(style) ?? `server-${names.size}`;
    names.set(style, name);
    const plain = `${start}${rest}`;
    return CLASSED_TAG.test(plain)
      ? plain.replace(CLASSED_TAG, `$1${name} `)
      : plain.replace(/^<[\w-]+/, `$& class="${name}"`);
  });
  const [left] = LEFT.exec(html) ?? [];
  if (left !== undefined) throw new Error(`A style is left in the page: ${left}`);
  const rules = [...names].map(([style, name]) => `.${name}{${style}}`);
  return { html, css: shorten(rules.join('')) };
}

/** Removes unneeded spaces. Numbers keep four decimal places. */
const shorten = (css: string): string =>
  css
    .replace(/(\.\d{4})\d+/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}');
