import { expect, test } from 'vitest';
import { isOn } from '../../src/embed/flag.ts';
import { readParameters } from '../../src/ui/url/parameters.ts';

const ON = [
  '',
  '1',
  'true',
  'TRUE',
  'yes',
  'on',
  'autoplay',
  'keyboard',
  '2',
  'null',
  '00',
  'nope',
];
const OFF = ['0', 'false', 'False', 'FALSE', 'off', 'OFF', 'no', ' no ', '\n0\t', '\u00a0false'];

test('A flag is on where it is present, whatever its value, but for false, 0, off and no', () => {
  // What a template leaves behind is a value too.
  const all = [...ON, 'auto-play', '{{ autoplay }}', '"false"', 'not now', 'falsehood', '켬'];
  expect(all.filter((value) => !isOn(value))).toEqual([]);
  expect(OFF.filter(isOn)).toEqual([]);
});

test('The address reads all its flags so; where one is absent it has its default', () => {
  const FLAGS = ['controls', 'keyboard', 'autoplay', 'loop'] as const;
  for (const flag of FLAGS) {
    const read = (value: string) =>
      readParameters(`?${flag}=${encodeURIComponent(value)}`, true)[flag];
    expect(ON.map(read), flag).toEqual(ON.map(() => true));
    expect(OFF.map(read), flag).toEqual(OFF.map(() => false));
    expect(readParameters(`?${flag}`, true)[flag], flag).toBe(true);
  }
  const absent = readParameters('', true);
  expect(FLAGS.map((flag) => absent[flag])).toEqual([true, true, false, false]);
});
