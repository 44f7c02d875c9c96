import { heightAt } from '../protocol.ts';
import { startFrameHeight } from './frame-height.ts';

/** What stands between the words of a pym message. */
const PYM = 'xPYMx';

/**
 * Tells a host page that does not speak `parley/1` how high the frame would be, in the two ways that are
 * common: as AMP's `embed-size`, and as pym's `height` where its parent has given the frame a `childId`.
 * It says nothing else, and answers only when it is asked for its size.
 */
export function startForeignResizers(child: string | null, origin: string): void {
  const { parent } = window;

  const declare = (): void => {
    const height = heightAt(innerWidth);
    parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, origin);
    if (child) parent.postMessage(['pym', child, 'height', height].join(PYM), origin);
  };

  addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== parent || (origin !== '*' && from !== origin)) return;
    if (isQuestion(data, child)) declare();
  });
  startFrameHeight(declare);
}

/** Whether somebody asks for the height: newswire's Framer when it begins, pym whenever its width changes. */
export function isQuestion(data: unknown, child: string | null): boolean {
  if (typeof data === 'string') {
    return child !== null && data.startsWith(['pym', child, 'width', ''].join(PYM));
  }
  const asked = data as { sentinel?: unknown; type?: unknown } | null | undefined;
  return asked?.sentinel === 'amp' && asked.type === 'frames-init';
}
