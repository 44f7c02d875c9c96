import type { Interval } from '../../../time/interval.ts';
import type { Source, Story, StoryEvent } from '../../story.ts';
import type { Exported, Loss } from '../format.ts';
import {
  DATE_SIGNS,
  firstOf,
  hasClock,
  hasTwoDates,
  isVague,
  lastOf,
  partsOf,
  wordsOf,
  type DateParts,
  type DatePhrases,
} from './dates.ts';
import { escapeHtml, htmlOf, inlineHtmlOf, linkOf } from './html.ts';
import { toJson } from './json.ts';
import { lossesOf, type Held } from './losses.ts';
import { createNames, type Names } from './names.ts';
import { createTexts, type Texts } from './texts.ts';

const HELD: Held = {
  name: 'a TimelineJS file',
  story: ['title', 'summary'],
  // The first tag and the first medium; others are told below.
  events: ['title', 'text', 'when', 'sources', 'tags', 'media'],
  people: [],
  places: [],
  sources: ['publisher', 'title', 'url'],
};

interface Slide {
  readonly unique_id?: string;
  readonly start_date?: DateParts;
  readonly end_date?: DateParts;
  readonly display_date?: string;
  readonly group?: string;
  readonly text: { readonly headline: string; readonly text: string };
  readonly media?: Readonly<Record<string, string>>;
}

/** The dates of a slide. It needs a start: of a date that is open there, its last day. */
function datesOf(when: Interval, language: string, phrases: DatePhrases) {
  const [first, last] = [firstOf(when), lastOf(when)];
  const start = first ?? last;
  const isSpan = first && last && (hasTwoDates(when) || first.precision === 'decade');
  return {
    ...(start && { start_date: partsOf(start) }),
    ...(isSpan && { end_date: endOf(last.precision === 'decade', partsOf(last)) }),
    ...(isVague(when) && { display_date: escapeHtml(wordsOf(when, language, phrases)) }),
  };
}

/** The last year of a decade. */
const endOf = (isDecade: boolean, parts: DateParts): DateParts =>
  isDecade ? { year: parts.year + 9 } : parts;

/** Sources have no field of their own: they stand below the text, as links. */
const sourcesOf = (sources: readonly Source[], names: Names): string =>
  sources.map((source) => `<p>${linkOf(names.source(source), names.url(source))}</p>`).join('');

function mediumOf(event: StoryEvent, names: Names): Pick<Slide, 'media'> {
  const [medium] = event.media;
  if (medium === undefined) return {};
  const { url, alt, caption, credit } = names.medium(event.id, medium);
  return { media: { url, alt, caption: inlineHtmlOf(caption), credit: inlineHtmlOf(credit) } };
}

/** TimelineJS shows headline, text, caption, credit and dates as HTML, so all are escaped; a group it shows as text. */
function slideOf(
  event: StoryEvent,
  texts: Texts,
  names: Names,
  language: string,
  phrases: DatePhrases,
): Slide {
  const { id, kind } = event;
  const [tag] = event.tags;
  const group = tag ? names.tag(tag) : texts.line(event.kindName ?? kind, `kinds, ${kind}`);
  const prose = texts.prose(event.text, `events, ${id}, text`);
  return {
    unique_id: id,
    ...datesOf(event.when, language, phrases),
    group: escapeHtml(group),
    text: {
      headline: escapeHtml(texts.line(event.title, `events, ${id}, title`)),
      text: htmlOf(prose) + sourcesOf(event.sources, names),
    },
    ...mediumOf(event, names),
  };
}

/** What of a date, of tags and media TimelineJS has only a part of. */
function lostParts(event: StoryEvent): Loss[] {
  const { id, when } = event;
  const told = (key: string, message: string): Loss => ({
    where: `events, ${id}, ${key}`,
    message,
  });
  const losses: Loss[] = [];
  if (isVague(when)) {
    const message = `TimelineJS puts ${when.text} at a certain date. Its words stand in "display_date".`;
    losses.push(told('when', message));
  }
  if (hasClock(when)) {
    losses.push(told('when', 'TimelineJS knows no time zones. The time is that of the place.'));
  }
  const tags = event.tags.length;
  if (tags > 1) losses.push(told('tags', `Only the first of ${tags} tags is the slide's group.`));
  // The tag stands where the kind would.
  if (tags > 0) losses.push(told('kind', 'The slide is in the group of its first tag instead.'));
  const { media } = event;
  if (media.length > 1) {
    losses.push(
      told('media', `A slide has room for one medium; ${media.length - 1} are left out.`),
    );
  }
  const [first] = media;
  if (first && !/^https?:/i.test(first.src)) {
    const message = `${first.src} is a file beside the story. Put it beside the timeline's page too.`;
    losses.push(told('media', message));
  }
  return losses;
}

/**
 * A file for TimelineJS 3: a slide for each event, and the story's title as the title slide. Slides are grouped by
 * their first tag, else by kind.
 */
export function exportTimelineJs(
  story: Story,
  language: string,
  dates: DatePhrases = DATE_SIGNS,
): Exported {
  const texts = createTexts(story, language);
  const names = createNames(texts);
  const title: Slide = {
    text: {
      headline: escapeHtml(texts.line(story.title, 'story, title')),
      text: htmlOf(texts.prose(story.summary, 'story, summary')),
    },
  };
  const events = story.events.map((event) => slideOf(event, texts, names, language, dates));
  // Without a tag the kind is the group; with one, its loss is told with the other parts.
  const held: Held = { ...HELD, events: [...HELD.events, 'kind'] };
  const losses = [
    ...lossesOf(story, language, held),
    ...story.events.flatMap(lostParts),
    ...texts.losses(),
  ];
  return { text: toJson({ title, events }), losses };
}
