const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/**
 * Counts a page's headings from another level than the first, also those that come later, so that they go on from
 * the outline of the page that has this one in it. HTML knows six levels, and the deepest share the last.
 */
export function startHeadingLevels(page: Element, first: number): void {
  const count = (heading: Element): void => {
    heading.ariaLevel = String(Math.min(6, first - 1 + Number(heading.tagName.slice(1))));
  };
  page.querySelectorAll(HEADINGS).forEach(count);
  new MutationObserver((changes) => {
    for (const added of changes.flatMap(({ addedNodes }) => Array.from(addedNodes))) {
      if (!(added instanceof Element)) continue;
      if (added.matches(HEADINGS)) count(added);
      added.querySelectorAll(HEADINGS).forEach(count);
    }
  }).observe(page, { childList: true, subtree: true });
}
