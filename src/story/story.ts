import type { Interval } from '../time/interval.ts';

/** A text in one language, or in several by BCP 47 tag. */
export type Text = string | Readonly<Record<string, string>>;

export type LngLat = readonly [lng: number, lat: number];

/** A party's colour: one of the few that the palette keeps apart in every theme. */
export const HUES = ['north', 'south', 'west', 'east', 'other'] as const;
export type Hue = (typeof HUES)[number];

export interface Party {
  readonly id: string;
  readonly name: Text;
  readonly hue: Hue;
}

export interface Person {
  readonly id: string;
  readonly name: Text;
  /** One to three letters for a token on the map. */
  readonly initials: string;
  readonly role: Text;
  readonly party: Party;
  /** Where journeys and letters of this person begin. */
  readonly home: Place;
}

export type PlaceKind = 'city' | 'site' | 'zone';

/** Where something happens. A place `within` another has no mark of its own: it is read there. */
export interface Place {
  readonly id: string;
  readonly name: Text;
  /** IANA time zone, or a fixed offset such as `+08:30`. */
  readonly zone: string;
  readonly kind: PlaceKind;
  /** In metres: how far the drawn point may lie from the true one; for a line, how far it reaches to each side. */
  readonly precision: number;
  /** The place whose mark stands for this one; the place itself when it has its own. */
  readonly mark: Place;
  /** Always labelled; the others are labelled while they matter. */
  readonly main: boolean;
  /** The point to draw and to travel to. For a line or an area: a point on it. */
  readonly point: LngLat;
  readonly geometry: Geometry;
}

/** GeoJSON (RFC 7946). */
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: LngLat }
  | { readonly type: 'LineString'; readonly coordinates: readonly LngLat[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly LngLat[])[] };

export interface Source {
  readonly id: string;
  /** BCP 47: its title stands as its publisher wrote it, and is in no other language. */
  readonly language: string;
  readonly publisher: string;
  readonly title: string;
  readonly author: string | null;
  readonly date: string | null;
  /** http or https, or null for a text without address. */
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
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

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

/** What a source says of an event, and where the record differs from it. */
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
  /** The event of the story that brought the change, if one did. */
  readonly event: string | null;
  readonly text: Text | null;
}

/** Something an agreement undertakes, and what became of it: `history` runs forward in time. */
export interface Commitment {
  readonly id: string;
  readonly text: Text;
  readonly by: readonly Party[];
  readonly binds: Place;
  readonly history: readonly CommitmentChange[];
}

export interface StoryEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly status: EventStatus;
  readonly title: Text;
  readonly text: Text;
  readonly when: Interval;
  /** Null for a plan whose place is still open. */
  readonly at: Place | null;
  readonly who: readonly Person[];
  readonly about: readonly Place[];
  /** Sender and addressee of a letter. */
  readonly letter: { readonly from: Person; readonly to: Person } | null;
  /** A journey's real line, if the author gives one: points from home to place. */
  readonly via: readonly LngLat[];
  readonly follows: readonly Link[];
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly commitments: readonly Commitment[];
}

/** A part of the ground that is drawn a second time, larger: `[west, south, east, north]` in degrees. */
export interface Inset {
  readonly id: string;
  readonly name: Text;
  readonly bounds: Bounds;
}

/** `[west, south, east, north]`; `east` may pass 180 so that a frame can lie across the date line. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

export interface Story {
  readonly version: 1;
  readonly id: string;
  readonly language: string;
  readonly title: Text;
  readonly summary: Text;
  /** Whose work it stands on, besides its sources: shapes of places, pictures. */
  readonly credits: Text | null;
  /** Zone of dates that have no place. */
  readonly zone: string;
  /** What the first view shows. */
  readonly frame: Bounds;
  readonly insets: readonly Inset[];
  readonly parties: readonly Party[];
  readonly people: readonly Person[];
  readonly places: readonly Place[];
  readonly sources: readonly Source[];
  /** In the order of the file. */
  readonly events: readonly StoryEvent[];
}
