import type { Chronology } from '../story/chronology.ts';
import {
  COMMITMENT_STATES,
  EVENT_KINDS,
  type CommitmentState,
  type EventKind,
  type EventStatus,
  type Party,
  type Person,
  type Story,
  type StoryEvent,
} from '../story/story.ts';
import { CommitmentStatuses } from './commitment-status.ts';
import { eventSpansOf, foreseenSpansOf } from './event-spans.ts';
import { FIGURES, type Figure } from './figures.ts';
import { openHomesOf } from './journey.ts';
import { leavesTrace, travelsOf } from './travels.ts';

/** What map and cards draw at any moment of a story. The legend explains this, and nothing that the story lacks. */
export interface Legend {
  /** The parties whose people take part in an event. */
  readonly parties: readonly Party[];
  /** Each figure with the kinds of events that it stands for. */
  readonly figures: readonly { readonly figure: Figure; readonly kinds: readonly EventKind[] }[];
  /** The people at the largest table: its seats. */
  readonly seats: readonly Person[];
  /** An event that is drawn hollow, and what such events are. */
  readonly hollow: { readonly figure: Figure; readonly status: Unconfirmed } | null;
  /** A plan is drawn between two homes, because its place is not known. */
  readonly unplaced: boolean;
  /** The states that commitments come to. */
  readonly states: readonly CommitmentState[];
  /** Lines lead from an agreement to the places that it binds. */
  readonly bonds: boolean;
  /** Places where something happens now. `bound`: also places that an event elsewhere concerns. */
  readonly framed: 'now' | 'bound' | null;
  /** Journeys that are drawn as curves, not along their real route. */
  readonly curves: readonly Sent[];
  /** Journeys that are over. */
  readonly traces: Sent | 'both' | null;
  /** A line on the ground is a band, an area is drawn as it is. */
  readonly zones: readonly ('band' | 'area')[];
}

type Unconfirmed = Exclude<EventStatus, 'happened'> | 'both';
type Sent = 'travel' | 'letter';

export function createLegend(story: Story, chronology: Chronology): Legend {
  const underWay = eventSpansOf(chronology).map(({ moment }) => moment.event);
  const foreseen = foreseenSpansOf(chronology).map(({ moment }) => moment.event);
  const shown = [...new Set([...underWay, ...foreseen])];
  const travels = travelsOf(chronology);
  const people = new Set(shown.flatMap(peopleOf));
  const kinds = EVENT_KINDS.filter((kind) => shown.some((event) => event.kind === kind));
  const statuses = new CommitmentStatuses(story, chronology);
  const states = statuses.statesBy(chronology.duration);
  // A letter that is not confirmed is dashed as its event is, not dotted.
  const curved = travels
    .map(({ journey }) => journey)
    .filter(({ kind, via, event }) =>
      kind === 'letter' ? event.status === 'happened' : via.length === 0,
    );
  const over = travels.filter((travel) => leavesTrace(travel) && travel.end <= chronology.duration);
  return {
    parties: story.parties.filter((party) => [...people].some((one) => one.party === party)),
    figures: [...new Set(kinds.map((kind) => FIGURES[kind]))].map((figure) => ({
      figure,
      kinds: kinds.filter((kind) => FIGURES[kind] === figure),
    })),
    seats: shown
      .filter(({ kind }) => FIGURES[kind] === 'table')
      .map(({ who }) => who)
      .reduce<readonly Person[]>((most, who) => (who.length > most.length ? who : most), []),
    hollow: hollowOf(shown),
    unplaced: shown.some((event) => openHomesOf(event).length > 1),
    states: COMMITMENT_STATES.filter((state) => states.has(state)),
    bonds: travels.some(({ journey }) => journey.kind === 'bond'),
    framed: framedBy(underWay),
    curves: SENT.filter((sent) => curved.some(({ kind }) => kind === sent)),
    traces: only(SENT.filter((sent) => over.some(({ journey }) => journey.kind === sent))),
    zones: (['band', 'area'] as const).filter((zone) =>
      story.places.some(
        ({ id, mark, geometry }) => mark.id === id && ZONES[geometry.type] === zone,
      ),
    ),
  };
}

const SENT: readonly Sent[] = ['travel', 'letter'];
const ZONES = { Point: null, LineString: 'band', Polygon: 'area', MultiPolygon: 'area' } as const;

const peopleOf = ({ who, letter }: StoryEvent): readonly Person[] =>
  letter ? [...who, letter.from, letter.to] : who;

/** The word for a list of none, one or both. */
const only = <T>([first, second]: readonly T[]): T | 'both' | null =>
  second === undefined ? (first ?? null) : 'both';

function hollowOf(shown: readonly StoryEvent[]): Legend['hollow'] {
  const hollow = shown.filter(({ status }) => status !== 'happened');
  const [first] = hollow;
  const found = (['planned', 'reported'] as const).filter((one) =>
    hollow.some(({ status }) => status === one),
  );
  const status = only(found);
  return first === undefined || status === null
    ? null
    : { figure: openHomesOf(first).length > 1 ? 'table' : FIGURES[first.kind], status };
}

function framedBy(underWay: readonly StoryEvent[]): Legend['framed'] {
  const isElsewhere = ({ at, kind, about, commitments }: StoryEvent): boolean => {
    const concerned = [
      ...commitments.flatMap(({ binds }) => binds ?? []),
      ...(kind === 'measure' ? about : []),
    ];
    return concerned.some((place) => place.mark !== at?.mark);
  };
  if (underWay.some(isElsewhere)) return 'bound';
  return underWay.some(({ at }) => at) ? 'now' : null;
}
