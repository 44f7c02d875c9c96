import type { ShareStart } from './open-share.ts';

/**
 * Loads the share dialog on demand and opens it. Rejects if it cannot be loaded.
 */
export const showShare = (start: ShareStart): Promise<void> =>
  import('./open-share.ts').then((dialog) => dialog.openShare(start));
