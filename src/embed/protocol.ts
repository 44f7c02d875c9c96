/**
 * `parley/1`: the messages between a frame and its host page. The first two go from window to window and carry
 * `parley: 1`; all others go over a private port.
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

/** Events of the frame, named as those of `HTMLMediaElement` where it has one. */
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

/** The state of the map. It goes with every reply and every event. */
export interface State {
  /** Moment, selection and speed as a query of the page's address: `t=2018-06-12&place=singapore&speed=2`. */
  readonly state: string;
  /** The date that is shown, as EDTF: of the current event, otherwise of the slider's step. */
  readonly date: string;
  /** The id of the current event, or null. */
  readonly event: string | null;
  /** The id of the place that is selected, or null. */
  readonly place: string | null;
  /** The id of the person who is selected, or null. A place and a person are never selected together. */
  readonly person: string | null;
  readonly playbackRate: number;
  readonly paused: boolean;
  readonly ended: boolean;
}

/** A message whose fields have not been checked. */
export type Message = Readonly<Record<string, unknown>> & { readonly type?: unknown };

const MAX_FIELDS = 8;
const MAX_TEXT_LENGTH = 2048;

/**
 * The message in any value that has been posted, or null. A message is an object of at most 8 fields with texts of at
 * most 2048 characters and finite numbers; a field may hold one more such object or list. Never throws.
 */
export const readMessage = (value: unknown): Message | null =>
  isPlain(value, 2) ? (Object(value) as Message) : null;

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return isFinite(value);
  if (Object(value) !== value) return String(value).length <= MAX_TEXT_LENGTH;
  const fields: unknown[] = Object.values(value as object);
  // Without `toString` a conversion to text would throw.
  const hasText = typeof (value as object).toString === 'function';
  if (!depth || !hasText || fields.length > MAX_FIELDS) return false;
  return fields.every((each) => isPlain(each, depth - 1));
}

/** Whether the data of a reply or an event is a state. */
export const isState = (data: unknown): data is State =>
  typeof (data as State | null | undefined)?.state === 'string';

/**
 * The `sandbox` of a frame: it may run its scripts and open links in new tabs. `allow-same-origin` gives it its own
 * origin, not the host page's, which is another one.
 */
export const SANDBOX =
  'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/**
 * Height by width, in CSS pixels: from each width on, `share` of the width plus `base`, limited to `least` and `most`.
 * The only owner of these numbers: the frame, the element, oEmbed and the share dialog read them here.
 */
export const HEIGHTS = [
  { from: 0, share: 0, base: 476, least: 476, most: 476 },
  { from: 480, share: 0.62, base: 150, least: 0, most: 1200 },
  { from: 768, share: 0.56, base: 120, least: 480, most: 720 },
] as const;

/** The height of a frame of this width, in whole pixels. It depends on nothing else. */
export function heightAt(width: number): number {
  const { share, base, least, most } =
    HEIGHTS.filter(({ from }) => width >= from).at(-1) ?? HEIGHTS[0];
  return Math.min(most, Math.max(least, Math.round(width * share) + base));
}
