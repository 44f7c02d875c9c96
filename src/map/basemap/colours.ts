import type { GroundColours } from './style.ts';

/** Colours of the theme on an element as `rgb(…)`: values that WebGL and calculations can use. */
export function readColours<Name extends string>(
  element: HTMLElement,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const probe = document.createElement('i');
  probe.hidden = true;
  // Without this, forced colours would replace the theme's colour on the probe.
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  const colours = names.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(colours) as Record<Name, string>;
}

/** The theme's basemap colours on an element. */
export const groundColours = (element: HTMLElement): GroundColours =>
  readColours(element, ['sea', 'land', 'coast', 'border']);

/** Calls back whenever the theme's colours may have changed. Returns a function that undoes it. */
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
