import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  COMMITMENT_STATES,
  EVENT_KINDS,
  EVENT_STATUSES,
  LINK_VERBS,
  type Media,
  type Story,
  type StoryEvent,
} from '../../../../src/story/story.ts';
import type { Interval } from '../../../../src/time/interval.ts';
import { parseInterval } from '../../../../src/time/parse-interval.ts';
import { isFlaw } from '../../../../src/time/flaw.ts';
import { datedStory } from '../../../fixtures/dated.ts';
import { readStory } from '../../../fixtures/shipped.ts';
import { twoMeetings } from '../../../fixtures/two-meetings.ts';

export const DATE_LINE = readStory(
  readFileSync(new URL('../../../fixtures/date-line.json', import.meta.url), 'utf8'),
);

export const TWO_MEETINGS = twoMeetings().story;

/** Every way of writing a date, each an event that is named for it. */
export const DATES = datedStory(
  ['day', '2018-06-12'],
  ['days', '2018-06-12/2018-06-14'],
  ['minute', '2018-06-12T09:04', 'new-york'],
  ['second', '2018-06-12T09:04:30'],
  ['minutes', '2018-06-12T23:30/2018-06-13T00:30'],
  ['evening', '2018-06-12T20:00/2018-06-13'],
  ['month', '2018-06'],
  ['year', '2018'],
  ['decade', '201X'],
  ['about', '2018-06-12~'],
  ['perhaps', '2018-06?'],
  ['both', '2018%/2019-02-03'],
  ['since', '2018-06-12/..'],
  ['since-morning', '2018-06-12T09:04/..'],
  ['until', '../2018-06-12'],
  ['old', '0476-09-04'],
  ['last', '9999-12-31'],
);

export const eventOf = (story: Story, id: string): StoryEvent => {
  const found = story.events.find((event) => event.id === id);
  if (!found) throw new Error(`The story has no event ${id}`);
  return found;
};

/** A story of the two meetings with some of its fields changed, as no parser has seen it. */
export const changed = (more: Partial<Story>): Story => ({ ...TWO_MEETINGS, ...more });

/** The two meetings with one event only. */
export function withEvent(more: Partial<StoryEvent>): Story {
  const event: StoryEvent = { ...eventOf(TWO_MEETINGS, 'talks'), ...more };
  return changed({ events: [event] });
}

export function intervalOf(text: string, zone = 'Asia/Seoul'): Interval {
  const interval = parseInterval(text, zone);
  if (isFlaw(interval)) throw new Error(interval.message);
  return interval;
}

/** What a text may have that breaks files. `sound` is what must be read of it. */
export const HOSTILE = [
  { text: '</script><script>alert(1)</script>', sound: '</script><script>alert(1)</script>' },
  { text: '<img src=x onerror=alert(1)>', sound: '<img src=x onerror=alert(1)>' },
  { text: 'CDATA ends ]]> here', sound: 'CDATA ends ]]> here' },
  { text: 'bell\u0007 and null\u0000 and \uFFFE', sound: 'bell and null and' },
  { text: 'half \uD83D a face', sound: 'half  a face' },
  { text: 'other half \uDE00', sound: 'other half' },
  { text: 'next\u0085line\u009F', sound: 'nextline' },
  { text: 'line\u2028separator', sound: 'line separator' },
  { text: 'one\ttab', sound: 'one\ttab' },
  { text: 'whole \u{1F600} face', sound: 'whole \u{1F600} face' },
  { text: 'a "quoted", semi; colon\\back', sound: 'a "quoted", semi; colon\\back' },
  { text: '&amp; & &lt;', sound: '&amp; & &lt;' },
  { text: '=HYPERLINK("http://evil.example")', sound: '=HYPERLINK("http://evil.example")' },
  { text: 'one\r\nBEGIN:VALARM\r\nEND:VALARM', sound: 'one BEGIN:VALARM END:VALARM' },
  { text: '*'.repeat(3000), sound: '*'.repeat(3000) },
] as const;

const day = fc
  .integer({ min: Date.UTC(1600, 0, 1), max: Date.UTC(2400, 0, 1) })
  .map((ms) => new Date(ms).toISOString().slice(0, 10));
const point = fc
  .tuple(day, fc.constantFrom(4, 7, 10), fc.constantFrom('', '~', '?', '%'))
  .map(([text, length, sign]) => text.slice(0, length) + sign);
const clock = day.map((text) => `${text}T12:34`);
const span = fc
  .tuple(point, point)
  .filter(([a, b]) => a.slice(0, 4) < b.slice(0, 4))
  .map(([a, b]) => `${a}/${b}`);

/** A date in any of the ways in which a story may write it. */
export const when = fc
  .oneof(
    point,
    clock,
    span,
    point.map((text) => `${text}/..`),
    point.map((text) => `../${text}`),
    day.map((text) => `${text.slice(0, 3)}X`),
  )
  .map((text) => intervalOf(text));

const { people, places, parties, sources } = TWO_MEETINGS;
const linked = sources.map((source) => ({ ...source, url: 'https://example.org/a,b;c' }));

/** A medium of an event, without caption and credit unless they are given. */
export const medium = (src: string, alt: string, more: Partial<Media> = {}): Media => ({
  ...{ kind: 'image', src, alt, shown: true },
  ...{ caption: null, credit: null, poster: null, captions: [], width: null, height: null },
  ...more,
});

const mediumAt = (number: number, event: number): fc.Arbitrary<Media> =>
  fc
    .constantFrom(`https://example.org/${event}-${number}.jpg`, `${event}-${number}.jpg`)
    .map((src) => medium(src, `Alt ${event}-${number}`));

const eventAt = (index: number): fc.Arbitrary<StoryEvent> =>
  fc.record({
    id: fc.constant(`event-${index}`),
    kind: fc.constantFrom(...EVENT_KINDS),
    kindName: fc.constant(null),
    status: fc.constantFrom(...EVENT_STATUSES),
    title: fc.constant(`Title ${index}.`),
    text: fc.constant(`First ${index}.\n\nSecond ${index}.`),
    when,
    at: fc.option(fc.constantFrom(...places)),
    who: fc.subarray([...people]),
    about: fc.subarray([...places]),
    letter: fc.option(
      fc.record({ from: fc.constantFrom(...people), to: fc.constantFrom(...people) }),
    ),
    via: fc.constantFrom([], [[12.3456, 1] as const, [12.3457, 2] as const]),
    follows: fc.subarray(LINK_VERBS.map((verb) => ({ event: `earlier-${verb}`, verb }))),
    sources: fc.subarray(linked),
    claims: fc.subarray(
      linked.map((source) => ({ source, says: `Says ${index}.`, differs: `Differs ${index}.` })),
    ),
    commitments: fc.subarray(
      COMMITMENT_STATES.map((state) => ({
        id: state,
        text: `Promise ${index} ${state}.`,
        by: parties,
        binds: places[0] as (typeof places)[number],
        history: [{ when: intervalOf('2018-01-01'), state, event: null, text: null }],
      })),
    ),
    tags: fc.subarray([
      { id: 'war', name: `War ${index}` },
      { id: 'peace', name: `Peace ${index}` },
    ]),
    media: fc.tuple(mediumAt(0, index), mediumAt(1, index)).chain((both) => fc.subarray(both)),
  });

/** Stories whose events have any of the fields, each with words of its own. */
export const generated: fc.Arbitrary<Story> = fc
  .tuple(eventAt(0), eventAt(1), eventAt(2))
  .map((events) => changed({ events, sources: linked }));
