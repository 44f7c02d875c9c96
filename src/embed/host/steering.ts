import { DIV_FALLBACK, mapInside } from './div-fallback.ts';
import type { PageWork } from './watch-page.ts';

/** Attributes in an article, and the attribute of the map that each of them sets. */
const STEERING_ATTRIBUTES = {
  'data-parley-date': 'date',
  'data-parley-event': 'event-id',
  'data-parley-place': 'place-id',
  'data-parley-person': 'person-id',
};
const NAMES = Object.keys(STEERING_ATTRIBUTES);
const STEERING = `:is([${NAMES.join('],[')}])`;
/** Elements that steer on a click, and elements that steer when they are scrolled to. */
const CLICKED = `:is(a,button)${STEERING}`;
const TEXT = `${STEERING}:not(a,button)`;
/** Texts steer within an element that has this attribute. */
const SCROLL = 'data-parley-scroll';

/** A line across the middle of the viewport: what crosses it is being read. */
const MIDDLE_LINE = '-50% 0px';

type ParleyMap = HTMLElement & { getState?: () => Promise<unknown> };

/**
 * Lets the elements of an article steer its map. A link or button with `data-parley-date` (EDTF), `data-parley-event`,
 * `data-parley-place` or `data-parley-person` does so on a click; within `data-parley-scroll` any other element with one of these does so
 * when it comes to the middle of the viewport. Neither scrolls, moves the focus or adds to the history.
 */
export function createSteering(): PageWork {
  addEventListener('click', followLink);

  /** Texts that are watched; false until it is known where they are. */
  const texts = new Map<Element, boolean>();
  /** Texts on the middle line, with the map that each of them has steered. */
  const reading = new Map<Element, ParleyMap | null>();

  /** `isFirst`: text and map have only just met. Then the text does not replace the map's `state`. */
  const read = (text: Element, isFirst: boolean): void => {
    const map = scrolledMapFor(text);
    reading.set(text, map);
    if (!isFirst || !map?.hasAttribute('state')) steer(text, map);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) read(target, !texts.get(target));
        else reading.delete(target);
        texts.set(target, true);
      }
    },
    { rootMargin: MIDDLE_LINE },
  );

  return {
    selector: TEXT,
    attributes: [...NAMES, SCROLL],
    begin(text) {
      if (texts.has(text)) return;
      texts.set(text, false);
      observer.observe(text);
    },
    change(text, attribute) {
      if (attribute in STEERING_ATTRIBUTES && reading.has(text)) read(text, false);
    },
    settle() {
      for (const text of texts.keys()) {
        if (text.isConnected && text.matches(TEXT)) continue;
        observer.unobserve(text);
        texts.delete(text);
        reading.delete(text);
      }
      // A map that comes later, or in place of another one, is steered by the text that is being read.
      reading.forEach((map, text) => {
        if (map !== scrolledMapFor(text)) read(text, true);
      });
    },
  };
}

function followLink(event: MouseEvent): void {
  // Not every target is an element: a script may click the document.
  const from = (event.target as Partial<Element>).closest?.(CLICKED);
  if (!from || event.defaultPrevented || event.button) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const map = mapFor(from);
  if (!map) return;
  steer(from, map);
  event.preventDefault();
  // Loads a map that is not near yet. If that fails, the map fires its own event.
  map.getState?.().catch(() => undefined);
}

/** Sets the attributes of the map. */
function steer(from: Element, map: ParleyMap | null): void {
  for (const [name, attribute] of Object.entries(STEERING_ATTRIBUTES)) {
    const value = from.getAttribute(name);
    if (value !== null) map?.setAttribute(attribute, value);
  }
}

const scrolledMapFor = (text: Element): ParleyMap | null =>
  text.closest(`[${SCROLL}]`) && mapFor(text);

/** The map that `data-parley-for` names, otherwise the first in the closest ancestor that has one. */
function mapFor(from: Element): ParleyMap | null {
  const id = from.closest('[data-parley-for]')?.getAttribute('data-parley-for');
  if (id) return mapOf(document.getElementById(id));
  for (let around: Element | null = from; around; around = around.parentElement) {
    const map = around.querySelector(`parley-map,${DIV_FALLBACK}`);
    if (map) return mapOf(map);
  }
  return null;
}

/** An element is itself a map, or a `div` with a map inside. */
const mapOf = (element: Element | null) =>
  (element?.matches(DIV_FALLBACK) ? mapInside(element) : element) as ParleyMap | null;
