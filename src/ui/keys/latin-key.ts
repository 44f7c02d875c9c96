/**
 * What no Latin keyboard writes: anything but Latin letters, their accents, and the punctuation and currency signs that
 * Latin layouts have (AZERTY's `§`, BÉPO's `«`). Some keys write two characters, such as Arabic `لا` and Hindi `श्र`.
 */
const OTHER_SCRIPT = /^[^\0-\u036f\u1e00-\u1eff\u2000-\u2bff]+$/u;

/** Signs of other scripts that mean the same. Signs of full width, such as `？`, need no entry. */
const SIGNS: Readonly<Record<string, string>> = {
  '،': ',',
  '、': ',',
  '。': '.',
  '؟': '?',
  '《': '<',
  '》': '>',
};

/** Keys that are bound together with Shift, by `KeyboardEvent.code`: the sign without and with it. */
const PLACES: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Space: [' ', ' '],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
};

/**
 * The key that is meant by a press. A keyboard of another script writes no K, so there the key's place counts (`code`).
 * On a Latin keyboard `key` counts: AZERTY and Dvorak have their letters at other places.
 */
export function latinKey({
  key,
  code,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  if (!OTHER_SCRIPT.test(key)) return key;
  const wide = key.normalize('NFKC');
  const sign = SIGNS[wide] ?? wide;
  if (!OTHER_SCRIPT.test(sign)) return sign;
  const place = PLACES[code]?.[shiftKey ? 1 : 0];
  if (place) return place;
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  // Shift and a digit is another sign on most keyboards.
  const digit = shiftKey ? undefined : /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  return letter ?? digit ?? key;
}
