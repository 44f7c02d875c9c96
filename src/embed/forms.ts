/** Where an editor lets only such an element through: `<div class="parley-map" data-src="…">`. */
const FORM = 'div.parley-map';

/**
 * Puts the map's element in the place of every such `div`, with its attributes (`data-` left out) and all
 * that stands in it; where there is one, also of those that come later. Returns its undo.
 */
export function startForms(): () => void {
  const observer = new MutationObserver(replaceAll);
  if (replaceAll()) observer.observe(document.documentElement, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function replaceAll(): boolean {
  const forms = document.querySelectorAll(FORM);
  forms.forEach((form) => {
    const map = document.createElement('parley-map');
    for (const { name, value } of form.attributes) {
      if (name !== 'class') map.setAttribute(name.replace('data-', ''), value);
    }
    map.append(...form.childNodes);
    form.replaceWith(map);
  });
  return forms.length > 0;
}
