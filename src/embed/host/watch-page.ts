/** What is done with some elements of the page, whenever they come. */
export interface PageWork {
  readonly selector: string;
  /** Attributes to watch, on any element. */
  readonly attributes: readonly string[];
  /** Called with each element of the selector: those that are there, and those that come. It may be called again. */
  readonly begin: (element: Element) => void;
  /** Called when any element has another value of any watched attribute. */
  readonly change: (element: Element, attribute: string) => void;
  /** Called after each group of changes. Here ends what has been begun with elements that are gone. */
  readonly settle?: () => void;
}

/**
 * Watches the page for as long as it is open: frameworks insert a map or a text later, and replace the whole `body`
 * when the reader goes to another article.
 */
export function watchPage(works: readonly PageWork[]): void {
  const visit = (root: Element): void =>
    works.forEach(({ selector, begin }) => {
      if (root.matches(selector)) begin(root);
      root.querySelectorAll(selector).forEach(begin);
    });
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes, attributeName: name } of records) {
      for (const { selector, begin, change } of name ? works : []) {
        change(target as Element, name as string);
        if ((target as Element).matches(selector)) begin(target as Element);
      }
      // Only elements match selectors. Not `instanceof`: an element from another frame's document has that frame's class.
      for (const node of addedNodes) if ('matches' in node) visit(node as Element);
    }
    works.forEach(({ settle }) => settle?.());
  });
  visit(document.documentElement);
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: works.flatMap(({ attributes }) => attributes),
  });
}
