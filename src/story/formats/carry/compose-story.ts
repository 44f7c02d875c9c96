import { parseInterval } from '../../../time/parse-interval.ts';
import { isFlaw } from '../../../time/flaw.ts';
import { isZone } from '../../../time/zone.ts';
import { escapeMarkup, plainText } from '../../markup.ts';
import { canonicalTag } from '../../parse/schema/prose.ts';
import type { Imported, Loss, StoryDraft } from '../format.ts';
import { addressOf } from './address.ts';
import { carryMedia } from './media.ts';
import { createIds, slug } from './ids.ts';
import type { Context, Header, Item } from './item.ts';
import { zoneOf } from './item.ts';
import { createPlaces } from './places.ts';
import { fit, NAME, TEXT, TITLE } from './prose.ts';
import { carryText, carryWords } from './texts.ts';

/** Lists of a story that grow while its events are made. An entry occurs once. */
function createEntries(fallback: string) {
  const list: StoryDraft[] = [];
  const known = new Map<string, string>();
  const makeId = createIds(fallback);
  return {
    list,
    idOf(key: string, words: string, entry: StoryDraft): string {
      const earlier = known.get(key);
      if (earlier !== undefined) return earlier;
      const id = makeId(words);
      known.set(key, id);
      list.push({ id, ...entry });
      return id;
    },
  };
}

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** The shape of what is made: lists that events refer to. */
const createDesk = () => ({
  places: createPlaces(),
  tags: createEntries('tag'),
  sources: createEntries('source'),
  people: createEntries('person'),
  eventId: createIds('event'),
});
type Desk = ReturnType<typeof createDesk>;

/** A date as its place's clocks have it: a time that they skipped or showed twice becomes the day. Or why there is none. */
function soundDate({ when, where, shapes = [], via }: Item, context: Context): string | Loss {
  if (typeof when !== 'string') return { where, message: when.undated };
  const end = via?.at(-1);
  const known = zoneOf(end ? [{ type: 'Point', coordinates: end }] : shapes, context);
  const zone = isZone(known) ? known : 'UTC';
  const interval = parseInterval(when, zone);
  if (!isFlaw(interval)) return when;
  const days = when.replace(/T[^/]*/g, '');
  if (days === when || isFlaw(parseInterval(days, zone)))
    return { where, message: interval.message };
  context.losses.push({
    where,
    message: `The time of ${when} is not carried over: ${interval.message}`,
  });
  return days;
}

/** Who travels a line. A file says nothing of people, but nobody else can travel it. */
function travel(item: Item, title: string, desk: Desk, { losses }: Context): StoryDraft {
  const { via = [], where } = item;
  const [first] = via;
  const last = via.at(-1);
  if (first === undefined || last === undefined) return {};
  const name = item.placeName ?? title;
  const from = desk.places.idOf(fit(`Start of ${name}`, NAME).text, {
    type: 'Point',
    coordinates: first,
  });
  const to = desk.places.idOf(fit(`End of ${name}`, NAME).text, {
    type: 'Point',
    coordinates: last,
  });
  const person = desk.people.idOf(JSON.stringify([title, from]), title, {
    name: title,
    home: from,
  });
  losses.push({
    where,
    message: `The file does not say who travelled. The person "${title}" stands for them. Write the name.`,
  });
  return { kind: 'journey', at: to, who: [person], via };
}

function placesOf(item: Item, title: string, { places }: Desk, { losses }: Context): StoryDraft {
  const { shapes = [], where, placeName = '' } = item;
  const name =
    carryWords(placeName, 'the name of the place', NAME, where, losses) || fit(title, NAME).text;
  const [at, ...about] = [...new Set(shapes.map((shape) => places.idOf(name, shape)))];
  return { ...(at ? { at } : {}), ...(about.length > 0 ? { about } : {}) };
}

function sourcesOf(
  { links = [], where }: Item,
  title: string,
  { sources }: Desk,
  { losses }: Context,
): string[] {
  const ids = links.flatMap(({ url, title: written = '' }) => {
    const isWeb = /^(?:https?:)?\/\//i.test(url.trim());
    const address = isWeb ? addressOf(url) : null;
    if (address === null) {
      losses.push({
        where,
        message: `the link to "${url.slice(0, 200)}" is not carried over: it is no web address.`,
      });
      return [];
    }
    // A page that is only there on http is better than none.
    const link = url.trim().startsWith('//') ? address : url.trim();
    const name = carryWords(written, 'the title of a link', 2 * TITLE, where, losses) || title;
    return [
      sources.idOf(link, hostOf(link), {
        publisher: hostOf(link).slice(0, NAME),
        title: name,
        url: link,
      }),
    ];
  });
  return [...new Set(ids)];
}

/** The first sentence of a text in markup, as a title. */
const firstSentence = (body: string): string =>
  fit((plainText(body).split(/\n|(?<=[.!?])\s/)[0] ?? '').trim(), TITLE).text;

function eventOf(item: Item, when: string, desk: Desk, context: Context): StoryDraft {
  const { where, kind = 'event' } = item;
  const { losses } = context;
  const tell = (message: string) => losses.push({ where, message });
  const { text: body, images } = carryText(item.text, 'the text', TEXT, where, losses);
  const headline = carryWords(item.title, 'the title', TITLE, where, losses);
  const title = headline || firstSentence(body) || where;
  if (headline === '') tell(`There is no title. "${title.slice(0, 60)}" stands for it.`);
  if (body === '') tell('There is no text. The title stands for it.');
  const tags = (item.tags ?? []).flatMap((tag) => {
    const name = carryWords(tag, 'a tag', NAME, where, losses);
    return name === '' ? [] : [desk.tags.idOf(name, name, { name })];
  });
  const media = [...(item.media ?? []), ...images].flatMap((words) => {
    const medium = carryMedia(words, title, where, losses);
    return medium === null ? [] : [medium];
  });
  const sources = sourcesOf(item, title, desk, context);
  return {
    id: desk.eventId(title),
    ...(kind === 'event' ? {} : { kind }),
    title,
    text: body || escapeMarkup(title),
    when,
    ...placesOf(item, title, desk, context),
    ...(item.via ? travel(item, fit(title, NAME).text, desk, context) : {}),
    ...(tags.length > 0 ? { tags: [...new Set(tags)] } : {}),
    ...(media.length > 0 ? { media } : {}),
    ...(sources.length > 0 ? { sources } : {}),
  };
}

const filled = (key: string, list: readonly StoryDraft[]) =>
  list.length > 0 ? { [key]: list } : {};

/** Title, summary, language and id. What the file does not say is told. */
function headOf(
  { title: written = '', summary = '', credits = '', language: tag }: Header,
  context: Context,
): StoryDraft {
  const { options, losses } = context;
  const where = 'the story';
  const told = carryWords(written, 'the title', TITLE, where, losses);
  const title = told || options.title || 'Untitled story';
  if (told === '') losses.push({ where, message: 'The file has no title. Write "title".' });
  const body = carryText(summary, 'the summary', TEXT, where, losses);
  if (body.text === '')
    losses.push({
      where,
      message: 'The file has no summary. The title stands for it. Write "summary".',
    });
  for (const { url } of body.images)
    losses.push({ where, message: `the picture "${url}" is not carried over.` });
  const thanks = carryText(credits, 'the credits', TEXT, where, losses).text;
  const [language = 'en'] = [options.language, tag?.replace('_', '-')].filter(
    (one) => one !== undefined && canonicalTag(one) !== null,
  );
  if (tag !== undefined && tag !== '' && canonicalTag(tag.replace('_', '-')) === null) {
    losses.push({
      where,
      message: `The language "${tag.slice(0, 40)}" is no BCP 47 tag. Write "language".`,
    });
  }
  return {
    version: 1,
    id: slug(options.id ?? '') || slug(title) || 'story',
    language,
    title,
    summary: body.text || escapeMarkup(title),
    ...(thanks === '' ? {} : { credits: thanks }),
    zone: isZone(options.zone ?? '') ? options.zone : 'UTC',
  };
}

/** Makes a story of the entries of a file; or the faults of entries without a date. */
export function composeStory(header: Header, items: readonly Item[], context: Context): Imported {
  const { options, losses } = context;
  const desk = createDesk();
  const faults: Loss[] = [];
  const dated: (readonly [Item, string])[] = [];
  for (const item of items) {
    const date = soundDate(item, context);
    if (typeof date === 'string') dated.push([item, date]);
    else if (options.undated === 'skip')
      losses.push({ ...date, message: `is left out: ${date.message}` });
    else faults.push(date);
  }
  if (faults.length > 0) return { ok: false, faults };
  if (dated.length === 0) {
    const message = 'has no entry with a date. A story needs one at least.';
    return { ok: false, faults: [{ where: 'the file', message }, ...losses] };
  }
  const head = headOf(header, context);
  const events = dated.map(([item, date]) => eventOf(item, date, desk, context));
  const { places, tags, sources, people } = desk;
  const story = {
    ...head,
    ...filled('tags', tags.list),
    ...filled('people', people.list),
    places: { type: 'FeatureCollection', features: places.features },
    ...filled('sources', sources.list),
    events,
  };
  return { ok: true, story, losses };
}
