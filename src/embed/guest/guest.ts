import { readMessage, VERSION, type EventName, type Message, type State } from '../protocol.ts';
import type { PlayerEvents } from './player-events.ts';
import { startFrameHeight } from './frame-height.ts';

/** When the frame says hello, in ms after its start, until it is welcomed. */
const HELLO_TIMES = [0, 500, 1000, 2000, 4000];
/** Calls are answered together after this time, in ms: however many they are, the map is drawn once per frame. */
const FRAME_TIME = 16;
/** More calls than this in one frame are refused. */
const MAX_CALLS = 100;

/** What the host page may do with a page that has started. */
export interface SteerablePage {
  readonly title: string;
  /** Length of the story, in steps of the slider. */
  readonly duration: number;
  readonly methods: ReadonlyMap<string, (to: unknown) => void>;
  readonly state: () => State;
  /** Why a part of the frame's address has been ignored; null if none has. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
  /** Starts firing events of the page. */
  readonly listen: (fire: (name: EventName) => void) => PlayerEvents;
}

export interface GuestOptions {
  /** A secret that only this frame's element knows. */
  readonly id: string;
  /** The only origin that it exchanges messages with, or `*` for any. */
  readonly origin: string;
  /** Null if the page could not start. */
  readonly page: Promise<SteerablePage | null>;
}

/** The secret in a frame's fragment, `#parley=…`; null if no element has made the frame. */
export const idOf = (hash: string): string | null =>
  /^#parley=([\w-]{8,64})$/.exec(hash)?.[1] ?? null;

/** Why there is no page at present. */
export interface GuestFailure {
  readonly code: string;
  readonly message: string;
}

/**
 * Says hello to the host page. After its welcome, answers its calls and sends it events, over the port that came with
 * the welcome. Calls wait until the page has started or failed. Malformed messages are ignored. Returns a function that
 * reports why there is no page at present: calls are refused with that until there is one.
 */
export function startGuest({ id, origin, page }: GuestOptions): (failure: GuestFailure) => void {
  const { parent } = window;
  let port: MessagePort | null = null;
  /** Undefined until the page has started or failed. */
  let steered: SteerablePage | null | undefined;
  let failure: GuestFailure | undefined;
  let events: PlayerEvents | undefined;
  let queue: Message[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopSizes = (): void => undefined;

  const hello = { parley: VERSION, type: 'hello', id, versions: [VERSION] };
  const timers = HELLO_TIMES.map((delay) =>
    setTimeout(() => parent.postMessage(hello, origin), delay),
  );

  const send = (message: object): void => port?.postMessage(message);
  const reply = (n: unknown, answer: object): void => send({ type: 'reply', n, ...answer });
  const refuse = (n: unknown, code: string, message: string): void =>
    reply(n, { ok: false, code, message });

  const declareSize = (width: number, height: number): void =>
    send({ type: 'size', width, height });

  const sendReady = (): void => {
    if (!steered) {
      if (failure) send({ type: 'event', name: 'error', data: failure });
      return;
    }
    const { title, duration, refusal } = steered;
    send({ type: 'event', name: 'ready', data: steered.state(), title, duration });
    if (!refusal) return;
    const { code, message } = refusal;
    send({ type: 'event', name: 'error', data: { code, message } });
  };

  const answer = ({ n, name, data }: Message): void => {
    if (!steered) return refuse(n, failure?.code ?? 'engine', failure?.message ?? '');
    const method = steered.methods.get(name as string);
    if (!method) return refuse(n, 'unknown-method', 'There is no such method.');
    try {
      method((data as { to?: unknown } | null | undefined)?.to);
      reply(n, { ok: true, data: steered.state() });
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      refuse(n, code ?? 'engine', message);
    }
  };

  const flush = (): void => {
    timer = undefined;
    if (steered === undefined && !failure) return;
    const calls = queue;
    queue = [];
    events?.fireChanges();
    calls.forEach(answer);
    events?.ignoreChanges();
  };

  const receiveCall = ({ data }: MessageEvent): void => {
    const message = readMessage(data);
    if (message?.type !== 'call' || !Number.isSafeInteger(message['n'])) return;
    if (queue.length >= MAX_CALLS) return refuse(message['n'], 'busy', 'Too many calls at once.');
    queue.push(message);
    timer ??= setTimeout(flush, FRAME_TIME);
  };

  addEventListener('message', (event) => {
    if (event.source !== parent || (origin !== '*' && event.origin !== origin)) return;
    const message = readMessage(event.data);
    const [newPort] = event.ports;
    const isWelcome = message?.type === 'welcome' && message['parley'] === VERSION;
    if (!isWelcome || message['id'] !== id || !newPort) return;
    timers.forEach(clearTimeout);
    port?.close();
    port = newPort;
    port.onmessage = receiveCall;
    stopSizes();
    const features = message['features'];
    if (Array.isArray(features) && features.includes('size'))
      stopSizes = startFrameHeight(declareSize);
    sendReady();
  });

  const fail = ({ code, message }: GuestFailure): void => {
    failure = { code, message };
    sendReady();
    flush();
  };

  void page.then((found) => {
    steered = found;
    if (!found) return fail({ code: 'engine', message: 'The map could not be loaded.' });
    failure = undefined;
    events = found.listen((name) => send({ type: 'event', name, data: found.state() }));
    sendReady();
    flush();
  });
  return fail;
}
