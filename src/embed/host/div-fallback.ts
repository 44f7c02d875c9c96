import { ATTRIBUTES } from './attributes.ts';

/** Where an editor lets only such an element through: `<div class="parley-map" data-src="…">`. */
const FORM = 'div.parley-map';
/** Attributes of the `div` itself that mean the same on the map. */
const OWN = ['id', 'title', 'lang', 'dir', 'hidden'];

/**
 * Puts the map's element in the place of every such `div`, with all that stands in it; where there is one, also
 * of those that come later. Returns its undo.
 *
 * The `div` is often written by a stranger, and a sanitiser has let its `data-` attributes pass because they do
 * nothing. So only the map's own attributes are read from them, never a name that the `div` gives.
 */
export function startDivFallback(): () => void {
  const observer = new MutationObserver(replaceAll);
  if (replaceAll()) observer.observe(document.documentElement, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function replaceAll(): boolean {
  const forms = document.querySelectorAll(FORM);
  forms.forEach((form) => {
    const map = document.createElement('parley-map');
    const copy = (from: string, to = from): void => {
      const value = form.getAttribute(from);
      if (value !== null) map.setAttribute(to, value);
    };
    OWN.forEach((name) => copy(name));
    ATTRIBUTES.forEach((name) => copy(`data-${name}`, name));
    map.append(...form.childNodes);
    form.replaceWith(map);
  });
  return forms.length > 0;
}
