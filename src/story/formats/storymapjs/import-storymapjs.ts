import { fieldOf, isRecord, listOf } from '../../parse/faults/raw.ts';
import type { Imported } from '../format.ts';
import { composeStory } from '../carry/compose-story.ts';
import { findDate, readDate } from '../carry/dates.ts';
import { positionOf } from '../carry/geometry.ts';
import type { Shape } from '../carry/geometry.ts';
import type { Context, Header, Item, OtherOptions } from '../carry/item.ts';
import { zoneOf } from '../carry/item.ts';
import { toWords } from '../carry/markup.ts';
import { parseJson, refuse } from '../carry/read-bytes.ts';
import { read } from '../carry/reading.ts';
import type { Reading } from '../carry/reading.ts';

/** Whether a value is a StoryMap: `{ "storymap": { "slides": [ … ] } }`. */
export const isStoryMap = (value: unknown): boolean =>
  isRecord(fieldOf(value, 'storymap')) || isSlides(value);

/** The inner object alone, as some tools save it. */
const isSlides = (value: unknown): boolean =>
  Array.isArray(fieldOf(value, 'slides')) && fieldOf(value, 'map_type') !== undefined;

/** The position of a slide and the name of it. Without a position it is an event without a place. */
function placeOf(
  slide: Reading,
  { losses }: Context,
): Pick<Item, 'placeName'> & { readonly shapes: readonly Shape[] } {
  const location = slide.inner('location');
  if (location === null) return { shapes: [] };
  const [lon, lat] = [location.take('lon'), location.take('lat')];
  const coordinates = positionOf(lon, lat);
  if (coordinates !== null) {
    return { shapes: [{ type: 'Point', coordinates }], placeName: location.text('name') };
  }
  const isThere = [lon, lat].some((one) => one !== null && one !== undefined && one !== '');
  if (isThere) {
    const written = `lat ${JSON.stringify(lat) ?? 'missing'}, lon ${JSON.stringify(lon) ?? 'missing'}`;
    const remedy = 'Write degrees: lat from −90 to 90, lon from −180 to 180.';
    losses.push({
      where: slide.where,
      message: `location is no position (${written}) and is left out. ${remedy}`,
    });
  }
  return { shapes: [] };
}

/** Why a slide has no date, and what to write. */
const undated = (why: string) => ({
  undated: `${why} Add "date": "2018-06-12" to the slide.`,
});

/** The date of a slide: what stands in its `date`, else the one date in its headline. No other is invented. */
function whenOf(
  written: string,
  headline: string,
  zone: string,
  where: string,
  { options, losses }: Context,
): Item['when'] {
  const found =
    written === ''
      ? findDate(headline, options.dayOrder)
      : readDate(written, zone, options.dayOrder);
  const words = written || headline;
  if ('date' in found) {
    if (written === '') {
      losses.push({
        where,
        message: `The slide has the date ${found.date} from its headline. Check it.`,
      });
    }
    if (found.isRough) {
      losses.push({
        where,
        message: `The words of the date are not carried over: “${words}”. It is marked as approximate.`,
      });
    }
    return found.date;
  }
  if (found.why === 'ambiguous') {
    return {
      undated: `“${words}” has a date with two readings. Write it as "date": "2018-06-12", or say whether the day or the month is first.`,
    };
  }
  if (found.why === 'several') return undated(`“${words}” has several dates.`);
  return undated(written === '' ? 'no date.' : `"${written}" is no date.`);
}

function itemOf(value: unknown, where: string, context: Context): Item {
  const slide = read(value, where, context.losses);
  const text = slide.inner('text');
  const [headline, body] = [text?.text('headline') ?? '', text?.text('text') ?? ''];
  const media = slide.inner('media');
  const url = media?.text('url') ?? '';
  const place = placeOf(slide, context);
  const date = slide.text('date');
  const item: Item = {
    where,
    title: headline,
    text: body,
    when: whenOf(date, toWords(headline).words, zoneOf(place.shapes, context), where, context),
    ...place,
    ...(media !== null && url !== ''
      ? {
          media: [
            {
              url,
              caption: media.text('caption'),
              credit: media.text('credit'),
              alt: media.text('alt'),
            },
          ],
        }
      : {}),
  };
  slide.leave();
  return item;
}

/** The overview is no event: its words are title and summary of the story. */
function headerOf(value: unknown, { losses }: Context): Header {
  const slide = read(value, 'the overview', losses);
  const text = slide.inner('text');
  slide.text('type');
  const header = { title: text?.text('headline') ?? '', summary: text?.text('text') ?? '' };
  slide.leave();
  return header;
}

/** The overview: the slide of that type, else a first slide that has neither a position nor a date. */
function overviewOf(slides: readonly unknown[]): unknown {
  const named = slides.find((slide) => fieldOf(slide, 'type') === 'overview');
  if (named !== undefined) return named;
  const [first] = slides;
  const isBare = ['location', 'date'].every((key) => !fieldOf(first, key));
  return isBare ? first : undefined;
}

/** Makes a story of a StoryMap. */
export function readStoryMap(value: unknown, options: OtherOptions): Imported {
  const context: Context = { options, losses: [] };
  const outer = read(value, 'the file', context.losses);
  const map = isSlides(value) ? outer : outer.inner('storymap');
  if (map === null)
    return refuse('the file', 'has no "storymap". Export it from StoryMapJS again.');
  const slides = listOf(isSlides(value) ? value : fieldOf(value, 'storymap'), 'slides');
  map.take('slides');
  const language = map.text('language');
  outer.leave();
  const overview = overviewOf(slides);
  const header = overview === undefined ? {} : headerOf(overview, context);
  const items = slides.flatMap((slide, index) =>
    slide === overview ? [] : [itemOf(slide, `slide ${index + 1}`, context)],
  );
  return composeStory({ ...header, language }, items, context);
}

/** Reads a StoryMap of StoryMapJS as JSON. */
export async function importStoryMapJs(
  bytes: Uint8Array,
  options: OtherOptions,
): Promise<Imported> {
  const json = parseJson(bytes);
  if ('fault' in json) return refuse('the file', json.fault);
  return await Promise.resolve(readStoryMap(json.value, options));
}
