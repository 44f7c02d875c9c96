import { readFileSync } from 'node:fs';

/** The story file as it lies on disk, before anything reads meaning into it. */
interface Thaw {
  readonly title: string;
  readonly summary: string;
  readonly zone: string;
  readonly parties: readonly { readonly id: string }[];
  readonly people: readonly Person[];
  readonly places: { readonly features: readonly Feature[] };
  readonly sources: readonly Source[];
  readonly events: readonly Event[];
}

interface Person {
  readonly id: string;
  readonly party: string;
  readonly home: string;
}

export interface Feature {
  readonly id: string;
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: Position }
    | { readonly type: 'LineString'; readonly coordinates: readonly Position[] };
  readonly properties: {
    readonly name: string;
    readonly zone: string;
    readonly precision: number;
    readonly main?: boolean;
    readonly within?: string;
    readonly point?: Position;
  };
}

export type Position = readonly [lng: number, lat: number];

interface Source {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
}

export interface Event {
  readonly id: string;
  readonly kind: string;
  readonly status?: string;
  readonly title: string;
  readonly text: string;
  readonly when: string;
  readonly at?: string;
  readonly who: readonly string[];
  readonly about?: readonly string[];
  readonly follows?: readonly { readonly event: string; readonly verb: string }[];
  readonly sources: readonly string[];
  readonly claims?: readonly Claim[];
  readonly commitments?: readonly Commitment[];
}

interface Claim {
  readonly source: string;
  readonly says: string;
  readonly differs?: string;
}

interface Commitment {
  readonly id: string;
  readonly text: string;
  readonly by: readonly string[];
  readonly binds: string;
  readonly history: readonly Change[];
}

interface Change {
  readonly when: string;
  readonly state: string;
  readonly event?: string;
  readonly text?: string;
}

const file = new URL('../../geo/stories/korea-thaw.json', import.meta.url);

/** The whole file, each text in all its languages. */
export const everyLanguage: unknown = JSON.parse(readFileSync(file, 'utf8'));

/** A text in several languages, as its English. */
const toEnglish = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'en' in value ? value.en : value;

/** The file in its author's language. */
export const thaw = JSON.parse(readFileSync(file, 'utf8'), toEnglish) as Thaw;

export const features = new Map(thaw.places.features.map((feature) => [feature.id, feature]));

export const events = new Map(thaw.events.map((event) => [event.id, event]));

export function eventOf(id: string): Event {
  const event = events.get(id);
  if (event === undefined) throw new Error(`the story has no event ${id}`);
  return event;
}

export function featureOf(id: string): Feature {
  const feature = features.get(id);
  if (feature === undefined) throw new Error(`the story has no place ${id}`);
  return feature;
}

export const zoneOf = ({ at }: Event): string =>
  at === undefined ? thaw.zone : featureOf(at).properties.zone;

export const commitments = thaw.events.flatMap((event) => event.commitments ?? []);
