import { isPolicyHost } from '../headers.ts';

/** The picture for social media, drawn by `site/card/`. */
export const CARD = { file: 'card.png', width: 1200, height: 630 } as const;

export interface Publication {
  /**
   * Where the built folder is published, from `readAddress`; null if that is not known. Addresses are then relative, which
   * browsers and search engines accept, but social networks do not.
   */
  readonly address: string | null;
  /** The language that the page is written in, as a BCP 47 tag. */
  readonly language: string;
  /** The other complete languages, reached by `?lang=`. */
  readonly others: readonly string[];
  /** Alternative text of the picture. */
  readonly picture: string;
  /** The page for frames. It only links to the page itself as canonical. */
  readonly framed: boolean;
}

/**
 * The address of a deployment, ending in a slash, as its owner writes it. Null if that is empty. Throws if it is not an
 * http or https address of a folder or page, so that a mistake does not reach the readers, and nothing else a policy.
 */
export function readAddress(written = ''): string | null {
  const address = written.trim();
  if (address === '') return null;
  const url = /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : null;
  if (url === null || !isPolicyHost(url.hostname)) {
    throw new Error(`“${address}” is no address of a page. Write the whole address: https://…/`);
  }
  if (url.username !== '' || url.password !== '') {
    // Not shown: messages end in logs.
    throw new Error(
      'The address has a user name or a password, which readers would see. Remove what is before @.',
    );
  }
  if (/[?#]/.test(address)) {
    throw new Error(`“${address}” has ? or #, which no folder has. Write the address before it.`);
  }
  const { origin, pathname } = url;
  return `${origin}${pathname.replace(/\/[^/]+\.html$|\/$/, '')}/`;
}

/**
 * The origins from which a page may fetch a story at run time, as the owner of a deployment writes them: each once, without
 * a path. Throws at anything else, so that nobody allows more or less than is written.
 */
export function readStoryOrigins(written: readonly string[] = []): readonly string[] {
  const origins = written.map((each) => {
    const origin = each.trim().replace(/\/$/, '');
    const isOrigin = /^https?:/i.test(origin) && URL.canParse(origin);
    // The browser's own writing, without capitals and default ports.
    const { origin: plain = '', href = '' } = isOrigin ? new URL(origin) : {};
    if (isOrigin && href === `${plain}/` && !/[*;,\s]/.test(origin)) return plain;
    throw new Error(
      `“${each}” is no origin for stories. Write protocol and host: https://data.example`,
    );
  });
  return [...new Set(origins)];
}
