import { afterEach, expect, test, vi } from 'vitest';
import { trustWorker } from '../../../src/map/maplibre/trusted-types.ts';

type Rules = { createScriptURL: (url: string) => string | null };

/** The rules that a page without any gets, in a frame of some origin. */
function rulesIn(origin: string): Rules {
  const createPolicy = vi.fn<(name: string, rules: Rules) => void>();
  vi.stubGlobal('origin', origin);
  vi.stubGlobal('trustedTypes', { defaultPolicy: null, createPolicy });
  trustWorker('https://a.example/worker.js');
  const [name, rules] = createPolicy.mock.calls[0] ?? [];
  if (name !== 'default' || !rules) throw new Error('There is no default policy.');
  return rules;
}

afterEach(() => vi.unstubAllGlobals());

test('EM-19: of all addresses of scripts the worker’s own is trusted, and no text becomes HTML', () => {
  const rules = rulesIn('https://a.example');
  expect(Object.keys(rules)).toEqual(['createScriptURL']);
  expect(rules.createScriptURL('https://a.example/worker.js')).toBe('https://a.example/worker.js');
  for (const other of [
    'https://a.example/worker.js?b',
    '/worker.js',
    'data:text/javascript;charset=utf-8,1',
  ])
    expect(rules.createScriptURL(other)).toBeNull();
});

test('EM-18: where a frame has no origin, the worker’s text is trusted in place of its address', () => {
  const { createScriptURL } = rulesIn('null');
  expect(createScriptURL('data:text/javascript;charset=utf-8,1')).toBeTruthy();
  expect(createScriptURL('data:text/html,1')).toBeNull();
});

test('a host page that trusts by rules of its own keeps them', () => {
  const createPolicy = vi.fn();
  vi.stubGlobal('trustedTypes', { defaultPolicy: {}, createPolicy });
  trustWorker('https://a.example/worker.js');
  expect(createPolicy).not.toHaveBeenCalled();
});

test('a browser or a page that knows no such rules is left alone', () => {
  vi.stubGlobal('trustedTypes', undefined);
  expect(() => trustWorker('a')).not.toThrow();
  vi.stubGlobal('trustedTypes', {
    defaultPolicy: null,
    createPolicy: () => {
      throw new TypeError('The policy is not allowed.');
    },
  });
  expect(() => trustWorker('a')).not.toThrow();
});
