/**
 * The only animation loop of the page. Calls `onframe` with the milliseconds since the last call, so that speed does
 * not depend on the screen's refresh rate. The first call passes 0. Returns a function that stops the loop.
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
