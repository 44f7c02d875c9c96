import type { BrowserContext } from '@playwright/test';

/**
 * Said by the browser about itself, not about the page: composing without a graphics card, it reads
 * each picture of a WebGL canvas back.
 */
export const READ_BACK = /GL Driver Message .* GPU stall due to ReadPixels/;

/** The story's file is preloaded for a script. Where no script runs, the browser says after some seconds that nobody used it. */
export const UNUSED_PRELOAD = /was preloaded using link preload but not used/;

/** Collects what goes wrong in every page and frame of a context, in words, from now on. */
export function watch(context: BrowserContext, origins: readonly string[]): readonly string[] {
  const faults: string[] = [];
  // Rejections that nobody handles arrive here too.
  context.on('weberror', (thrown) => faults.push(`error: ${String(thrown.error())}`));
  context.on('console', (line) => {
    const isFault = line.type() === 'error' || line.type() === 'warning';
    if (isFault && !READ_BACK.test(line.text())) {
      faults.push(`console.${line.type()}: ${line.text()} (${line.location().url})`);
    }
  });
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const foreign = /^(https?|wss?):$/.test(protocol) && !origins.includes(origin);
    if (foreign) faults.push(`request to another origin: ${request.url()}`);
  });
  return faults;
}
