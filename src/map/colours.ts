import type { GroundColours } from './style.ts';

/** The theme's ground colours as they are now on an element, resolved to values that WebGL can use. */
export function groundColours(element: HTMLElement): GroundColours {
  const probe = document.createElement('i');
  probe.hidden = true;
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
