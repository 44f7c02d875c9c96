import { ATTRIBUTES, FLAGS } from './attributes.ts';
import { createFrame, NOTHING, type Known, type MapFrame } from './frame.ts';
import type { State } from '../protocol.ts';

const METHODS = ['play', 'pause', 'next', 'previous', 'seek', 'select', 'getState'];

/** Where an element keeps its frame: no name that a page could stumble over. */
const FRAME = Symbol();

/**
 * `<parley-map src="https://maps.example/thaw/">`: a frame with a map in it, steered in the words of
 * `HTMLMediaElement`, with `date` (EDTF) in place of seconds. What stands in it is its fallback: it is shown
 * until the map is there, and for good where the map does not come.
 */
class ParleyMap extends HTMLElement {
  declare [FRAME]: MapFrame;

  static get observedAttributes(): string[] {
    return ATTRIBUTES;
  }

  constructor() {
    super();
    this[FRAME] = createFrame(this);
  }

  connectedCallback(): void {
    // What a page has set before it knew what it was setting it on.
    const early = { ...this };
    for (const name in early) Reflect.deleteProperty(this, name);
    Object.assign(this, early);
    this[FRAME].connect();
  }

  /** A node that is moved by `moveBefore` keeps its frame as it is. */
  connectedMoveCallback(): void {}

  disconnectedCallback(): void {
    this[FRAME].disconnect();
  }

  attributeChangedCallback(name: string): void {
    this[FRAME].change(name);
  }
}

/** Each attribute as a property; what the map has told since goes before what the author has written. */
for (const attribute of [...ATTRIBUTES, ...Object.keys(NOTHING)]) {
  const rate = attribute === 'speed';
  const key = (rate ? 'playbackRate' : attribute.replace('-id', '')) as keyof Known;
  const flag = FLAGS.includes(attribute);
  const descriptor: PropertyDescriptor & ThisType<ParleyMap> = {
    get() {
      const { known } = this[FRAME];
      const value = this.getAttribute(attribute);
      if (key in known) return known[key];
      if (rate) return Number(value) || 1;
      // Keys are on unless they are turned off.
      return flag ? (value ?? (attribute === 'keyboard' ? '' : '0')) !== '0' : value;
    },
    set(value: unknown) {
      if (attribute in NOTHING) return;
      if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, (flag ? Number(value) : value) as string);
    },
  };
  if (key !== ('lang' as string)) {
    const name = attribute.replace('-id', 'Id');
    Object.defineProperty(ParleyMap.prototype, rate ? key : name, descriptor);
  }
}

for (const name of METHODS) {
  Object.defineProperty(ParleyMap.prototype, name, {
    value(this: ParleyMap, to?: unknown): Promise<State> {
      return this[FRAME].call(name, to);
    },
  });
}

/** Makes the element known to the page, once, however often the script is in it. */
export function defineParleyMap(): void {
  if (!customElements.get('parley-map')) customElements.define('parley-map', ParleyMap);
}
