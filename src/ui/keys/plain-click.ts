/**
 * Whether a click asks for nothing special. With Ctrl, Shift, Meta, Alt or another button a link opens in a tab or a
 * window, or is downloaded: such a click is left to the browser.
 */
export const isPlainClick = (
  click: Pick<MouseEvent, 'button' | 'ctrlKey' | 'shiftKey' | 'metaKey' | 'altKey'>,
): boolean =>
  click.button === 0 && !click.ctrlKey && !click.shiftKey && !click.metaKey && !click.altKey;
