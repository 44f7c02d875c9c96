import type { State } from '../protocol.ts';

/** The attributes of `<parley-map>`, as they are written in HTML, JSX and templates. */
export interface ParleyMapAttributes {
  /** The folder of the deployment or a page in it, with URL parameters. */
  src?: string | undefined;
  /** The address of a story file to show instead of the deployment's own, relative to `src`. */
  story?: string | undefined;
  /** The moment: a date in EDTF. */
  date?: string | undefined;
  /** The moment: the id of an event. */
  'event-id'?: string | undefined;
  /** The id of the selected place. */
  'place-id'?: string | undefined;
  /** The id of the selected person. */
  'person-id'?: string | undefined;
  /** The whole state as text. It replaces `date`, `event-id` and `speed`. */
  state?: string | undefined;
  /** A number above 0; the limits are 1/16 and 16. */
  speed?: number | string | undefined;
  /** Plays when the map is seen. */
  autoplay?: boolean | string | undefined;
  /** Starts again at the end. */
  loop?: boolean | string | undefined;
  /** `light` (default), `dark` or `auto`: as the page around it. */
  theme?: 'light' | 'dark' | 'auto' | undefined;
  /** BCP 47 tag. The default is that of the closest ancestor with `lang`. */
  lang?: string | undefined;
  /** Spares motion or not. The default is the reader's setting. */
  motion?: 'reduce' | 'full' | 'auto' | undefined;
  /** `0` leaves keys of a single character to the page. */
  keyboard?: boolean | string | undefined;
  /** When the map is loaded: within one screen (default), at once, or on a click. */
  loading?: 'lazy' | 'eager' | 'click' | undefined;
  /** The text of the button, with `loading="click"`. */
  label?: string | undefined;
  /** In px. It replaces the recommended height. */
  height?: number | string | undefined;
}

/** The state of the map: `detail` of most events, and the answer of every method. */
export type ParleyMapState = State;

/** Why no map can be loaded, or why a value or a call was refused. */
export interface ParleyMapFailure extends Error {
  readonly code: string;
}

/** The events of `<parley-map>`. None bubbles. */
export interface ParleyMapEvents {
  /** The map has been loaded. */
  ready: CustomEvent<ParleyMapState>;
  /** The map began to play. */
  play: CustomEvent<ParleyMapState>;
  /** The map stopped playing. */
  pause: CustomEvent<ParleyMapState>;
  /** The map has come to its end. */
  ended: CustomEvent<ParleyMapState>;
  /** The map begins to go to another moment. */
  seeking: CustomEvent<ParleyMapState>;
  /** The map is at another moment. */
  seeked: CustomEvent<ParleyMapState>;
  /** The moment has changed; at most four times per second. */
  timeupdate: CustomEvent<ParleyMapState>;
  /** The speed has changed. */
  ratechange: CustomEvent<ParleyMapState>;
  /** A place or a person has been selected or let go. */
  select: CustomEvent<ParleyMapState>;
  /** No map can be loaded. */
  error: CustomEvent<ParleyMapFailure>;
  /** The map stayed as it was, because it cannot use a value. */
  refused: CustomEvent<ParleyMapFailure>;
  /** The height has changed. */
  resize: CustomEvent<null>;
}

/** All events of the element, also those of every element. */
export type ParleyMapEventMap = Omit<HTMLElementEventMap, keyof ParleyMapEvents> & ParleyMapEvents;

/** `<parley-map>`. Each attribute is also a property. */
export interface ParleyMapElement extends HTMLElement {
  src: string | null;
  story: string | null;
  date: string | null;
  eventId: string | null;
  placeId: string | null;
  personId: string | null;
  state: string | null;
  theme: string | null;
  motion: string | null;
  loading: string | null;
  label: string | null;
  get height(): string | null;
  set height(height: number | string | null);
  playbackRate: number;
  get autoplay(): boolean;
  set autoplay(flag: boolean | string | null);
  get loop(): boolean;
  set loop(flag: boolean | string | null);
  get keyboard(): boolean;
  set keyboard(flag: boolean | string | null);
  readonly paused: boolean;
  readonly ended: boolean;
  /** In steps of the slider, mostly days. It is `NaN` until the map is ready. */
  readonly duration: number;
  /** 4 when the map is ready. */
  readonly readyState: number;
  play(): Promise<ParleyMapState>;
  pause(): Promise<ParleyMapState>;
  next(): Promise<ParleyMapState>;
  previous(): Promise<ParleyMapState>;
  /** Goes to an event by its id, or to a date in EDTF. */
  seek(dateOrEvent: string): Promise<ParleyMapState>;
  /** Selects a place by its id; null lets go of it. */
  select(place: string | null): Promise<ParleyMapState>;
  /** Selects a person by the id; null lets go of the person. */
  selectPerson(person: string | null): Promise<ParleyMapState>;
  getState(): Promise<ParleyMapState>;
  addEventListener<K extends keyof ParleyMapEventMap>(
    type: K,
    listener: (this: ParleyMapElement, event: ParleyMapEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof ParleyMapEventMap>(
    type: K,
    listener: (this: ParleyMapElement, event: ParleyMapEventMap[K]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}
