import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findChromium, reasonIn, type Source } from './chromium.ts';

const none = (name: string, why: string): Source => ({
  name,
  find: () => Promise.resolve({ why }),
});

beforeEach(() => {
  vi.stubEnv('PARLEY_CHROMIUM', undefined);
  vi.stubEnv('CHROMIUM_PATH', undefined);
});
afterEach(() => vi.unstubAllEnvs());

test('Where no browser is found or fetched, each try is told in a line, and the remedy', async () => {
  const sources = [
    none('On this machine', 'none that starts.'),
    none('From Playwright', 'no network.'),
  ];
  await expect(findChromium(sources)).rejects.toThrow(
    [
      'The browser tests need Chromium. None was found, and none could be fetched.',
      '  On this machine: none that starts.',
      '  From Playwright: no network.',
      'Install Chromium or Google Chrome, or name one that is there: PARLEY_CHROMIUM=/path/to/chrome npm test',
    ].join('\n'),
  );
});

test('The first source that has a browser is the last that is asked', async () => {
  const asked = vi.fn<Source['find']>();
  const sources = [
    none('On this machine', 'none.'),
    { name: 'Here', find: () => Promise.resolve({ path: '/a/chrome' }) },
    { name: 'There', find: asked },
  ];
  expect(await findChromium(sources)).toBe('/a/chrome');
  expect(asked).not.toHaveBeenCalled();
});

test('A browser that is named and does not start is told by its name, with the remedy', async () => {
  vi.stubEnv('PARLEY_CHROMIUM', '/no/such/browser');
  await expect(findChromium([])).rejects.toThrow(
    'PARLEY_CHROMIUM or CHROMIUM_PATH names /no/such/browser, which does not start. Name another, or leave it out.',
  );
});

test('Of what a command says only the line with the reason is told, never its stack', () => {
  const output =
    'Downloading Chromium\nError: getaddrinfo ENOTFOUND cdn.example\n    at GetAddrInfoReqWrap (node:dns:107:26)\n';
  expect(reasonIn(output)).toBe('Error: getaddrinfo ENOTFOUND cdn.example');
  expect(reasonIn('Reading package lists...\nE: Unable to locate package chromium\n')).toBe(
    'E: Unable to locate package chromium',
  );
  expect(reasonIn('')).toBe('it gave no reason');
});
