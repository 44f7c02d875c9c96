/** HTML that carries no styles of its own, and the style sheet that it needs instead. */
export interface Unstyled {
  readonly html: string;
  readonly css: string;
}

/**
 * Takes `style` attributes and elements out of HTML: under the page's Content-Security-Policy only a style sheet from
 * its own folder counts. Elements that say the same share a class. The script that takes the page over
 * finds no attribute, and sets its styles by itself.
 */
export function takeStyles(head: string, body: string): Unstyled & { readonly head: string } {
  const sheets: string[] = [];
  const bare = head.replace(/<style[^>]*>(.*?)<\/style>/gs, (_, css: string) => {
    sheets.push(css);
    return '';
  });
  const names = new Map<string, string>();
  const html = body.replace(/<\w[^>]*? style="[^"]*"[^>]*>/g, (tag) => {
    const [, written = ''] = / style="([^"]*)"/.exec(tag) ?? [];
    // As Svelte escapes attributes.
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
  const css = [...sheets, ...rules].join('');
  return { head: bare, html, css: shorten(css) };
}

/** Without remarks and the spaces that only a reader needs. Numbers keep four places. */
const shorten = (css: string): string =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/(\.\d{4})\d+/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}');
