import { heightAt } from '../protocol.ts';

/** Least time between two messages, in ms: ten a second. */
const INTERVAL = 100;

/**
 * Calls `declare` with the height for the frame's width: now, and whenever the width changes. A hidden frame has no
 * width and declares nothing. Returns its undo.
 */
export function startFrameHeight(declare: (width: number, height: number) => void): () => void {
  let declaredWidth = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const declareChange = (): void => {
    timer = undefined;
    const width = innerWidth;
    if (width === declaredWidth || width === 0) return;
    declaredWidth = width;
    declare(width, heightAt(width));
  };
  const schedule = (): void => {
    timer ??= setTimeout(declareChange, INTERVAL);
  };
  declareChange();
  addEventListener('resize', schedule);
  return () => {
    removeEventListener('resize', schedule);
    clearTimeout(timer);
  };
}
