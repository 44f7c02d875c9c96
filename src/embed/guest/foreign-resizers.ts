import { heightAt } from '../protocol.ts';
import { startFrameHeight } from './frame-height.ts';

/** Separator in a message of pym. */
const PYM_SEPARATOR = 'xPYMx';

/**
 * Sends the frame's height to host pages that do not use `parley/1`, in three common forms: AMP's `embed-size`, pym's
 * `height` if the host page has given the frame a `childId`, and WordPress's `height` if it has given the frame a secret.
 * Sends nothing else, and answers only requests for the size.
 */
export function startForeignResizers(child: string | null, origin: string): void {
  const { parent } = window;
  let secret = secretOf(location.hash);

  const declare = (): void => {
    const height = heightAt(innerWidth);
    parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, origin);
    if (child) parent.postMessage(['pym', child, 'height', height].join(PYM_SEPARATOR), origin);
    // WordPress limits the value to 200 to 1000 px.
    if (secret) parent.postMessage({ message: 'height', value: height, secret }, origin);
  };

  addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== parent || (origin !== '*' && from !== origin)) return;
    const given = givenSecret(data);
    secret = given ?? secret;
    if (given || isHeightRequest(data, child)) declare();
  });
  startFrameHeight(declare);
}

/** The secret that WordPress adds to a frame's address, `#?secret=…`; null if there is none. */
const secretOf = (hash: string): string | null =>
  /[#?&]secret=([a-z\d]{1,64})(&|$)/i.exec(hash)?.[1] ?? null;

/**
 * The secret in WordPress's question for the height. Its script adds a missing secret to the address of a frame that is
 * there already, and then asks.
 */
function givenSecret(data: unknown): string | null {
  const { message, secret } = Object(data) as { message?: unknown; secret?: unknown };
  return message === 'ready' && typeof secret === 'string' ? secretOf(`#secret=${secret}`) : null;
}

/** Whether a message asks for the height: newswire's Framer does at its start, pym whenever its width changes. */
export function isHeightRequest(data: unknown, child: string | null): boolean {
  if (typeof data === 'string') {
    return child !== null && data.startsWith(['pym', child, 'width', ''].join(PYM_SEPARATOR));
  }
  const request = data as { sentinel?: unknown; type?: unknown } | null | undefined;
  return request?.sentinel === 'amp' && request.type === 'frames-init';
}
