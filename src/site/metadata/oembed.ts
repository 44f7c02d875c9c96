import { heightAt } from '../../embed/protocol.ts';
import { COLUMN, escapeText, formatIframe } from '../../ui/share/embed-code.ts';
import { CARD } from './publication.ts';

/** The two forms of one answer, beside the pages, and how the head of a page points to them. */
export const ANSWERS = [
  { file: 'oembed.json', type: 'application/json+oembed', format: formatJson },
  { file: 'oembed.xml', type: 'text/xml+oembed', format: formatXml },
] as const;

/** A page that can be embedded by its address. */
export interface Embeddable {
  /** The address of the published page, ending in a slash. */
  readonly address: string;
  /** What the frame shows, as plain text: its name for those who do not see it. */
  readonly name: string;
  /** The story's title. */
  readonly title: string;
  /** The language that the page is written in, as a BCP 47 tag. */
  readonly language: string;
}

/** The most that whoever asks has room for, in CSS pixels: `maxwidth` and `maxheight`. */
export interface Room {
  readonly width?: number;
  readonly height?: number;
}

/** An answer of type “rich” as oEmbed 1.0 defines it. */
export interface OEmbed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  /** A plain frame, whole without any script. */
  readonly html: string;
  readonly width: number;
  readonly height: number;
  readonly thumbnail_url?: string;
  readonly thumbnail_width?: number;
  readonly thumbnail_height?: number;
}

/**
 * What a content management system is told when somebody pastes the page's address. Files cannot know how much
 * room there is, so they are written for the column of an article; whoever answers by a script of his own
 * passes the room on. The picture goes along where it fits in, as the standard wants it.
 */
export function describeEmbed(page: Embeddable, room: Room = {}): OEmbed {
  const { address, name, title, language } = page;
  const { width: widest = Infinity, height: highest = Infinity } = room;
  const width = Math.min(COLUMN, widest);
  const height = Math.min(heightAt(width), highest);
  const frame = { page: address, title: name, language, own: language };
  const fits =
    CARD.width <= (room.width ?? CARD.width) && CARD.height <= (room.height ?? CARD.height);
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: new URL(address).hostname,
    provider_url: address,
    html: formatIframe({ ...frame, state: '', theme: 'light', height }, width),
    width,
    height,
    ...(fits && {
      thumbnail_url: `${address}${CARD.file}`,
      thumbnail_width: CARD.width,
      thumbnail_height: CARD.height,
    }),
  };
}

function formatJson(answer: OEmbed): string {
  return `${JSON.stringify(answer, null, 2)}\n`;
}

function formatXml(answer: OEmbed): string {
  const lines = Object.entries(answer).map(
    ([name, value]) => `  <${name}>${escapeText(legal(String(value)))}</${name}>`,
  );
  const head = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>';
  return `${[head, '<oembed>', ...lines, '</oembed>'].join('\n')}\n`;
}

/** Without the signs that XML 1.0 does not know in any spelling. */
const legal = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
