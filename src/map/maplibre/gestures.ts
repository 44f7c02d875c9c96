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
    const { fullscreenElement } = container.getRootNode() as Document | ShadowRoot;
    const isFree = !!fullscreenElement?.contains(container) && !canScroll(fullscreenElement);
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

/** Sizes are rounded, so one pixel more is no scrolling. */
const canScroll = ({ scrollHeight, clientHeight }: Element): boolean =>
  scrollHeight > clientHeight + 1;
