/**
 * The only animation loop of the page. Calls `onframe` with the milliseconds that have passed since the
 * frame before, so that speed never depends on the screen's refresh rate. The first frame passes none.
 * Returns its stop; after that nothing is asked of the browser any more.
 */
export function startClock(onframe: (elapsed: number) => void): () => void {
  let last: number | null = null;
  let handle = requestAnimationFrame(function frame(now) {
    const elapsed = last === null ? 0 : Math.max(0, now - last);
    last = now;
    handle = requestAnimationFrame(frame);
    onframe(elapsed);
  });
  return () => cancelAnimationFrame(handle);
}
