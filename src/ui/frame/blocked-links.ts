import { isPlainClick } from '../keys/plain-click.ts';

/**
 * Calls `show` with the address of a link that the frame's sandbox does not open: without `allow-popups` a click does
 * nothing, and the browser tells only the console. It also tells `open()`, so the first link is opened with that. If a
 * tab comes, no link is blocked, and the browser opens all others itself.
 */
export function startBlockedLinks(show: (address: string) => void): void {
  const follow = (click: MouseEvent): void => {
    const link = click.target instanceof Element ? click.target.closest('a') : null;
    if (!link?.href || click.defaultPrevented || !isPlainClick(click)) return;
    click.preventDefault();
    const tab = open(link.href);
    if (!tab) return show(link.href);
    tab.opener = null;
    removeEventListener('click', follow);
  };
  // At the window, because links that do something in the page prevent the default before.
  addEventListener('click', follow);
}
