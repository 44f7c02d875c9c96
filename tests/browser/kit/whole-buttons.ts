import type { Locator } from '@playwright/test';

/**
 * What is not whole in a row of buttons: a control outside `room` or over another, a sign or text that its control cuts,
 * a date under a button. Waits for two frames first, so that a new width is laid out.
 */
export const cutIn = (room: Locator): Promise<string[]> =>
  room.evaluate(async (within) => {
    await new Promise<void>((done) =>
      requestAnimationFrame(() => requestAnimationFrame(() => done())),
    );
    const overlap = (a: DOMRect, b: DOMRect): boolean =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
    const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();
    /** The box of an element's text and signs, also where the element hides a part of them. */
    const contentOf = (element: Element): DOMRect => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect();
    };
    const widestOf = (select: HTMLSelectElement): number => {
      const copy = select.cloneNode(true) as HTMLSelectElement;
      copy.style.cssText = 'position:absolute;visibility:hidden;width:max-content;min-width:0';
      select.after(copy);
      const { width } = boxOf(copy);
      copy.remove();
      return width;
    };
    const { left, right } = boxOf(within);
    const rows = '.tools > button, .tools > select, .frame-line > button, .frame-line > a';
    const controls = [...within.querySelectorAll<HTMLElement>(rows)].filter(
      (control) => control.checkVisibility({ visibilityProperty: true }) && control.offsetWidth > 0,
    );
    const faults = controls.flatMap((control, index) => {
      const name = control.ariaLabel ?? control.textContent.trim();
      const box = boxOf(control);
      const content =
        control instanceof HTMLSelectElement ? widestOf(control) : contentOf(control).width;
      return [
        ...(box.left < left - 0.5 || box.right > right + 0.5 ? [`${name} is outside`] : []),
        ...(content > box.width + 0.5 ? [`${name} is cut: ${content} px in ${box.width}`] : []),
        ...controls
          .slice(index + 1)
          .filter((other) => overlap(box, boxOf(other)))
          .map((other) => `${name} is over ${other.ariaLabel ?? other.textContent.trim()}`),
      ];
    });
    const date = within.querySelector('.date');
    const text = date && contentOf(date);
    if (date && text) {
      if (text.width > boxOf(date).width + 0.5) faults.push('the date is cut');
      if (controls.some((control) => overlap(boxOf(control), text))) {
        faults.push('the date is under a button');
      }
    }
    return faults;
  });
