import { heightAt } from '../protocol.ts';
import { startFrameHeight } from './frame-height.ts';

/** Separator in a message of pym. */
const PYM_SEPARATOR = 'xPYMx';

/**
 * Sends the frame's height to host pages that do not use `parley/1`, in two common forms: AMP's `embed-size`, and
 * pym's `height` if the host page has given the frame a `childId`. Sends nothing else, and answers only requests for
 * the size.
 */
export function startForeignResizers(child: string | null, origin: string): void {
  const { parent } = window;

  const declare = (): void => {
    const height = heightAt(innerWidth);
    parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, origin);
    if (child) parent.postMessage(['pym', child, 'height', height].join(PYM_SEPARATOR), origin);
  };

  addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== parent || (origin !== '*' && from !== origin)) return;
    if (isHeightRequest(data, child)) declare();
  });
  startFrameHeight(declare);
}

/** Whether a message asks for the height: newswire's Framer does at its start, pym whenever its width changes. */
export function isHeightRequest(data: unknown, child: string | null): boolean {
  if (typeof data === 'string') {
    return child !== null && data.startsWith(['pym', child, 'width', ''].join(PYM_SEPARATOR));
  }
  const request = data as { sentinel?: unknown; type?: unknown } | null | undefined;
  return request?.sentinel === 'amp' && request.type === 'frames-init';
}
