/**
 * Whether a click has no modifier and is by the main button. Other clicks are left to the browser: they open a link in a
 * tab or a window, or download it.
 */
export const isPlainClick = (
  click: Pick<MouseEvent, 'button' | 'ctrlKey' | 'shiftKey' | 'metaKey' | 'altKey'>,
): boolean =>
  click.button === 0 && !click.ctrlKey && !click.shiftKey && !click.metaKey && !click.altKey;
