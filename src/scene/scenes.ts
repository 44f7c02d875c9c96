import type { Chronology, ShownDate } from '../story/chronology.ts';
import type { Person, Place, Story, StoryEvent } from '../story/story.ts';
import { countUpTo } from '../time/binary-search.ts';
import { FIGURES } from './figures.ts';
import { foreseeingsOf, eventSpansOf } from './event-spans.ts';
import { createPlaceMarks } from './place-marks.ts';
import type { FigureMark, Scene, View } from './scene.ts';
import { createSpanIndex, type Span } from './span-index.ts';
import { CommitmentStatuses } from './commitment-status.ts';
import { arcOf, leavesTrace, travelsOf } from './travels.ts';

/** Episodes that are kept: all of a story of the usual size, and a bound for any other. */
const MOST_KEPT = 512;

/**
 * Compiles a story once into a function that says what is to be seen at any view of it. The same view
 * gives an equal scene. A scene costs a few bisections for each place and time in proportion to what is
 * under way; what is over is given as a count into a list that is made once.
 */
export function createScenes(story: Story, chronology: Chronology): (view: View) => Scene {
  const commitmentStatuses = new CommitmentStatuses(story, chronology);
  const placesAt = createPlaceMarks(story, chronology, commitmentStatuses);
  const underWay = eventSpansOf(chronology);
  const ahead = foreseeingsOf(chronology);
  const happeningAt = createSpanIndex(underWay);
  const foreseenAt = createSpanIndex(ahead);
  const turns = turnsOf([...underWay, ...ahead], chronology);
  const travels = travelsOf(chronology);
  const travelAt = createSpanIndex(travels);
  const over = travels.filter(leavesTrace).sort((a, b) => a.end - b.end);
  const overJourneys = over.map((travel) => travel.journey);
  const ends = over.map((travel) => travel.end);
  // One object for each event for good, so that whoever draws a figure sees that it stays.
  const figures = new Map(story.events.map((event) => [event, figureOf(event)]));

  const episodeAt = (time: number, selected: string | null): Episode => {
    const happenings = happeningAt(time).sort((a, b) => b.moment.order - a.moment.order);
    const eventsThat = (last: boolean): readonly StoryEvent[] =>
      happenings.filter(({ lasting }) => lasting === last).map(({ moment }) => moment.event);
    const now = eventsThat(false);
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
      meanwhile: eventsThat(true),
      foreseen,
      places,
      figures: [...now, ...foreseen].map((event) => figures.get(event) ?? figureOf(event)),
      selected: places.find((place) => place.selected) ?? null,
    };
  };

  // Between two turns of the story only the travellers move. Episodes are kept, so that whoever draws one
  // sees the very same objects and draws nothing again, and a reader who scrubs to and fro pays once.
  const kept = new Map<string, Episode>();
  const keptEpisodeAt = (time: number, selected: string | null): Episode => {
    const key = `${countUpTo(turns, time)} ${commitmentStatuses.turnsUpTo(time)} ${selected ?? ''}`;
    const known = kept.get(key);
    if (known) return known;
    const episode = episodeAt(time, selected);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, episode);
    return episode;
  };

  return ({ currentTime: time, selected }) => {
    const step = Math.floor(time);
    const episode = keptEpisodeAt(time, selected);
    return {
      ...episode,
      ...dateAt(time, episode, chronology),
      time,
      step,
      arcs: travelAt(time).map((travel) => arcOf(travel, time)),
      traces: { all: overJourneys, count: countUpTo(ends, time) },
      commitmentStatuses,
    };
  };
}

/** What stays as it is from one turn of the story to the next. */
type Episode = Pick<
  Scene,
  'begun' | 'latest' | 'now' | 'meanwhile' | 'foreseen' | 'places' | 'figures' | 'selected'
>;

/** The date to show at a time: see `Scene`. */
function dateAt(
  time: number,
  { now: [newest], begun }: Episode,
  { calendar, moments, momentOf }: Chronology,
): ShownDate {
  const step = Math.floor(time);
  const moment = newest && momentOf(newest.id);
  if (moment && moment.start >= step) return moment.date;
  const next = moments[begun];
  if (next && next.start < step + 1) return { localTime: calendar.dayAt(time), precision: 'day' };
  return { localTime: calendar.localAt(step), precision: calendar.unit };
}

/** Every position at which something begins or is over; a plan that was called off before it was due begins unseen. */
const turnsOf = (spans: readonly Span[], { starts }: Chronology): Float64Array =>
  Float64Array.from([...spans.flatMap(({ start, end }) => [start, end]), ...starts]).sort();

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
