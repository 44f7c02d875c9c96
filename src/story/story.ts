import type { Interval } from '../time/interval.ts';

/** A text in one language, or in several by BCP 47 tag. */
export type Text = string | Readonly<Record<string, string>>;

export type LngLat = readonly [lng: number, lat: number];

/** A party's colour. These are distinguishable in every theme. */
export const HUES = ['north', 'south', 'west', 'east', 'other'] as const;
export type Hue = (typeof HUES)[number];

/** A colour of the author's, as `#1f6f4a`: on the light and on the dark page. Each has enough contrast there. */
export interface PartyColour {
  readonly light: string;
  readonly dark: string;
}

export interface Party {
  readonly id: string;
  readonly name: Text;
  /** The shape of the party's people; and their colour if `colour` is null. */
  readonly hue: Hue;
  readonly colour: PartyColour | null;
}

/** A word by which the author sorts events. */
export interface Tag {
  readonly id: string;
  readonly name: Text;
}

/** The party of people who belong to none. It is in no list of parties and has no name. */
export const NO_PARTY: Party = { id: '', name: '', hue: 'other', colour: null };

export interface Person {
  readonly id: string;
  readonly name: Text;
  /** Up to three letters, shown on the map. Empty if the name has no letter. */
  readonly initials: string;
  readonly role: Text | null;
  readonly party: Party;
  /** Where this person's journeys and letters begin. Null for a person who never travels. */
  readonly home: Place | null;
}

export const MEDIA_KINDS = ['image', 'video', 'audio'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** What is said and heard in a film, as a WebVTT file in one language. */
export interface Captions {
  /** BCP 47. */
  readonly language: string;
  /** As `src` of `Media`. */
  readonly src: string;
}

/** A picture, a film or a sound of an event or a place. */
export interface Media {
  readonly kind: MediaKind;
  /** A path from the story file, from the page where the site is built; or an https address. */
  readonly src: string;
  /** Whether the page shows it. Otherwise it only links to it: it lies on a site that the page asks nothing of. */
  readonly shown: boolean;
  /** What it shows, for readers who cannot see or hear it. */
  readonly alt: Text;
  readonly caption: Text | null;
  /** Who made it. */
  readonly credit: Text | null;
  /** Of a film: the picture before it is started, as `src`. */
  readonly poster: string | null;
  /** Of a film, one for each language. */
  readonly captions: readonly Captions[];
  /** Of an image, in its pixels; null where nobody has measured it. */
  readonly width: number | null;
  readonly height: number | null;
}

export type PlaceKind = 'city' | 'site' | 'zone';

/** Where something happens. A place `within` another has no mark of its own on the map. */
export interface Place {
  readonly id: string;
  readonly name: Text;
  /** IANA time zone, or a fixed offset such as `+08:30`. */
  readonly zone: string;
  readonly kind: PlaceKind;
  /** In metres. For a point: how far it may be from the true one. For a line: how far it extends to each side. */
  readonly precision: number;
  /** The place whose mark represents this one. A place with a mark of its own is its own `mark`. */
  readonly mark: Place;
  /** Whether it always has a label. Other places have one only while something happens there. */
  readonly main: boolean;
  /** Where the mark is, and where journeys end. For a line or an area: a point on it. */
  readonly point: LngLat;
  readonly geometry: Geometry;
  readonly media: readonly Media[];
}

/** GeoJSON (RFC 7946). */
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: LngLat }
  | { readonly type: 'LineString'; readonly coordinates: readonly LngLat[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly LngLat[])[] }
  | {
      readonly type: 'MultiPolygon';
      readonly coordinates: readonly (readonly (readonly LngLat[])[])[];
    };

export interface Source {
  readonly id: string;
  /** BCP 47. The language of the story file. A source is not translated. */
  readonly language: string;
  readonly publisher: string;
  readonly title: string;
  readonly author: string | null;
  readonly date: string | null;
  /** http or https; null for a source that is not on the web. */
  readonly url: string | null;
}

export const EVENT_KINDS = [
  'journey',
  'visit',
  'meeting',
  'agreement',
  'letter',
  'statement',
  'ceremony',
  'test',
  'demolition',
  'measure',
  'release',
  'report',
  'state',
  'event',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Kinds of events that people attend: they travel there, and the map draws them. */
const GATHERINGS: ReadonlySet<unknown> = new Set<EventKind>([
  'journey',
  'visit',
  'meeting',
  'agreement',
  'ceremony',
]);

/** Whether people attend events of a kind. The value may be anything. */
export const isGathering = (kind: unknown): boolean => GATHERINGS.has(kind);

export const EVENT_STATUSES = ['happened', 'planned', 'reported'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

export const LINK_VERBS = [
  'follows',
  'led-to',
  'answers',
  'carries-out',
  'cancels',
  'supersedes',
] as const;
export type LinkVerb = (typeof LINK_VERBS)[number];

/** An earlier event that this one follows from. */
export interface Link {
  readonly event: string;
  readonly verb: LinkVerb;
}

/** What a source says about an event, and how other records differ from it. */
export interface Claim {
  readonly source: Source;
  readonly says: Text;
  readonly differs: Text | null;
}

export const COMMITMENT_STATES = ['promised', 'begun', 'done', 'stalled', 'broken'] as const;
export type CommitmentState = (typeof COMMITMENT_STATES)[number];

export interface CommitmentChange {
  readonly when: Interval;
  readonly state: CommitmentState;
  /** The id of the event that brought the change, if one did. */
  readonly event: string | null;
  readonly text: Text | null;
}

/** A promise made in an agreement, and what became of it. `history` is in order of time. */
export interface Commitment {
  readonly id: string;
  readonly text: Text;
  readonly by: readonly Party[];
  /** The place that it concerns, where the map shows it. Null if it concerns no place. */
  readonly binds: Place | null;
  readonly history: readonly CommitmentChange[];
}

export interface StoryEvent {
  readonly id: string;
  readonly kind: EventKind;
  /** The author's name for events of this kind; null if the interface names them. */
  readonly kindName: Text | null;
  readonly status: EventStatus;
  readonly title: Text;
  readonly text: Text;
  readonly when: Interval;
  /** Null for an event without a place: the map shows it only if it is a plan of people from two homes. */
  readonly at: Place | null;
  readonly who: readonly Person[];
  readonly about: readonly Place[];
  /** Sender and recipient of a letter; null for other events. */
  readonly letter: { readonly from: Person; readonly to: Person } | null;
  /** The real route of a journey, from home to place. Empty if the author gives none. */
  readonly via: readonly LngLat[];
  readonly follows: readonly Link[];
  readonly sources: readonly Source[];
  readonly tags: readonly Tag[];
  readonly claims: readonly Claim[];
  readonly commitments: readonly Commitment[];
  readonly media: readonly Media[];
}

/** A part of the map that is drawn a second time, larger. */
export interface Inset {
  readonly id: string;
  readonly name: Text;
  readonly bounds: Bounds;
  /** Null if the insets lie below the world: their author says so, or they hide something in every slot. */
  readonly slot: InsetSlot | null;
}

/** Where an inset lies over the world, and its size as a share of the largest. */
export interface InsetSlot {
  readonly column: 'left' | 'middle' | 'right';
  readonly row: 'top' | 'bottom';
  readonly share: 1 | 0.8 | 0.6;
}

/** A land or sea whose name the author moves, hides or adds. */
export interface OwnGroundName {
  /** Of a land or sea; `+0`, `+1` … for a name that is added. */
  readonly id: string;
  /** The added name; null for the usual name. */
  readonly name: Text | null;
  /** Where it stands; null if it is not shown. */
  readonly at: LngLat | null;
  /** How wide its land or sea is, in degrees of longitude; null for the usual width. */
  readonly span: number | null;
}

/** In degrees. `east` may exceed 180, for bounds across the date line. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

export interface Story {
  readonly version: 1;
  readonly id: string;
  readonly language: string;
  readonly title: Text;
  readonly summary: Text | null;
  /** Whose work it uses besides its sources, such as shapes of places. */
  readonly credits: Text | null;
  /** Who publishes the story. */
  readonly publisher: string | null;
  /** The day on which it was first published, as YYYY-MM-DD. */
  readonly published: string | null;
  /** The day of its last change, as YYYY-MM-DD; not before `published`. */
  readonly modified: string | null;
  /** The id of the event that the picture for social media shows. */
  readonly card: string | null;
  /** The time zone of dates without a place. */
  readonly zone: string;
  /** The part of the world that the map shows at first. */
  readonly frame: Bounds;
  readonly insets: readonly Inset[];
  /** The author's own names for kinds of events. */
  readonly kinds: Readonly<Partial<Record<EventKind, Text>>>;
  /** What the author changes in the names of lands and seas. */
  readonly groundNames: readonly OwnGroundName[];
  readonly tags: readonly Tag[];
  readonly parties: readonly Party[];
  readonly people: readonly Person[];
  readonly places: readonly Place[];
  readonly sources: readonly Source[];
  /** In the order of the file. */
  readonly events: readonly StoryEvent[];
}
