import { ATTRIBUTES, createFrame, type Known, type MapFrame } from './frame.ts';
import type { State } from './protocol.ts';

/** Attributes that are on or off: an empty one is on, `0` is off. Keys are on unless they are turned off. */
const FLAGS = /^(autoplay|loop|keyboard)$/;

const frames = new WeakMap<object, MapFrame>();
const frameOf = (map: object): MapFrame => frames.get(map) as MapFrame;

/**
 * `<parley-map src="https://maps.example/thaw/">`: a frame with a map in it, steered in the words of
 * `HTMLMediaElement`, with `date` (EDTF) in place of seconds. What stands in it is its fallback: it is shown
 * until the map is there, and for good where the map does not come.
 */
class ParleyMap extends HTMLElement {
  static get observedAttributes(): string[] {
    return ATTRIBUTES;
  }

  constructor() {
    super();
    frames.set(this, createFrame(this));
  }

  connectedCallback(): void {
    // What a page has set before it knew what it was setting it on.
    for (const name of Object.keys(this).filter((key) => key in ParleyMap.prototype)) {
      const value: unknown = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
    frameOf(this).connect();
  }

  /** A node that is moved by `moveBefore` keeps its frame as it is. */
  connectedMoveCallback(): void {}

  disconnectedCallback(): void {
    frameOf(this).disconnect();
  }

  attributeChangedCallback(name: string): void {
    frameOf(this).change(name);
  }
}

/** Each attribute as a property; what the map has told since goes before what the author has written. */
for (const attribute of ATTRIBUTES.filter((name) => name !== 'lang')) {
  const key = attribute.replace('-id', '') as keyof Known;
  const flag = FLAGS.test(attribute);
  property(
    attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    {
      get() {
        const { known } = frameOf(this);
        const value = this.getAttribute(attribute);
        if (flag) return (value ?? (attribute === 'keyboard' ? '' : '0')) !== '0';
        return key in known ? known[key] : value;
      },
      set(value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(attribute);
        else this.setAttribute(attribute, flag ? `${Number(value)}` : `${String(value)}`);
      },
    },
  );
}

property('playbackRate', {
  get() {
    return frameOf(this).known.playbackRate ?? (Number(this.getAttribute('speed')) || 1);
  },
  set(rate: number) {
    this.setAttribute('speed', `${rate}`);
  },
});

for (const [name, none] of Object.entries({
  paused: true,
  ended: false,
  duration: NaN,
  readyState: 0,
})) {
  property(name, {
    get() {
      return frameOf(this).known[name as keyof Known] ?? none;
    },
  });
}

for (const name of ['play', 'pause', 'next', 'previous', 'seek', 'select', 'getState']) {
  property(name, {
    value: function (this: ParleyMap, to?: unknown): Promise<State> {
      return frameOf(this).call(name, to);
    },
  });
}

function property(name: string, descriptor: PropertyDescriptor & ThisType<HTMLElement>): void {
  Object.defineProperty(ParleyMap.prototype, name, descriptor);
}

/** Makes the element known to the page, once, however often the script is in it. */
export function defineParleyMap(): void {
  if (!customElements.get('parley-map')) customElements.define('parley-map', ParleyMap);
}
