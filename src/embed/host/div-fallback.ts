import { ATTRIBUTES } from './attributes.ts';
import type { PageWork } from './watch-page.ts';

/** For editors that allow no custom elements: `<div class="parley-map" data-src="…">`. */
export const DIV_FALLBACK = 'div.parley-map';

/** Attributes of the `div` that are copied to the map, without `data-`. */
const COPIED = ['title', ...ATTRIBUTES.map((name) => `data-${name}`)];

/** The map of such a `div`, if it has one. */
export const mapInside = (div: Element): Element | null | undefined =>
  div.shadowRoot?.querySelector('parley-map');

/** The maps that this script has made. A component of the page may have a map of its own in its shadow root. */
const made = new WeakMap<Element, Element>();

/**
 * Puts a `<parley-map>` into every such `div`. The map is in the `div`'s shadow root, and the content of the `div` is its
 * fallback. So nothing of the page is moved: a framework that owns the `div` can still change and remove all of it.
 *
 * The `div` may come from a stranger: sanitisers keep `data-` attributes because they do nothing. So only the listed
 * attributes of the map are copied.
 */
export const divFallback: PageWork = {
  selector: DIV_FALLBACK,
  attributes: ['class', ...COPIED],
  begin(div) {
    if (mapInside(div)) return;
    const map = document.createElement('parley-map');
    map.append(document.createElement('slot'));
    COPIED.forEach((attribute) => copy(div, map, attribute));
    (div.shadowRoot ?? div.attachShadow({ mode: 'open' })).replaceChildren(map);
    made.set(div, map);
  },
  change(div, attribute) {
    const map = made.get(div);
    if (!map) return;
    // The `div` is no longer a map: only its content is left.
    if (!div.matches(DIV_FALLBACK)) map.replaceWith(...map.childNodes);
    else if (COPIED.includes(attribute)) copy(div, map, attribute);
  },
};

function copy(div: Element, map: Element, attribute: string): void {
  const name = attribute.replace('data-', '');
  const value = div.getAttribute(attribute);
  if (value === null) map.removeAttribute(name);
  else map.setAttribute(name, value);
}
