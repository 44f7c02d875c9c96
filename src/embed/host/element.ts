import { ATTRIBUTES, BOOLEAN_ATTRIBUTES } from './attributes.ts';
import { INITIAL_STATE, type ElementState } from './element-state.ts';
import { createFrame, type MapFrame } from './frame.ts';
import { isOn } from '../flag.ts';
import type { State } from '../protocol.ts';

const METHODS = ['play', 'pause', 'next', 'previous', 'seek', 'select', 'selectPerson', 'getState'];

/** The element's private property for its frame. A symbol cannot collide with names that a page uses. */
const FRAME = Symbol();

/**
 * `<parley-map src="https://maps.example/thaw/">`: a map in a frame. Its interface is that of `HTMLMediaElement`, with
 * `date` (EDTF) in place of seconds. Its content is the fallback: shown until the map is ready, and if it never is.
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
    // Properties that the page set before the element was defined hide the accessors: set them again.
    const ownProperties = { ...this };
    for (const name in ownProperties) Reflect.deleteProperty(this, name);
    Object.assign(this, ownProperties);
    this[FRAME].connect();
  }

  /** With this callback, an element that `moveBefore` moves keeps its frame. */
  connectedMoveCallback(): void {}

  disconnectedCallback(): void {
    this[FRAME].disconnect();
  }

  attributeChangedCallback(name: string): void {
    this[FRAME].change(name);
  }
}

/** Each attribute as a property. The state of the map goes before what the author has written. */
for (const attribute of [...ATTRIBUTES, ...Object.keys(INITIAL_STATE)]) {
  const isRate = attribute === 'speed';
  const key = (isRate ? 'playbackRate' : attribute.replace('-id', '')) as keyof ElementState;
  const isBoolean = BOOLEAN_ATTRIBUTES.includes(attribute);
  const descriptor: PropertyDescriptor & ThisType<ParleyMap> = {
    get() {
      const { state } = this[FRAME];
      const value = this.getAttribute(attribute);
      if (key in state) return state[key];
      if (isRate) return Number(value) || 1;
      if (!isBoolean) return value;
      // `keyboard` is on by default.
      return value === null ? attribute === 'keyboard' : isOn(value);
    },
    set(value: unknown) {
      if (attribute in INITIAL_STATE) return;
      if (value === null || value === undefined) this.removeAttribute(attribute);
      else
        this.setAttribute(
          attribute,
          (isBoolean ? Number(isOn(`${value as string}`)) : value) as string,
        );
    },
  };
  if (key !== ('lang' as string)) {
    const name = attribute.replace('-id', 'Id');
    Object.defineProperty(ParleyMap.prototype, isRate ? key : name, descriptor);
  }
}

for (const name of METHODS) {
  Object.defineProperty(ParleyMap.prototype, name, {
    value(this: ParleyMap, to?: unknown): Promise<State> {
      return this[FRAME].call(name, to);
    },
  });
}

/** Defines the element. A page may load the script more than once. */
export function defineParleyMap(): void {
  if (!customElements.get('parley-map')) customElements.define('parley-map', ParleyMap);
}
