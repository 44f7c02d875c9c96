import type { ShareStart } from './share.ts';

/**
 * Opens the dialog that shares the page as it is now. Script, style and words of it are fetched when it is
 * asked for and not before; where they cannot be, nothing happens.
 */
export async function showShare(start: ShareStart): Promise<void> {
  try {
    const { openShare } = await import('./share.ts');
    openShare(start);
  } catch {
    // The address of the page says the same, and can be copied by hand.
  }
}
