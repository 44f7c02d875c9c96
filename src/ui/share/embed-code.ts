import { heightAt, SANDBOX } from '../../embed/protocol.ts';
import type { DisplaySettings } from '../url/display-settings.ts';

/** What somebody gives to others: a page, where it opens, and how it looks in a page of theirs. */
export interface Sharing {
  /** The page's own address, ending in a slash; never that of a frame. */
  readonly page: string;
  /** What it shows, as plain text: the name of the frame, and of the link that stands in for it. */
  readonly title: string;
  /** Moment, place and speed as `formatAddress` writes them; empty for the beginning. */
  readonly state: string;
  /** BCP 47 tags: the language to read it in, and the one that the page is written in and needs no saying. */
  readonly language: string;
  readonly own: string;
  readonly theme: DisplaySettings['theme'];
  /** Of the frame, in CSS pixels; null for what the table of heights says. */
  readonly height: number | null;
}

/** The width of an article's column: a line that is pasted has one height, and must guess. */
export const COLUMN = 640;

/** The link that opens the page as it is shared. */
export const formatLink = (sharing: Sharing): string => sharing.page + formatQuery(sharing, null);

/** What the frame is asked for. */
export const formatFrameQuery = (sharing: Sharing): string =>
  formatQuery(sharing, themeOf(sharing));

/** The frame as one line of HTML, whole without any script; its width in CSS pixels or as a share of its column. */
export function formatIframe(sharing: Sharing, width: number | '100%' = '100%'): string {
  const { page, title, height } = sharing;
  const attributes = {
    src: `${page}embed.html${formatFrameQuery(sharing)}`,
    title,
    loading: 'lazy',
    allow: 'fullscreen',
    referrerpolicy: 'strict-origin-when-cross-origin',
    sandbox: SANDBOX,
    width: String(width),
    height: String(height ?? heightAt(COLUMN)),
    frameborder: '0',
    style: 'border:0;max-width:100%;max-height:90vh',
  };
  return `<iframe ${formatAttributes(attributes)}></iframe>`;
}

/**
 * The element and its script, as two lines of HTML: as high as it is wide for, and steered by the host page,
 * whose language it would take if it had none of its own.
 */
export function formatScript(sharing: Sharing): string {
  const { page, title, state, language, height } = sharing;
  const attributes = {
    src: `${page}embed.html`,
    state: state || null,
    lang: language,
    theme: themeOf(sharing),
    height: height === null ? null : String(height),
  };
  const link = `<a href="${escapeText(formatLink(sharing))}">${escapeText(title)}</a>`;
  const script = `<script async src="${escapeText(page)}parley-map.js"></script>`;
  return `${script}\n<parley-map ${formatAttributes(attributes)}>${link}</parley-map>`;
}

/** A frame is light where nothing is said. */
const themeOf = ({ theme }: Sharing): string | null => (theme === 'light' ? null : theme);

/** Attributes of which some may not be wanted. */
type Attributes = Readonly<Record<string, string | null>>;

const wantedOf = (attributes: Attributes): [string, string][] =>
  Object.entries(attributes).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));

const formatAttributes = (attributes: Attributes): string =>
  wantedOf(attributes)
    .map(([name, value]) => `${name}="${escapeText(value)}"`)
    .join(' ');

function formatQuery({ state, language, own }: Sharing, theme: string | null): string {
  const query = new URLSearchParams(state);
  const more = { lang: language === own ? null : language, theme };
  for (const [name, value] of wantedOf(more)) query.set(name, value);
  return query.size > 0 ? `?${query}` : '';
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as HTML, for an element or an attribute in double quotes. */
export const escapeText = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
