/** The picture that `head-plugin.ts` makes, beside the pages. */
export const CARD = { file: 'card.png', width: 1200, height: 630 } as const;

export interface Publication {
  /**
   * Where the built folder is published, as `readAddress` gives it; null where that is not known. Then
   * addresses are relative: right for browsers and search engines, while social networks ask for whole ones.
   */
  readonly address: string | null;
  /** The language that the page is written in, as a BCP 47 tag. */
  readonly language: string;
  /** The other languages that it can be read in whole, by `?lang=`. */
  readonly others: readonly string[];
  /** What the picture shows, in words. */
  readonly picture: string;
  /** A page that is shown in a frame points to the page itself, and leaves the rest to it. */
  readonly framed: boolean;
}

/**
 * The address of a deployment, ending in a slash, from what its owner wrote (`PARLEY_URL`). Nothing written
 * is no address; anything else than http or https is refused, so that a slip does not reach the readers.
 */
export function readAddress(written = ''): string | null {
  const address = written.trim();
  if (address === '') return null;
  if (!/^https?:/i.test(address) || !URL.canParse(address)) {
    throw new Error(`PARLEY_URL is “${address}”. Write the page’s whole address: https://…/`);
  }
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/\/[^/]+\.html$|\/$/, '')}/`;
}
