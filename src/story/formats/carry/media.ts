import { plainText } from '../../markup.ts';
import { describeWrongSource } from '../../parse/schema/media.ts';
import { addressOf } from './address.ts';
import { ALT, fit, oneLine, TEXT } from './prose.ts';
import { carryText, carryWords } from './texts.ts';
import type { Losses } from './reading.ts';

/** A picture, video or sound of an event. Exactly one of `image`, `video` and `audio` is set. */
export type Media = Readonly<Record<string, string>>;

/** What a file says about a picture, video or sound. Texts may hold HTML. */
export interface MediaWords {
  readonly url: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly alt?: string;
}

const VIDEO = /\.(?:mp4|m4v|webm|mov|ogv)$/i;
const AUDIO = /\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i;
const IMAGE = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)$/i;

/** Which of the three an address is, by the end of its path. Null for a page. */
function kindOf(path: string): 'image' | 'video' | 'audio' | null {
  if (IMAGE.test(path)) return 'image';
  if (VIDEO.test(path)) return 'video';
  return AUDIO.test(path) ? 'audio' : null;
}

const pathOf = (address: string): string => {
  try {
    return new URL(address, 'https://story.example/').pathname;
  } catch {
    return address;
  }
};

/**
 * The media of an event. `headline` (plain words) describes what has no alternative text and no caption. Null, with a loss, if
 * the address cannot be used.
 */
export function carryMedia(
  { url, caption = '', credit = '', alt = '' }: MediaWords,
  headline: string,
  where: string,
  losses: Losses,
): Media | null {
  const tell = (message: string) => {
    losses.push({ where, message });
  };
  const address = addressOf(url);
  if (address === null || describeWrongSource(address) !== null) {
    tell(
      `media ${JSON.stringify(url.slice(0, 80))} is not carried over. Its address must begin with https:// or lie beside the story.`,
    );
    for (const words of [caption, credit, alt]) {
      if (words !== '')
        tell(`The words of that media are not carried over: “${words.slice(0, 80)}”.`);
    }
    return null;
  }
  if (/^http:/i.test(url.trim()))
    tell(`media ${address} was http. Check that it opens with https.`);
  const path = pathOf(address);
  const kind = kindOf(path);
  if (kind === null) tell(`media ${address} is a page. Readers get it as a video with a link.`);
  const name = `media ${address}`;
  const [told, said, thanks] = [
    carryWords(alt, `${name}: alt`, ALT, where, losses),
    carryText(caption, `${name}: caption`, TEXT, where, losses).text,
    carryText(credit, `${name}: credit`, TEXT, where, losses).text,
  ];
  const described = told || fit(oneLine(plainText(said)), ALT).text || headline;
  if (told === '') {
    tell(
      `${name} has no alternative text. “${described.slice(0, 80)}” stands for it. Write "alt".`,
    );
  }
  return {
    [kind ?? 'video']: address,
    alt: described,
    ...(said === '' ? {} : { caption: said }),
    ...(thanks === '' ? {} : { credit: thanks }),
  };
}
