import type { ShareStart } from './open-share.ts';

/**
 * Opens the dialog that shares the page as it is now. Script, style and words of it are fetched when it is
 * asked for and not before. Where they cannot be, nothing happens: the page's address says the same.
 */
export const showShare = (start: ShareStart): Promise<void> =>
  import('./open-share.ts').then((dialog) => dialog.openShare(start)).catch(() => undefined);
