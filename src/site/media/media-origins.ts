import { isPolicyHost } from '../headers.ts';

/** The origins in `PARLEY_MEDIA`, which stand between blanks. */
export const splitOrigins = (written: string | undefined): readonly string[] =>
  (written ?? '').split(/\s+/).filter((word) => word !== '');

/**
 * The origins that somebody names: other sites whose pictures, films and sounds the pages may load. Throws at a word that
 * is no origin, because a policy with it would allow something else.
 */
export function readMediaOrigins(words: readonly string[]): readonly string[] {
  return words.map((word) => {
    const url = URL.canParse(word) ? new URL(word) : null;
    const isOrigin = url?.protocol === 'https:' && `${url.origin}/` === url.href;
    if (isOrigin && isPolicyHost(url.hostname)) return url.origin;
    throw new Error(
      `Media from ${word}: this is not the origin of a site. Write one such as https://images.example.`,
    );
  });
}

/** Adds origins to what the policies of `_headers` let a page show and play. */
export const allowMedia = (headers: string, origins: readonly string[]): string =>
  headers.replace(/\b(img-src|media-src) [^;\n]*/g, (rule) => [rule, ...origins].join(' '));
