import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrameOptions, searchOfPage } from '../../../src/ui/frame/frame-options.ts';

test('a frame asks for nothing of its own', () => {
  expect(readFrameOptions('')).toEqual({ autoplay: false, loop: false, list: false });
});

test('an address asks a frame to play by itself, to begin again, and to lie open', () => {
  expect(readFrameOptions('?autoplay=1&loop=1&list=open')).toEqual({
    ...{ autoplay: true, loop: true, list: true },
  });
});

test('whatever else it says is passed over', () => {
  const asksNothing = (text: string): boolean => {
    const query = new URLSearchParams({ autoplay: `${text} `, loop: `${text} `, list: `${text} ` });
    const options = readFrameOptions(`?${query}`);
    return !options.autoplay && !options.loop && !options.list;
  };
  fc.assert(fc.property(fc.string(), asksNothing));
});

test('the whole page that a frame leads to has its bar and its own headings, and all else that was asked for', () => {
  expect(searchOfPage('?controls=0&t=2018-06-12&h=3&accent=00695c&h=4')).toBe(
    't=2018-06-12&accent=00695c',
  );
  expect(searchOfPage('')).toBe('');
});
