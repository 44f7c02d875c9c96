import { heightAt, SANDBOX } from '../../embed/protocol.ts';
import type { DisplaySettings } from '../url/display-settings.ts';

/** What is shared: a page, the moment at which it opens, and its look in a host page. */
export interface Sharing {
  /** The page's own address, ending in a slash. Never the address of `embed.html`. */
  readonly page: string;
  /** Name of the iframe and text of its fallback link, as plain text. */
  readonly title: string;
  /** The address of the story, relative to `page` or absolute; null for the one that the page was built with. */
  readonly asked: string | null;
  /** Moment, place and speed as `formatAddress` writes them; empty for the beginning. */
  readonly state: string;
  /** BCP 47 tags: the language to show, and the page's own language, which is left out of addresses. */
  readonly language: string;
  readonly own: string;
  readonly theme: DisplaySettings['theme'];
  /** Height of the iframe in CSS pixels; null for the height of the table `HEIGHTS`. */
  readonly height: number | null;
}

/** Assumed width of an article's column. Pasted HTML has a fixed height, and cannot know the real width. */
export const COLUMN = 640;

/** The link that opens the page as it is shared. */
export const formatLink = (sharing: Sharing): string => sharing.page + formatQuery(sharing, null);

/** The query of the iframe's address. */
export const formatFrameQuery = (sharing: Sharing): string =>
  formatQuery(sharing, themeOf(sharing));

/**
 * An iframe and a link to the page, as one line of HTML without any script. The link is what sanitisers leave. The line
 * is JSX too: no `style`, and two names with the capital that React wants. HTML does not distinguish capitals.
 * `width`: CSS pixels, or all of the column.
 */
export function formatIframe(sharing: Sharing, width: number | '100%' = '100%'): string {
  const { page, title, height } = sharing;
  const attributes = {
    src: `${page}embed.html${formatFrameQuery(sharing)}`,
    title,
    loading: 'lazy',
    allow: 'fullscreen',
    referrerPolicy: 'strict-origin-when-cross-origin',
    sandbox: SANDBOX,
    width: String(width),
    height: String(height ?? heightAt(COLUMN)),
    frameBorder: '0',
  };
  return `<iframe ${formatAttributes(attributes)}></iframe><p>${formatAnchor(sharing)}</p>`;
}

/**
 * The element and its script, as two lines of HTML. The element adapts its height to its width, and the host page can
 * control it. It has a `lang`, because without one it would take the host page's language.
 */
export function formatScript(sharing: Sharing): string {
  const { page, asked, state, language, height } = sharing;
  const attributes = {
    src: `${page}embed.html`,
    story: asked,
    state: state || null,
    lang: language,
    theme: themeOf(sharing),
    height: height === null ? null : String(height),
  };
  const script = `<script async src="${escapeText(page)}parley-map.js"></script>`;
  return `${script}\n<parley-map ${formatAttributes(attributes)}>${formatAnchor(sharing)}</parley-map>`;
}

/** The link, named by the title. Its signs that JSX or Markdown reads are escaped. */
function formatAnchor(sharing: Sharing): string {
  const title = escapeText(sharing.title).replace(
    /[{}*_`~[\]\\]/g,
    (sign) => `&#${sign.charCodeAt(0)};`,
  );
  return `<a href="${escapeText(formatLink(sharing))}">${title}</a>`;
}

/** The default theme of a frame is light, so it is left out. */
const themeOf = ({ theme }: Sharing): string | null => (theme === 'light' ? null : theme);

/** Attributes by name. Those with the value null are left out. */
type Attributes = Readonly<Record<string, string | null>>;

const withoutNulls = (attributes: Attributes): [string, string][] =>
  Object.entries(attributes).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));

const formatAttributes = (attributes: Attributes): string =>
  withoutNulls(attributes)
    .map(([name, value]) => `${name}="${escapeText(value)}"`)
    .join(' ');

function formatQuery({ asked, state, language, own }: Sharing, theme: string | null): string {
  const query = new URLSearchParams(state);
  const more = { story: asked, lang: language === own ? null : language, theme };
  for (const [name, value] of withoutNulls(more)) query.set(name, value);
  return query.size > 0 ? `?${query}` : '';
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Escapes text for HTML: for an element, or for an attribute in double quotes. */
export const escapeText = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
