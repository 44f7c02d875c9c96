import { heightAt } from '../protocol.ts';

/** At most so often, in ms: ten times a second. */
const PACE = 100;

/**
 * Declares the height that goes with the frame's width: now, and whenever the width is another. A frame
 * that is not shown has none. Returns its undo.
 */
export function startFrameHeight(declare: (width: number, height: number) => void): () => void {
  let declared = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    const width = innerWidth;
    if (width === declared || width === 0) return;
    declared = width;
    declare(width, heightAt(width));
  };
  const wait = (): void => {
    timer ??= setTimeout(look, PACE);
  };
  look();
  addEventListener('resize', wait);
  return () => {
    removeEventListener('resize', wait);
    clearTimeout(timer);
  };
}
