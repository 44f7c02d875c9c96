/** A story's address that the page may ask for, or why it may not. */
export type CheckedAddress =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly why: string; readonly origins: readonly string[] };

/**
 * Checks the address of a story at run time. Anybody can write a link with such an address, so it must lead to an origin
 * that the deployment allows: its own, or one of `origins`. `written`: as the address of the page has it, absolute or
 * relative to `page`.
 */
export function checkAddress(
  written: string,
  page: string,
  origins: readonly string[],
): CheckedAddress {
  const allowed = allowedOrigins(page, origins);
  const refuse = (why: string): CheckedAddress => ({ ok: false, why, origins: allowed });
  // The browser reads `\` as `/`, and leaves out tabs, line ends and what stands before the address.
  if (/^[\\/]{2}/.test(written.replace(/[\t\n\r]/g, '').replace(/^[\0- ]+/, '')))
    return refuse('It begins with “//”. Write the whole address: https://…');
  if (!URL.canParse(written, page)) return refuse('It is not an address.');
  const url = new URL(written, page);
  if (!/^https?:$/.test(url.protocol)) return refuse('It does not begin with “https:” or “http:”.');
  if (url.username || url.password) return refuse('It has a user name or a password in it.');
  if (!allowed.includes(url.origin)) return refuse(`It leads to ${url.origin}.`);
  url.hash = '';
  return { ok: true, url };
}

/** Of which a page can load stories, its own origin first. */
export const allowedOrigins = (page: string, origins: readonly string[]): readonly string[] => [
  ...new Set([new URL(page).origin, ...origins]),
];
