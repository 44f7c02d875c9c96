/**
 * What a frame and its host page say to each other: `parley/1`. The first two messages go from window to
 * window and carry `parley: 1`; everything after them goes over a private port.
 *
 * ```
 * frame → host  {parley: 1, type: 'hello', id, versions: [1]}
 * host → frame  {parley: 1, type: 'welcome', id, features: ['size']} and a port
 * host → frame  {type: 'call', n, name, data: {to}}
 * frame → host  {type: 'reply', n, ok: true, data: State} or {type: 'reply', n, ok: false, code, message}
 * frame → host  {type: 'event', name, data: State}; with `ready` also title and duration
 * frame → host  {type: 'size', width, height}
 * ```
 */
export const VERSION = 1;

/** What happened inside the frame, in the words of `HTMLMediaElement` where it has one. */
export const EVENTS = [
  'ready',
  'play',
  'pause',
  'ended',
  'seeking',
  'seeked',
  'timeupdate',
  'ratechange',
  'select',
  'error',
] as const;
export type EventName = (typeof EVENTS)[number];

/** Where the map stands. Goes with every reply and every event. */
export interface State {
  /** All of it as one text, in the page's own query form: `t=2018-06-12&place=singapore&speed=2`. */
  readonly state: string;
  /** The date that is shown, as EDTF: of the event that is news, else of the step that the slider stands on. */
  readonly date: string;
  /** The id of the event that is shown as news, or null. */
  readonly event: string | null;
  /** The id of the place that is selected, or null. */
  readonly place: string | null;
  readonly playbackRate: number;
  readonly paused: boolean;
  readonly ended: boolean;
}

/** Any message: everything in it is yet to be looked at. */
export type Message = Readonly<Record<string, unknown>> & { readonly type?: unknown };

const MOST_FIELDS = 8;
const LONGEST = 2048;

/**
 * The message in what somebody has sent, or null: an object of at most eight fields, its texts short and its
 * numbers finite; a field may hold one more such object or list. Never throws.
 */
export const readMessage = (value: unknown): Message | null =>
  isPlain(value, 2) ? (Object(value) as Message) : null;

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return isFinite(value);
  if (Object(value) !== value) return String(value).length <= LONGEST;
  const fields: unknown[] = Object.values(value as object);
  // One that cannot be read as text would throw where somebody tries.
  const legible = typeof (value as object).toString === 'function';
  if (!depth || !legible || fields.length > MOST_FIELDS) return false;
  return fields.every((each) => isPlain(each, depth - 1));
}

/** Whether a reply or an event says where the map stands. */
export const isState = (data: unknown): data is State =>
  typeof (data as State | null | undefined)?.state === 'string';

/**
 * The `sandbox` of a frame: it may run its scripts and open links in new tabs. `allow-same-origin` gives it its own
 * origin, not the host page's, which is another one.
 */
export const SANDBOX =
  'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/**
 * Height by width, in CSS pixels: from each width on, `share` of the width and `base` more, held between
 * `least` and `most`. The frame, the element and the handbook all have it from here.
 */
export const HEIGHTS = [
  { from: 0, share: 0, base: 476, least: 476, most: 476 },
  { from: 480, share: 0.62, base: 150, least: 0, most: 1200 },
  { from: 768, share: 0.56, base: 120, least: 480, most: 720 },
] as const;

/** The height that a frame of this width asks for, in whole pixels. It depends on nothing else. */
export function heightAt(width: number): number {
  const { share, base, least, most } =
    HEIGHTS.filter(({ from }) => width >= from).at(-1) ?? HEIGHTS[0];
  return Math.min(most, Math.max(least, Math.round(width * share) + base));
}
