import type { GroundColours } from './style.ts';

/** The theme's basemap colours on an element, resolved to values that WebGL can use. */
export function groundColours(element: HTMLElement): GroundColours {
  const probe = document.createElement('i');
  probe.hidden = true;
  // Without this, forced colours would replace the theme's colour on the probe.
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  const resolve = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    sea: resolve('sea'),
    land: resolve('land'),
    coast: resolve('coast'),
    border: resolve('border'),
  };
  probe.remove();
  return colours;
}

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
