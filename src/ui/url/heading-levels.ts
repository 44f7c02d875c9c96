const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/**
 * Sets the levels of a page's headings, including later ones, so that they fit into the outline of the host page. `first`
 * is the level of `h1`. HTML has six levels, so deeper headings get level 6.
 */
export function startHeadingLevels(page: Element, first: number): void {
  const setLevel = (heading: Element): void => {
    heading.ariaLevel = String(Math.min(6, first - 1 + Number(heading.tagName.slice(1))));
  };
  page.querySelectorAll(HEADINGS).forEach(setLevel);
  new MutationObserver((changes) => {
    for (const added of changes.flatMap(({ addedNodes }) => Array.from(addedNodes))) {
      if (!(added instanceof Element)) continue;
      if (added.matches(HEADINGS)) setLevel(added);
      added.querySelectorAll(HEADINGS).forEach(setLevel);
    }
  }).observe(page, { childList: true, subtree: true });
}
