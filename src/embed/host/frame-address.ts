import { isOn } from '../flag.ts';
import { BOOLEAN_ATTRIBUTES, MOMENT_ATTRIBUTES } from './attributes.ts';

/**
 * Turns a link to a deployment into the address of its page for frames, with the element's attributes as parameters.
 * `state` is the frame's last state; it replaces the attributes that name a moment and a place. Before there is one,
 * the `state` attribute replaces those that name a moment; an empty one does nothing.
 */
export function setFrameAddress(
  link: HTMLAnchorElement,
  element: HTMLElement,
  state: string | undefined,
  theme: string,
): void {
  link.pathname = link.pathname.replace(/\/?([\w-]+\.html)?$/, '/embed.html');
  const hasState = state !== undefined;
  const moment = hasState ? `${state}&` : element.getAttribute('state');
  // Of two parameters of a name the first counts.
  const query = new URLSearchParams([moment, link.search.slice(1)].join('&'));
  const attributes = [
    moment ? [] : MOMENT_ATTRIBUTES,
    hasState ? [] : ['place-id', 'person-id'],
    'motion',
    'story',
    BOOLEAN_ATTRIBUTES,
  ].flat();
  for (const attribute of attributes) {
    const value = element.getAttribute(attribute);
    const isFlag = value !== null && BOOLEAN_ATTRIBUTES.includes(attribute);
    const text = isFlag ? `${Number(isOn(value))}` : value;
    if (text) query.set(attribute.replace('date', 't').replace('-id', ''), text);
  }
  const language = languageAround(element);
  if (language) query.set('lang', language);
  query.set('theme', theme);
  link.search = `${query}`;
  link.textContent = link.href;
}

/** The `lang` that holds for an element, also from outside of a shadow root. */
function languageAround(element: Element): string | undefined {
  const found = element.closest<HTMLElement>('[lang]');
  const { host } = element.getRootNode() as ShadowRoot;
  return found || !host ? found?.lang : languageAround(host);
}
