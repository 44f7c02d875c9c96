import { afterEach, describe, expect, test, vi } from 'vitest';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

afterEach(() => vi.unstubAllEnvs());

describe.each([
  ['Firefox', 'PARLEY_FIREFOX', firefox, ['firefox-esr', '/snap/bin/firefox']],
  ['WebKit', 'PARLEY_WEBKIT', webkit, ['WebKitWebDriver', 'webkit2gtk-driver xvfb']],
])('%s', (name, variable, kind, words) => {
  test('that is named and does not start is told by its name, with the remedy', async () => {
    vi.stubEnv(variable, '/no/such/browser');
    await expect(kind.find()).rejects.toThrow(
      `${variable} names /no/such/browser, which does not start. Name another, or leave it out.`,
    );
  });

  test('that is nowhere is told in one line: left out, where it was looked for, and the remedy', () => {
    expect(kind.leftOut).toMatch(new RegExp(`^${name}: left out, [^\\n]* installed\\. [^\\n]*$`));
    for (const word of [...words, `${variable}=`]) expect(kind.leftOut).toContain(word);
  });

  test('that is not on the PATH is not found', async () => {
    vi.stubEnv('PATH', '/no/such/folder');
    if (name === 'WebKit') expect(await kind.find()).toBeUndefined();
  });
});

test('The Firefox that is named is taken, wherever it is', async () => {
  vi.stubEnv('PARLEY_FIREFOX', process.execPath);
  expect(await firefox.find()).toBe(process.execPath);
});
