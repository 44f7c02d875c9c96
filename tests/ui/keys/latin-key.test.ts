import { describe, expect, it } from 'vitest';
import { latinKey } from '../../../src/ui/keys/latin-key.ts';

/** What was pressed: the character, the key's place on the keyboard, and whether Shift was held. */
const read = (key: string, code: string, shiftKey = false): string =>
  latinKey({ key, code, shiftKey });

describe('the key of a keyboard', () => {
  it.each([
    ['Korean', 'ㅏ', 'KeyK', 'k'],
    ['Korean', 'ㄹ', 'KeyF', 'f'],
    ['Russian', 'л', 'KeyK', 'k'],
    ['Russian', 'б', 'Comma', ','],
    ['Russian', 'ю', 'Period', '.'],
    ['Greek', 'κ', 'KeyK', 'k'],
    ['Hebrew', 'ל', 'KeyK', 'k'],
    ['Hebrew', 'ץ', 'Period', '.'],
    ['Arabic', 'ن', 'KeyK', 'k'],
    ['Thai', 'ถ', 'Digit5', '5'],
    ['Hindi', 'ल', 'KeyN', 'n'],
    ['Arabic digits', '٥', 'Digit5', '5'],
    ['Arabic digits', '٥', 'Numpad5', '5'],
    ['Ukrainian', 'і', 'KeyS', 's'],
    ['Greek, accented', 'ά', 'KeyF', 'f'],
    ['Japanese kana', 'の', 'KeyK', 'k'],
    ['Japanese kana', 'る', 'Period', '.'],
    ['Zhuyin', 'ㄥ', 'Slash', '/'],
    ['Georgian', 'კ', 'KeyK', 'k'],
    ['Armenian', 'կ', 'KeyK', 'k'],
    ['Urdu', '۔', 'Period', '.'],
    ['Arabic, two characters', 'لا', 'KeyF', 'f'],
    ['Arabic, a ligature', 'ﻻ', 'KeyF', 'f'],
    ['Hindi, three characters', 'ज्ञ', 'KeyK', 'k'],
    ['Khmer, two characters', 'ុំ', 'Comma', ','],
    ['beyond the first plane: Adlam', '𞤳', 'KeyK', 'k'],
    ['full width', 'ｋ', 'KeyK', 'k'],
    ['full width', '５', 'Digit5', '5'],
    ['full width', '\u3000', 'Space', ' '],
  ])('is the Latin one of its place: %s %s', (_, key, code, expected) => {
    expect(read(key, code)).toBe(expected);
  });

  it('is the shifted one of its place while Shift is held, and no digit', () => {
    expect(read('Л', 'KeyK', true)).toBe('k');
    expect(read('Б', 'Comma', true)).toBe('<');
    expect(read('Ю', 'Period', true)).toBe('>');
    expect(read('ฦ', 'Slash', true)).toBe('?');
    expect(read('๑', 'Digit2', true)).toBe('๑');
    expect(read('・', 'Slash', true)).toBe('?');
    expect(read('〈', 'Comma', true)).toBe('<');
    expect(read('श्र', 'Digit7', true)).toBe('श्र');
  });

  it.each([
    ['。', 'Period', '.'],
    ['．', 'Period', '.'],
    ['、', 'Comma', ','],
    ['，', 'Comma', ','],
    ['؟', 'Slash', '?'],
    ['？', 'Slash', '?'],
    ['《', 'Comma', '<'],
    ['》', 'Period', '>'],
  ])('is the same sign where another script writes it as %s', (key, code, expected) => {
    expect(read(key, code, false)).toBe(expected);
    expect(read(key, code, true)).toBe(expected);
  });

  it('is a sign and not a letter where both differ: on Arabic keyboards a comma is Shift and K', () => {
    expect(read('،', 'KeyK', true)).toBe(',');
  });

  it.each([
    ['AZERTY', 'a', 'KeyQ'],
    ['AZERTY', ';', 'Comma'],
    ['AZERTY', '?', 'KeyM'],
    ['AZERTY', 'é', 'Digit2'],
    ['AZERTY', '§', 'Digit6'],
    ['AZERTY', 'µ', 'KeyK'],
    ['BÉPO', '«', 'Digit2'],
    ['Dvorak', 'f', 'KeyY'],
    ['Dvorak', '.', 'KeyE'],
    ['QWERTZ', 'ß', 'Minus'],
    ['Turkish', 'ı', 'KeyI'],
    ['Polish', 'Ł', 'KeyL'],
    ['Vietnamese', 'ạ', 'KeyK'],
    ['Vietnamese', '\u0300', 'Digit5'],
    ['euro', '€', 'KeyF'],
    ['Russian', '.', 'Slash'],
    ['named', 'ArrowLeft', 'KeyK'],
    ['named', 'Dead', 'KeyK'],
    ['named', 'Process', 'KeyK'],
    ['named', 'HangulMode', 'KeyK'],
    ['named', 'Convert', 'Space'],
    ['unidentified', 'Unidentified', ''],
  ])('is what it writes on a Latin keyboard: %s %s', (_, key, code) => {
    expect(read(key, code)).toBe(key);
  });

  it('is left as it is where its place says nothing', () => {
    for (const code of ['', 'IntlRo', 'Minus', 'KeyKeyK', 'Digit', 'Lang1']) {
      expect(read('ㅏ', code)).toBe('ㅏ');
    }
  });
});
