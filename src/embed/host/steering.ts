/** Attributes of an article's text, and the attribute of the map that each of them writes. */
const WORDS = {
  'data-parley-date': 'date',
  'data-parley-event': 'event-id',
  'data-parley-place': 'place-id',
};
const STEERS = `:is(${Object.keys(WORDS)
  .map((name) => `[${name}]`)
  .join()})`;
/** What a reader presses, and what steers by being read. */
const PRESSED = `:is(a,button)${STEERS}`;
const READ = `[data-parley-scroll] ${STEERS}:not(a,button)`;

/** A line across the middle of the window: what crosses it is being read. */
const MIDDLE = '-50% 0px';

type ParleyMap = HTMLElement & { getState?: () => Promise<unknown> };

/**
 * Has an article's own text steer its map: a link or button with `data-parley-date` (EDTF),
 * `data-parley-event` or `data-parley-place` when it is pressed, and within `data-parley-scroll` whatever has
 * one of these when it comes to the middle of the window. Neither scrolls the page, takes the focus, or
 * writes an entry into the history. Returns its undo.
 */
export function startSteering(): () => void {
  const press = (event: MouseEvent): void => {
    const { target, button, defaultPrevented, ctrlKey, metaKey, shiftKey, altKey } = event;
    const from = target instanceof Element ? target.closest(PRESSED) : null;
    if (!from || defaultPrevented || button || ctrlKey || metaKey || shiftKey || altKey) return;
    const map = steer(from);
    if (!map) return;
    event.preventDefault();
    // Somebody wants to see it now, near or not; what goes wrong is told by the map's own event.
    map.getState?.().catch(() => undefined);
  };
  let early = true;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        // What stands there when the page opens does not take the map away from a state that was asked for.
        if (isIntersecting && !(early && mapFor(target)?.hasAttribute('state'))) steer(target);
      }
      early = false;
    },
    { rootMargin: MIDDLE },
  );
  addEventListener('click', press);
  document.querySelectorAll(READ).forEach((text) => observer.observe(text));
  return () => {
    removeEventListener('click', press);
    observer.disconnect();
  };
}

/** Writes what a text says into its map's attributes. Null when there is no map for it. */
function steer(from: Element): ParleyMap | null {
  const map = mapFor(from);
  for (const [word, attribute] of Object.entries(WORDS)) {
    const value = from.getAttribute(word);
    if (value !== null) map?.setAttribute(attribute, value);
  }
  return map;
}

/** The map that `data-parley-for` names; or else the one that shares most of the page with the text. */
function mapFor(from: Element): ParleyMap | null {
  const id = from.closest('[data-parley-for]')?.getAttribute('data-parley-for');
  if (id) return document.getElementById(id);
  for (let around: Element | null = from; around; around = around.parentElement) {
    const map = around.querySelector<ParleyMap>('parley-map');
    if (map) return map;
  }
  return null;
}
