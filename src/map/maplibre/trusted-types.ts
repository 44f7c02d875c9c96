/** Beginning of the URL that MapLibre gives its worker in a frame without an origin, which can load no script file. */
const DATA_URL = 'data:text/javascript;charset=utf-8,';

/**
 * On a page with `require-trusted-types-for 'script'`, allows one script URL: the worker of the live map, by its built
 * address or, in a frame without an origin, as a data URL. HTML stays forbidden. A default policy of the host page is
 * kept.
 */
export function trustWorker(address: string): void {
  const types = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
  if (!types || types.defaultPolicy) return;
  const isWorker = (url: string): boolean =>
    url === address || (globalThis.origin === 'null' && url.startsWith(DATA_URL));
  try {
    types.createPolicy('default', { createScriptURL: (url) => (isWorker(url) ? url : null) });
  } catch {
    // The page's CSP forbids this policy. The static basemap stays.
  }
}

/** The part of the browser's `TrustedTypePolicyFactory` that is used here. TypeScript does not know it. */
interface TrustedTypes {
  readonly defaultPolicy: unknown;
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string | null }): unknown;
}
