import type { Chronology, ShownDate } from '../story/chronology.ts';
import type { Person, Place, Story, StoryEvent } from '../story/story.ts';
import { countUpTo } from '../time/binary-search.ts';
import { FIGURES } from './figures.ts';
import { foreseenSpansOf, eventSpansOf } from './event-spans.ts';
import { openHomesOf } from './journey.ts';
import { createPlaceMarks } from './place-marks.ts';
import type { ArcMark, FigureMark, Scene, View } from './scene.ts';
import { createSpanIndex } from './span-index.ts';
import { createStableList } from './stable-list.ts';
import { CommitmentStatuses } from './commitment-status.ts';
import { arcOf, leavesTrace, travelsOf, type Travel } from './travels.ts';

/** The scenes of a story, compiled once. */
export interface Scenes {
  /**
   * The number of turns up to a time. A turn is a moment at which something begins, ends or changes. Between two turns
   * only travellers and the date change.
   */
  readonly turnAt: (time: number) => number;
  readonly episodeAt: (
    turn: number,
    selection: Pick<View, 'selected' | 'selectedPerson'>,
  ) => Episode;
  /** Journeys that are under way. */
  readonly arcsAt: (time: number) => readonly ArcMark[];
  readonly dateAt: (time: number, episode: Episode) => ShownDate;
  readonly commitmentStatuses: CommitmentStatuses;
}

/** The part of a scene that does not change between two turns. */
export type Episode = Pick<
  Scene,
  | 'begun'
  | 'latest'
  | 'now'
  | 'meanwhile'
  | 'foreseen'
  | 'places'
  | 'figures'
  | 'traces'
  | 'selected'
  | 'selectedPerson'
>;

/**
 * Compiles a story into its scenes. An episode costs a few binary searches for each place, and time in proportion to
 * what is under way. Past journeys cost nothing: they are a count into one fixed list.
 */
export function createScenes(story: Story, chronology: Chronology): Scenes {
  const commitmentStatuses = new CommitmentStatuses(story, chronology);
  const underWay = eventSpansOf(chronology);
  const ahead = foreseenSpansOf(chronology);
  const eventsAt = createSpanIndex(underWay);
  const foreseenAt = createSpanIndex(ahead);
  const travels = travelsOf(chronology);
  const travelAt = createSpanIndex(travels);
  const over = travels.filter(leavesTrace).sort((a, b) => a.end - b.end);
  const placesAt = createPlaceMarks(story, chronology, commitmentStatuses, over);
  const traces = over.map((travel) => travel.journey);
  const ends = over.map((travel) => travel.end);
  const turns = sortedOf([
    ...[...underWay, ...ahead, ...travels].flatMap(({ start, end }) => [start, end]),
    ...chronology.starts,
    ...commitmentStatuses.changes,
  ]);

  const keepFigures = createStableList<FigureMark>((mark) => mark.event);
  const keepArcs = createStableList<ArcMark>((mark) => mark.journey);

  const episodeAt: Scenes['episodeAt'] = (turn, { selected, selectedPerson }) => {
    const time = turns[turn - 1] ?? 0;
    const spans = eventsAt(time).sort((a, b) => b.moment.order - a.moment.order);
    const eventsThat = (last: boolean): readonly StoryEvent[] =>
      spans.filter(({ lasting }) => lasting === last).map(({ moment }) => moment.event);
    const now = eventsThat(false);
    const foreseen = foreseenAt(time).map(({ moment }) => moment.event);
    const figures = keepFigures([...now, ...foreseen].map(figureOf));
    const places = placesAt({
      time,
      selected,
      live: livePlaces(now),
      ends: endsOf(travelAt(time), figures),
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
      figures,
      traces: { all: traces, count: countUpTo(ends, time) },
      selected: places.find((place) => place.selected) ?? null,
      selectedPerson: story.people.find(({ id }) => id === selectedPerson) ?? null,
    };
  };

  return {
    turnAt: (time) => countUpTo(turns, time),
    episodeAt,
    arcsAt: (time) => keepArcs(travelAt(time).map((travel) => arcOf(travel, time))),
    dateAt: (time, episode) => dateAt(time, episode, chronology),
    commitmentStatuses,
  };
}

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

const sortedOf = (positions: readonly number[]): Float64Array =>
  Float64Array.from(new Set(positions)).sort();

function livePlaces(now: readonly StoryEvent[]): ReadonlySet<Place> {
  const bound = now.flatMap((event) => [
    ...event.commitments.flatMap(({ binds }) => binds?.mark ?? []),
    ...(event.kind === 'measure' ? event.about.map((place) => place.mark) : []),
  ]);
  return new Set([...now.flatMap((event) => event.at?.mark ?? []), ...bound]);
}

/** Where lines under way end: journeys, letters, bonds, and the line of a plan without a place between two homes. */
function endsOf(travels: readonly Travel[], figures: readonly FigureMark[]): ReadonlySet<Place> {
  const planned = figures.map(({ homes }) => homes.slice(0, 2)).filter(({ length }) => length > 1);
  return new Set([
    ...travels.flatMap(({ journey }) => [journey.from, journey.to]),
    ...planned.flat(),
  ]);
}

function figureOf(event: StoryEvent): FigureMark {
  return {
    event,
    figure: FIGURES[event.kind],
    at: event.at?.mark ?? null,
    hollow: event.status !== 'happened',
    seats: FIGURES[event.kind] === 'table' ? event.who : NOBODY,
    homes: openHomesOf(event),
  };
}

const NOBODY: readonly Person[] = [];
