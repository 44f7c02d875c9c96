import { afterEach, expect, test, vi } from 'vitest';
import { findFirefox, LEFT_OUT } from './find-firefox.ts';

afterEach(() => vi.unstubAllEnvs());

test('A Firefox that is named and does not start is told by its name, with the remedy', async () => {
  vi.stubEnv('PARLEY_FIREFOX', '/no/such/firefox');
  await expect(findFirefox()).rejects.toThrow(
    'PARLEY_FIREFOX names /no/such/firefox, which does not start. Name another, or leave it out.',
  );
});

test('The one that is named is taken, wherever it is', async () => {
  vi.stubEnv('PARLEY_FIREFOX', process.execPath);
  expect(await findFirefox()).toBe(process.execPath);
});

test('Where none is found, one line says that it is left out, where it was looked for, and the remedy', () => {
  expect(LEFT_OUT).toMatch(/^Firefox: left out, none is installed\. [^\n]*$/);
  for (const words of ['firefox-esr', '/snap/bin/firefox', 'PARLEY_FIREFOX=']) {
    expect(LEFT_OUT).toContain(words);
  }
});
