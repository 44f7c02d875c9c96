/** URLs allow more in a host: `;` would end the rule of a policy, `*` would allow every site. */
const HOST = /^[a-z\d.-]+$/;

/** The words of `PARLEY_MEDIA`, which stand between blanks. */
export const wordsOf = (written: string | undefined): readonly string[] =>
  (written ?? '').split(/\s+/).filter((word) => word !== '');

/**
 * The origins that somebody names: other sites whose pictures, films and sounds the pages may load. Throws at a word that
 * is no origin, because a policy with it would allow something else.
 */
export function readMediaOrigins(words: readonly string[]): readonly string[] {
  return words.map((word) => {
    const url = URL.canParse(word) ? new URL(word) : null;
    const isOrigin = url?.protocol === 'https:' && `${url.origin}/` === url.href;
    if (isOrigin && HOST.test(url.hostname)) return url.origin;
    throw new Error(
      `Media from ${word}: this is not the origin of a site. Write one such as https://images.example.`,
    );
  });
}

/** Adds origins to what the policies of `_headers` let a page show and play. */
export const allowMedia = (headers: string, origins: readonly string[]): string =>
  headers.replace(/\b(img-src|media-src) [^;]*/g, (rule) => [rule, ...origins].join(' '));
