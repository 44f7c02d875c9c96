/** Ends what has been begun. */
type Undo = () => void;

/** A browser that is never idle begins all the same, after so many ms. */
const PATIENCE = 4000;

/** Safari has no idle callback: there, so many ms after everything that is due. */
const SETTLED = 200;

/**
 * Calls back once when an element has been within one viewport of being seen for so many ms, and the main thread has
 * nothing better to do. What goes by before that is passed over. Returns its undo.
 */
export function startWhenNear(element: Element, callback: () => void, dwell = 0): Undo {
  let forget: Undo = () => undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      forget();
      if (!entries.at(-1)?.isIntersecting) return;
      // Looked at anew when it has stayed, because that is told in a picture's own time.
      forget = dwell > 0 ? wait(() => startWhenNear(element, begin), dwell) : askIdle(begin);
    },
    { rootMargin: '100%' },
  );
  const begin = (): void => {
    observer.disconnect();
    callback();
  };
  observer.observe(element);
  return () => {
    observer.disconnect();
    forget();
  };
}

/**
 * To be asked while a picture is made: Chrome is idle after pictures, and in a frame of another site where nothing
 * moves there is none for it to be idle after.
 */
function askIdle(callback: () => void): Undo {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(callback, SETTLED);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(callback, { timeout: PATIENCE });
  return () => cancelIdleCallback(idle);
}

/** Goes on after so many ms. */
function wait(next: () => Undo, ms: number): Undo {
  let forget: Undo | undefined;
  const timer = setTimeout(() => (forget = next()), ms);
  return () => {
    clearTimeout(timer);
    forget?.();
  };
}
