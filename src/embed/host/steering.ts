/** Attributes in an article, and the attribute of the map that each of them sets. */
const STEERING_ATTRIBUTES = {
  'data-parley-date': 'date',
  'data-parley-event': 'event-id',
  'data-parley-place': 'place-id',
};
const STEERING = `:is(${Object.keys(STEERING_ATTRIBUTES)
  .map((name) => `[${name}]`)
  .join()})`;
/** Elements that steer on a click, and elements that steer when they are scrolled to. */
const CLICKED = `:is(a,button)${STEERING}`;
const SCROLLED_TO = `[data-parley-scroll] ${STEERING}:not(a,button)`;

/** A line across the middle of the viewport: what crosses it is being read. */
const MIDDLE_LINE = '-50% 0px';

type ParleyMap = HTMLElement & { getState?: () => Promise<unknown> };

/**
 * Lets the elements of an article steer its map. A link or button with `data-parley-date` (EDTF), `data-parley-event`
 * or `data-parley-place` does so on a click; within `data-parley-scroll` any other element with one of these does so
 * when it comes to the middle of the viewport. Neither scrolls, moves the focus or adds to the history. Returns its undo.
 */
export function startSteering(): () => void {
  const follow = (event: MouseEvent): void => {
    const { target, button, defaultPrevented, ctrlKey, metaKey, shiftKey, altKey } = event;
    const from = target instanceof Element ? target.closest(CLICKED) : null;
    if (!from || defaultPrevented || button || ctrlKey || metaKey || shiftKey || altKey) return;
    const map = steer(from);
    if (!map) return;
    event.preventDefault();
    // Loads a map that is not near yet. If that fails, the map fires its own event.
    map.getState?.().catch(() => undefined);
  };
  let isFirst = true;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        // Text that is there when the page opens does not replace the map's `state`.
        if (isIntersecting && !(isFirst && mapFor(target)?.hasAttribute('state'))) steer(target);
      }
      isFirst = false;
    },
    { rootMargin: MIDDLE_LINE },
  );
  addEventListener('click', follow);
  document.querySelectorAll(SCROLLED_TO).forEach((text) => observer.observe(text));
  return () => {
    removeEventListener('click', follow);
    observer.disconnect();
  };
}

/** Sets the attributes of the element's map. Null if there is no map for it. */
function steer(from: Element): ParleyMap | null {
  const map = mapFor(from);
  for (const [name, attribute] of Object.entries(STEERING_ATTRIBUTES)) {
    const value = from.getAttribute(name);
    if (value !== null) map?.setAttribute(attribute, value);
  }
  return map;
}

/** The map that `data-parley-for` names, otherwise the first in the closest ancestor that has one. */
function mapFor(from: Element): ParleyMap | null {
  const id = from.closest('[data-parley-for]')?.getAttribute('data-parley-for');
  if (id) return document.getElementById(id);
  for (let around: Element | null = from; around; around = around.parentElement) {
    const map = around.querySelector<ParleyMap>('parley-map');
    if (map) return map;
  }
  return null;
}
