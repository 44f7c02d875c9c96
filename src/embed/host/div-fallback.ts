import { ATTRIBUTES } from './attributes.ts';

/** For editors that allow no custom elements: `<div class="parley-map" data-src="…">`. */
const FALLBACK = 'div.parley-map';
/** Global attributes that are copied as they are. */
const GLOBAL_ATTRIBUTES = ['id', 'title', 'lang', 'dir', 'hidden'];

/**
 * Replaces every such `div` by a `<parley-map>` with the same content. If there is one, the page is watched for more.
 * Returns its undo.
 *
 * The `div` may come from a stranger: sanitisers keep `data-` attributes because they do nothing. So only the listed
 * attributes of the map are copied.
 */
export function startDivFallback(): () => void {
  const observer = new MutationObserver(replaceAll);
  if (replaceAll()) observer.observe(document.documentElement, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function replaceAll(): boolean {
  const fallbacks = document.querySelectorAll(FALLBACK);
  fallbacks.forEach((fallback) => {
    const map = document.createElement('parley-map');
    const copy = (from: string, to = from): void => {
      const value = fallback.getAttribute(from);
      if (value !== null) map.setAttribute(to, value);
    };
    GLOBAL_ATTRIBUTES.forEach((name) => copy(name));
    ATTRIBUTES.forEach((name) => copy(`data-${name}`, name));
    map.append(...fallback.childNodes);
    fallback.replaceWith(map);
  });
  return fallbacks.length > 0;
}
