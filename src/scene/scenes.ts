import type { Chronology, Moment } from '../story/chronology.ts';
import type { Person, Place, Story, StoryEvent } from '../story/story.ts';
import { FIGURES } from './figures.ts';
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
  const travels = chronology.moments.flatMap(travelsOf);
  const travelAt = createSpanIndex(travels);
  const over = travels.filter(leavesTrace).sort((a, b) => a.end - b.end);
  const overJourneys = over.map((travel) => travel.journey);
  const ends = over.map((travel) => travel.end);

  return ({ currentTime: time, selected }) => {
    const moments = happeningAt(time).map((happening) => happening.moment);
    moments.sort((a, b) => b.order - a.order);
    const events = moments.map((moment) => moment.event);
    const now = events.filter((event) => event.kind !== 'state');
    const foreseen = foreseenAt(time).map((happening) => happening.moment.event);
    const begun = countUpTo(chronology.starts, time);
    const step = Math.floor(time);
    const live = livePlaces(now);
    const ids = new Set(now.map((event) => event.id));
    const places = placesAt({ time, selected, live, events: ids });
    return {
      time,
      step,
      localTime: chronology.calendar.localAt(step),
      begun,
      latest: chronology.moments[begun - 1] ?? null,
      now,
      meanwhile: events.filter((event) => event.kind === 'state'),
      foreseen,
      places,
      figures: [...now, ...foreseen].map(figureOf),
      bows: travelAt(time).map((travel) => bowOf(travel, time)),
      traces: { all: overJourneys, count: countUpTo(ends, time) },
      selected: places.find((place) => place.selected) ?? null,
      standings,
    };
  };
}

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

/** Bonds appear with the seal and grow outward from it; people and letters are under way before. */
function travelsOf(moment: Moment): readonly Travel[] {
  const { start, end } = moment;
  return journeysOf(moment.event).map((journey) =>
    journey.kind === 'bond'
      ? { journey, start, end, arrival: start }
      : { journey, start: start - TRAVEL, end, arrival: start },
  );
}

/** A bond is not a journey: nobody went there. */
const leavesTrace = ({ journey }: Travel): boolean =>
  journey.kind !== 'bond' && journey.event.status === 'happened';

function bowOf({ journey, start, arrival }: Travel, time: number): BowMark {
  const progress = arrival > start ? Math.min(1, (time - start) / (arrival - start)) : 1;
  return { journey, progress, hollow: journey.event.status !== 'happened' };
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
