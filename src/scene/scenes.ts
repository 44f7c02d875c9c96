import type { Chronology, Moment } from '../story/chronology.ts';
import type { Person, Place, Story, StoryEvent } from '../story/story.ts';
import { FIGURES, isGathering } from './figures.ts';
import { createHistories } from './history.ts';
import { journeysOf, TRAVEL, type Journey } from './journey.ts';
import type { BowMark, FigureMark, Scene, View } from './scene.ts';
import { countUpTo, createSpanIndex, type Span } from './spans.ts';
import { Standings } from './standing.ts';

interface Happening extends Span {
  readonly moment: Moment;
}

interface Travel extends Span {
  readonly journey: Journey;
  /** When the travellers arrive and the event begins. */
  readonly arrival: number;
  /** The bow once they are there: always the same, so that nobody draws it twice. */
  readonly arrived: BowMark;
}

/**
 * Compiles a story once into a function that says what is to be seen at any view of it. The same view
 * gives an equal scene. A scene costs a few bisections for each place and time in proportion to what is
 * under way; what is over is given as a count into a list that is made once.
 */
export function createScenes(story: Story, chronology: Chronology): (view: View) => Scene {
  const standings = new Standings(story, chronology);
  const placesAt = createHistories(story, chronology, standings);
  const happeningAt = createSpanIndex(chronology.moments.map(happeningOf));
  const foreseenAt = createSpanIndex(chronology.moments.flatMap(foreseeingOf(chronology)));
  const turns = turnsOf(chronology);
  const travels = travelsOf(chronology);
  const travelAt = createSpanIndex(travels);
  const over = travels.filter(leavesTrace).sort((a, b) => a.end - b.end);
  const overJourneys = over.map((travel) => travel.journey);
  const ends = over.map((travel) => travel.end);

  const episodeAt = (time: number, selected: string | null): Episode => {
    const moments = happeningAt(time).map((happening) => happening.moment);
    moments.sort((a, b) => b.order - a.order);
    const events = moments.map((moment) => moment.event);
    const now = events.filter((event) => event.kind !== 'state');
    const foreseen = foreseenAt(time).map((happening) => happening.moment.event);
    const places = placesAt({
      time,
      selected,
      live: livePlaces(now),
      events: new Set(now.map((event) => event.id)),
    });
    const begun = countUpTo(chronology.starts, time);
    return {
      begun,
      latest: chronology.moments[begun - 1] ?? null,
      now,
      meanwhile: events.filter((event) => event.kind === 'state'),
      foreseen,
      places,
      figures: [...now, ...foreseen].map(figureOf),
      selected: places.find((place) => place.selected) ?? null,
    };
  };

  // Between two turns of the story only the travellers move. The last episode is kept, so that whoever
  // draws it sees the very same objects and draws nothing again.
  const episodes = new Map<string, Episode>();
  const keptEpisodeAt = (time: number, selected: string | null): Episode => {
    const key = `${countUpTo(turns, time)} ${standings.turnsUpTo(time)} ${selected ?? ''}`;
    const kept = episodes.get(key);
    if (kept) return kept;
    const episode = episodeAt(time, selected);
    episodes.clear();
    episodes.set(key, episode);
    return episode;
  };

  return ({ currentTime: time, selected }) => {
    const step = Math.floor(time);
    return {
      ...keptEpisodeAt(time, selected),
      time,
      step,
      localTime: chronology.calendar.localAt(step),
      bows: travelAt(time).map((travel) => bowOf(travel, time)),
      traces: { all: overJourneys, count: countUpTo(ends, time) },
      standings,
    };
  };
}

/** What stays as it is from one turn of the story to the next. */
type Episode = Pick<
  Scene,
  'begun' | 'latest' | 'now' | 'meanwhile' | 'foreseen' | 'places' | 'figures' | 'selected'
>;

/** Every position at which an event begins or is over. */
const turnsOf = ({ moments }: Chronology): Float64Array =>
  Float64Array.from(moments.flatMap(({ start, end }) => [start, end])).sort();

const happeningOf = (moment: Moment): Happening => ({
  start: moment.start,
  end: moment.end,
  moment,
});

/** A plan is to be seen from the event that announced it until it is due. */
const foreseeingOf =
  (chronology: Chronology) =>
  (moment: Moment): readonly Happening[] => {
    if (moment.event.status !== 'planned') return [];
    const known = moment.event.follows.flatMap((link) => chronology.momentOf(link.event) ?? []);
    const [first] = known.sort((a, b) => b.start - a.start);
    return first && first.start < moment.start
      ? [{ start: first.start, end: moment.start, moment }]
      : [];
  };

/**
 * Everyone's ways, in order. Bonds appear with the seal and grow outward from it; people and letters are
 * under way before the event begins. Who is there already, for what went before, does not come again.
 */
function travelsOf({ moments }: Chronology): readonly Travel[] {
  const staying = new Map<Person, Moment>();
  const isThere = (person: Person, moment: Moment): boolean => {
    const stay = staying.get(person);
    return stay?.event.at?.mark === moment.event.at?.mark && (stay?.end ?? 0) >= moment.start;
  };
  return moments.flatMap((moment) => {
    const { start, end, event } = moment;
    const journeys = journeysOf(event, (person) => !isThere(person, moment));
    if (isGathering(event)) for (const person of event.who) staying.set(person, moment);
    return journeys.map((journey) => ({
      journey,
      start: journey.kind === 'bond' ? start : start - TRAVEL,
      end,
      arrival: start,
      arrived: { journey, progress: 1, hollow: event.status !== 'happened' },
    }));
  });
}

/** A bond is not a journey: nobody went there. */
const leavesTrace = ({ journey }: Travel): boolean =>
  journey.kind !== 'bond' && journey.event.status === 'happened';

function bowOf({ start, arrival, arrived }: Travel, time: number): BowMark {
  if (time >= arrival) return arrived;
  return { ...arrived, progress: (time - start) / (arrival - start) };
}

function livePlaces(now: readonly StoryEvent[]): ReadonlySet<Place> {
  const bound = now.flatMap((event) => [
    ...event.commitments.map((commitment) => commitment.binds.mark),
    ...(event.kind === 'measure' ? event.about.map((place) => place.mark) : []),
  ]);
  return new Set([...now.flatMap((event) => event.at?.mark ?? []), ...bound]);
}

function figureOf(event: StoryEvent): FigureMark {
  return {
    event,
    figure: FIGURES[event.kind],
    at: event.at?.mark ?? null,
    hollow: event.status !== 'happened',
    seats: FIGURES[event.kind] === 'table' ? event.who : NOBODY,
    homes: event.at ? NOWHERE : [...new Set(event.who.map((person) => person.home.mark))],
  };
}

const NOBODY: readonly Person[] = [];
const NOWHERE: readonly Place[] = [];
