import { expect, it } from 'vitest';
import { isPlainClick } from '../../../src/ui/keys/plain-click.ts';

const PLAIN = { button: 0, ctrlKey: false, shiftKey: false, metaKey: false, altKey: false };

it('a click of the first button alone is plain', () => {
  expect(isPlainClick(PLAIN)).toBe(true);
});

it.each(['ctrlKey', 'shiftKey', 'metaKey', 'altKey'] as const)('a click with %s is not', (key) => {
  expect(isPlainClick({ ...PLAIN, [key]: true })).toBe(false);
});

it.each([1, 2])('a click of button %d is not', (button) => {
  expect(isPlainClick({ ...PLAIN, button })).toBe(false);
});
