/** HTTP headers for some paths. */
export interface HeaderRule {
  /** A path, or a prefix that ends in `*`. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads `_headers` as Netlify and Cloudflare Pages do: a path at the beginning of a line, its headers indented below it,
 * comments after `#`. Throws at any other line, with its number, so that no header is lost unnoticed.
 */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { path: string; headers: (readonly [string, string])[] }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [, name, value] = /^\s+([\w-]+):\s*(\S.*?)\s*$/.exec(line) ?? [];
    const rule = rules.at(-1);
    if (/^\/\S*$/.test(line)) rules.push({ path: line, headers: [] });
    else if (name && value && rule) rule.headers.push([name, value]);
    else throw new Error(`_headers:${index + 1} is neither a path nor a header: ${line}`);
  }
  return rules;
}

/** The headers of a path, from all rules that match. */
export function headersOf(rules: readonly HeaderRule[], path: string): HeaderRule['headers'] {
  return rules.filter((rule) => fits(rule.path, path)).flatMap(({ headers }) => headers);
}

const fits = (pattern: string, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

/** Whether a host may stand in a policy. URLs allow more: `;` would end a rule of it, `*` would allow every site. */
export const isPolicyHost = (host: string): boolean => /^[a-z\d.-]+$/.test(host);

/**
 * Names an origin in every policy of `_headers` beside `'self'`. In a frame without an origin of its own
 * (`sandbox="allow-scripts"`), WebKit lets `'self'` stand for nothing, and the page would load no style and no script.
 */
export const nameOrigin = (text: string, origin: string): string =>
  text.replace(/^\s+Content-Security-Policy:.*/gm, (line) =>
    line.replaceAll("'self'", `'self' ${origin}`),
  );

/** Lets the pages fetch from further origins, in every policy of `_headers`. */
export const allowConnections = (text: string, origins: readonly string[]): string =>
  text.replace(/^\s+Content-Security-Policy:.*/gm, (line) =>
    line.replace(/connect-src [^;\n]*/, (rule) => [rule, ...origins].join(' ')),
  );
