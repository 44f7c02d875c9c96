import type { MapWords } from '../map/words.ts';
import type { SceneWords } from '../scene/describe.ts';
import type { CommitmentState, EventKind, EventStatus, LinkVerb } from '../story/story.ts';

/** Everything the interface says, in one language. A story brings its own words. */
export interface Words extends SceneWords {
  readonly map: MapWords;
  readonly mapOf: (title: string) => string;
  readonly play: string;
  readonly pause: string;
  readonly replay: string;
  readonly previous: string;
  readonly next: string;
  readonly speed: string;
  readonly date: string;
  readonly now: string;
  readonly allEvents: string;
  readonly meanwhile: string;
  readonly planned: string;
  readonly nothingNow: string;
  readonly lastBefore: string;
  readonly nextUp: string;
  readonly letGo: string;
  readonly noEvents: string;
  readonly placeOpen: string;
  readonly people: string;
  readonly commitments: string;
  readonly boundHere: string;
  readonly eventsHere: string;
  readonly since: (date: string) => string;
  readonly says: (source: string) => string;
  readonly record: string;
  readonly sources: (count: number) => string;
  readonly legend: string;
  readonly legendPips: string;
  readonly legendNow: string;
  readonly legendTrace: string;
  readonly bowsAreNoRoutes: string;
  readonly zoneIsWidened: string;
  readonly kinds: Readonly<Record<EventKind, string>>;
  readonly statuses: Readonly<Record<EventStatus, string>>;
  readonly states: Readonly<Record<CommitmentState, string>>;
  readonly verbs: Readonly<Record<LinkVerb, string>>;
  readonly figures: Readonly<Record<string, string>>;
  readonly keys: Readonly<Record<string, string>>;
  readonly help: string;
  readonly close: string;
  readonly ground: string;
}

const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

export const ENGLISH: Words = {
  language: 'en',
  eventOf: (number, total) => `Event ${number} of ${total}`,
  afterEvent: (number, total) => `After event ${number} of ${total}`,
  events: (number) => count(number, 'event', 'events'),
  soFar: (number) => `${number} so far`,
  mapOf: (title) => `Map: ${title}`,
  play: 'Play',
  pause: 'Pause',
  replay: 'Replay',
  previous: 'Previous event',
  next: 'Next event',
  speed: 'Speed',
  date: 'Date',
  now: 'Now',
  allEvents: 'All events',
  meanwhile: 'Meanwhile',
  planned: 'Announced',
  nothingNow: 'Nothing is recorded for this day.',
  lastBefore: 'Before',
  nextUp: 'Next',
  letGo: 'Close',
  noEvents: 'No event of this story took place here.',
  placeOpen: 'Place to be announced',
  people: 'People',
  commitments: 'What it promises, and where that stands',
  boundHere: 'What binds this place, and where that stands',
  eventsHere: 'What happened here',
  since: (date) => `since ${date}`,
  says: (source) => `${source} says:`,
  record: 'The record differs:',
  sources: (number) => count(number, 'source', 'sources'),
  legend: 'How to read this map',
  legendPips: 'Beside a place: what was promised about it',
  legendNow: 'Framed in red: where something happens now, or is bound',
  legendTrace: 'Hairline: an earlier journey or letter',
  bowsAreNoRoutes: 'Bows show who went where, not the route.',
  zoneIsWidened: 'The zone is drawn wider than it is: 2 km on either side of the line.',
  kinds: {
    journey: 'Journey',
    visit: 'Visit',
    meeting: 'Meeting',
    agreement: 'Agreement',
    letter: 'Letter',
    statement: 'Statement',
    ceremony: 'Ceremony',
    test: 'Test',
    demolition: 'Demolition',
    measure: 'Measure',
    release: 'Release',
    report: 'Report',
    state: 'State of affairs',
  },
  statuses: { happened: '', planned: 'planned', reported: 'reported, not confirmed' },
  states: {
    promised: 'Promised',
    begun: 'Begun',
    done: 'Done',
    stalled: 'Stalled',
    broken: 'Broken',
  },
  verbs: {
    follows: 'Follows',
    'led-to': 'Comes out of',
    answers: 'Answers',
    'carries-out': 'Carries out',
    cancels: 'Calls off',
    supersedes: 'Takes the place of',
  },
  figures: {
    table: 'Meeting or visit: a seat for each guest',
    seal: 'Agreement, with a line to each place it binds',
    envelope: 'Letter',
    pulse: 'Statement or report',
    ring: 'Test or demolition',
    pennant: 'Ceremony or release',
    hatch: 'Measure: the place itself changes',
    span: 'A state of affairs begins',
    hollow: 'Hollow or dashed: planned, or not confirmed',
  },
  keys: {
    toggle: 'Play or pause',
    'back-far': 'Ten steps back',
    'forward-far': 'Ten steps forward',
    back: 'One step back',
    forward: 'One step forward',
    previous: 'Previous event',
    next: 'Next event',
    jump: 'To that tenth of the story',
    start: 'To the beginning',
    end: 'To the end',
    slower: 'Slower',
    faster: 'Faster',
    fullscreen: 'Full screen',
    help: 'This list of keys',
    release: 'Let go of the place',
  },
  help: 'Keyboard',
  close: 'Close',
  ground: 'Map: Natural Earth. Demarcation line: US Department of State. Both public domain.',
  map: {
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    home: 'Whole map',
    closest: 'This is as close as the map is true.',
    still: 'The map stands still here: this browser cannot draw the moving one. All else works.',
    gestures: {
      'Map.Title': 'Pan with the arrow keys, zoom with plus and minus',
      'CooperativeGesturesHandler.WindowsHelpText': 'Hold Ctrl and scroll to zoom the map',
      'CooperativeGesturesHandler.MacHelpText': 'Hold ⌘ and scroll to zoom the map',
      'CooperativeGesturesHandler.MobileHelpText': 'Use two fingers to move the map',
    },
  },
};
