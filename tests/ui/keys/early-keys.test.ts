import { beforeEach, expect, test, vi } from 'vitest';
import { keepKeys } from '../../../src/ui/keys/early-keys.ts';

/** A page in which something has the focus that is the slider, or is not. */
const pageWith = (isSlider: boolean): HTMLElement =>
  Object.assign(new EventTarget(), { matches: () => isSlider }) as unknown as HTMLElement;

function press(page: HTMLElement, key: string, answered = false): Event {
  const event = Object.assign(new Event('keydown', { cancelable: true }), { key });
  if (answered) event.preventDefault();
  page.dispatchEvent(event);
  return event;
}

let asked: ReturnType<typeof vi.fn<() => void>>;
beforeEach(() => {
  asked = vi.fn<() => void>();
});

test('keys that come too early are kept in order, and what answers them is asked for', () => {
  const page = pageWith(false);
  const take = keepKeys(page, asked);
  const events = ['k', '.', ' '].map((key) => press(page, key));
  expect(asked).toHaveBeenCalled();
  expect(take()).toEqual(events);
});

test('what something else has answered is not kept, nor what comes once they have been handed over', () => {
  const page = pageWith(false);
  const take = keepKeys(page, asked);
  press(page, 'ArrowRight', true);
  expect(take()).toEqual([]);
  press(page, 'k');
  expect(take()).toEqual([]);
  expect(asked).not.toHaveBeenCalled();
});

test('AX-14: space on the slider scrolls no page, and elsewhere stays what it is', () => {
  const [slider, button] = [pageWith(true), pageWith(false)];
  keepKeys(slider, asked);
  keepKeys(button, asked);
  expect(press(slider, ' ').defaultPrevented).toBe(true);
  expect(press(slider, 'ArrowRight').defaultPrevented).toBe(false);
  expect(press(button, ' ').defaultPrevented).toBe(false);
});
