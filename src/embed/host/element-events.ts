/** Names of the events whose listeners run now, of any map: a listener may create another map. */
let running = '';

export interface ElementEvents {
  /** No event bubbles, as media events do not: pages listen for `resize` and `error` at their window. */
  readonly fire: (name: string, detail?: unknown) => void;
  /**
   * Fires an event, unless `causes` has its name: a listener that always writes an attribute would be called for ever.
   * `causes`: names of the events that led to this one.
   */
  readonly fireOnce: (name: string, detail: unknown, causes: string) => void;
  /** What this map has fired in this task, with what led to it. */
  readonly causes: () => string;
  /** The same, and the events of other maps whose listeners run now. */
  readonly allCauses: () => string;
}

export function createElementEvents(element: HTMLElement): ElementEvents {
  let fired = '';
  const fire = (name: string, detail?: unknown): void => {
    element.dispatchEvent(new CustomEvent(name, { detail }));
  };
  return {
    fire,
    fireOnce(name, detail, causes) {
      if (causes.includes(name)) return;
      const outer = running;
      running = fired = causes + name;
      setTimeout(() => (fired = ''));
      fire(name, detail);
      running = outer;
    },
    causes: () => fired,
    allCauses: () => fired + running,
  };
}
