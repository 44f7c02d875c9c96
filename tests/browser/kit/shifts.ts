import type { Page } from '@playwright/test';

/**
 * Collects the layout shifts of the pages that are opened from now on. Returns what tells those of the page that is
 * open, once all is drawn: the size of each, and what has moved.
 */
export async function watchShifts(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as Shift[]) {
        const moved = entry.sources.map(({ node }) => (node as Element | null)?.className);
        shifts.push(`${entry.value}: ${moved.join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => {
    await untilDrawn(page);
    return page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
  };
}

/** What has been changed before is drawn a picture later. */
export const untilDrawn = (page: Page): Promise<unknown> =>
  page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );

interface Shift {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}
