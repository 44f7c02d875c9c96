import { heightAt } from '../../embed/protocol.ts';
import { COLUMN, escapeText, formatIframe } from '../../ui/share/embed-code.ts';
import { CARD } from './publication.ts';

/** The two files of the oEmbed answer, and their types for the links in the head. */
export const ANSWERS = [
  { file: 'oembed.json', type: 'application/json+oembed', format: formatJson },
  { file: 'oembed.xml', type: 'text/xml+oembed', format: formatXml },
] as const;

/** A page that can be embedded by its address. */
export interface Embeddable {
  /** The address of the published page, ending in a slash. */
  readonly address: string;
  /** Accessible name of the iframe, as plain text. */
  readonly name: string;
  /** The story's title. */
  readonly title: string;
  /** The language that the page is written in, as a BCP 47 tag. */
  readonly language: string;
}

/** The room that a consumer has, in CSS pixels: oEmbed's `maxwidth` and `maxheight`. */
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
  /** An iframe that needs no script, and a link. */
  readonly html: string;
  readonly width: number;
  readonly height: number;
  readonly thumbnail_url?: string;
  readonly thumbnail_width?: number;
  readonly thumbnail_height?: number;
}

/**
 * The answer for a content management system into which somebody has pasted the page's address. Static files ignore query
 * strings: they get the width of an article's column. A server of one's own can pass the room. As the standard demands,
 * the picture is left out if it does not fit.
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
    html: formatIframe({ ...frame, asked: null, state: '', theme: 'light', height }, width),
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

/** Removes characters that XML 1.0 does not allow, not even escaped. */
const legal = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
