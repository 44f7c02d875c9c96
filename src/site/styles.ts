/** HTML without inline styles, and a style sheet that replaces them. */
export interface Unstyled {
  readonly html: string;
  readonly css: string;
}

/**
 * Moves `style` attributes from HTML to a style sheet, because the page's Content-Security-Policy allows only
 * style sheets from its own folder. Equal styles share a class. On hydration the script sets the styles itself.
 */
export function takeStyles(body: string): Unstyled {
  const names = new Map<string, string>();
  const html = body.replace(/<\w[^>]*? style="[^"]*"[^>]*>/g, (tag) => {
    const [, written = ''] = / style="([^"]*)"/.exec(tag) ?? [];
    // Svelte escapes these characters in attributes.
    const style = written
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&');
    const name = names.get(style) ?? `server-${names.size}`;
    names.set(style, name);
    const plain = tag.replace(/ style="[^"]*"/, '');
    return / class="/.test(plain)
      ? plain.replace(/ class="/, `$&${name} `)
      : plain.replace(/^<\w+/, `$& class="${name}"`);
  });
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
