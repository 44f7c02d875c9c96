/** Milliseconds between two looks. A map that is blurred for longer is noticed. */
const INTERVAL = 400;

/**
 * Calls back when the window comes to a screen with another resolution. Its size in CSS pixels may stay, so no
 * `ResizeObserver` tells. Media queries do not tell of each change either: Chromium's device emulation fires no event.
 * Returns a function that undoes it.
 */
export function watchResolution(onchange: () => void): () => void {
  let known = devicePixelRatio;
  const timer = setInterval(() => {
    if (devicePixelRatio === known) return;
    known = devicePixelRatio;
    onchange();
  }, INTERVAL);
  return () => clearInterval(timer);
}
