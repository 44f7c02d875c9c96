import type { ShareStart } from './open-share.ts';

/**
 * Opens the dialog that shares the page as it is now. Its script is fetched when it is asked for and not before. Rejects
 * when it cannot be fetched.
 */
export const showShare = (start: ShareStart): Promise<void> =>
  import('./open-share.ts').then((dialog) => dialog.openShare(start));
