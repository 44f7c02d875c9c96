import type { GroundColours } from './style.ts';

/** Reads colours of the theme as an element shows them now: `rgb(…)`, which WebGL and a reckoning can use. */
export function readColours<Name extends string>(
  element: HTMLElement,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const probe = document.createElement('i');
  probe.hidden = true;
  // Where the reader's system forces its colours, this one is still to say what the theme says.
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  const colours = names.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(colours) as Record<Name, string>;
}

export const groundColours = (element: HTMLElement): GroundColours =>
  readColours(element, ['sea', 'land', 'coast', 'border']);

/** Calls back whenever the theme's colours may have become others. Returns its undo. */
export function startColours(onchange: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
    matchMedia(query),
  );
  for (const query of queries) query.addEventListener('change', onchange);
  const observer = new MutationObserver(onchange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    for (const query of queries) query.removeEventListener('change', onchange);
    observer.disconnect();
  };
}
