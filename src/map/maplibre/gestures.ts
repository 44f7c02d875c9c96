import type { Map as MapLibreMap } from 'maplibre-gl';

/**
 * Styles of the sentence over a map that asks for Ctrl or two fingers. MapLibre writes both sentences and chooses by the
 * device that exists. A touch laptop has a wheel too, so the gesture itself decides.
 */
export const GESTURE_STYLES = `
[data-gesture] .maplibregl-cooperative-gesture-screen > div{display:none}
[data-gesture='wheel_zoom'] .maplibregl-cooperative-gesture-screen > .maplibregl-desktop-message,
[data-gesture='touch_pan'] .maplibregl-cooperative-gesture-screen > .maplibregl-mobile-message{display:block}
`;

/** Milliseconds after which MapLibre hides its sentence. Before that it must not be told to stop asking: it would throw. */
const SHOWN = 150;

export interface Gestures {
  /** To be called when the map has another size. */
  readonly update: () => void;
  readonly stop: () => void;
}

/**
 * The map asks for Ctrl or two fingers, because a wheel or one finger scrolls the page around it. In full screen, where
 * nothing scrolls, it does not ask.
 */
export function startGestures(map: MapLibreMap, container: HTMLElement): Gestures {
  let lastAsked = -SHOWN;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (gesture: 'wheel_zoom' | 'touch_pan'): void => {
    container.dataset['gesture'] = gesture;
  };
  tell('wheel_zoom');
  map.on('cooperativegestureprevented', ({ gestureType }) => {
    lastAsked = performance.now();
    tell(gestureType);
  });
  const update = (): void => {
    const isFree = isStillInFullScreen(container);
    if (isFree === !map.cooperativeGestures.isEnabled()) return;
    clearTimeout(timer);
    const rest = lastAsked + SHOWN - performance.now();
    if (isFree && rest > 0) timer = setTimeout(update, rest);
    else if (isFree) map.cooperativeGestures.disable();
    else map.cooperativeGestures.enable();
  };
  document.addEventListener('fullscreenchange', update);
  return {
    update,
    stop: () => {
      clearTimeout(timer);
      document.removeEventListener('fullscreenchange', update);
    },
  };
}

/**
 * Whether an element is in full screen and nothing round it scrolls. What fills the screen may be a part of the map, or of
 * the host page round the map's shadow root, as where slides are shown.
 */
function isStillInFullScreen(container: Element): boolean {
  let box: Element | null = document.fullscreenElement && container;
  while (box) {
    const root = box.getRootNode() as Document | ShadowRoot;
    // What fills the screen clips what overflows, and scrolls it where it may.
    if (root.fullscreenElement === box) return !overflows(box);
    if (overflows(box) && /auto|scroll/.test(getComputedStyle(box).overflowY)) return false;
    box = box.parentElement ?? ('host' in root ? root.host : null);
  }
  return false;
}

/** Sizes are rounded, so one pixel more is no scrolling. */
const overflows = ({ scrollHeight, clientHeight }: Element): boolean =>
  scrollHeight > clientHeight + 1;
