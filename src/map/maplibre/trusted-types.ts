/** As MapLibre writes a worker's own text where a frame has no origin, and so may load none by its address. */
const WRITTEN_OUT = 'data:text/javascript;charset=utf-8,';

/**
 * Where a page trusts no text as code (`require-trusted-types-for 'script'`), the worker of the live ground is the one
 * exception: its address as it was built, or, in a frame without an origin, its text. Nothing becomes HTML. A host
 * page that has rules of its own keeps them.
 */
export function trustWorker(address: string): void {
  const types = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
  if (!types || types.defaultPolicy) return;
  const isWorker = (url: string): boolean =>
    url === address || (globalThis.origin === 'null' && url.startsWith(WRITTEN_OUT));
  try {
    types.createPolicy('default', { createScriptURL: (url) => (isWorker(url) ? url : null) });
  } catch {
    // The page allows no policy of this name; the ground then stays still.
  }
}

/** Of the browser's `TrustedTypePolicyFactory`, what is used here: TypeScript does not know it. */
interface TrustedTypes {
  readonly defaultPolicy: unknown;
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string | null }): unknown;
}
