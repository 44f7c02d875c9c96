import { readMessage, VERSION, type EventName, type Message, type State } from '../protocol.ts';
import { startFrameHeight } from './frame-height.ts';

/** When the frame says hello, in ms after it has begun, until it is welcomed. */
const HELLOS = [0, 500, 1000, 2000, 4000];
/** Calls are answered together, so that a thousand of them draw the map once in each of the screen's frames. */
const FRAME = 16;
/** More calls than this in one frame are refused unread. */
const MOST_CALLS = 100;

/** The page as its host may steer it, once it is there. */
export interface Steered {
  readonly title: string;
  /** The story's length, in steps of its slider. */
  readonly duration: number;
  readonly calls: ReadonlyMap<string, (to: unknown) => void>;
  readonly state: () => State;
  /** Why a part of the frame's address means nothing here; null when all of it does. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
  /** Calls back with what has happened inside, but not with what a call has done. Returns what keeps it so. */
  readonly listen: (tell: (name: EventName) => void) => { look(): void; keep(): void };
}

export interface GuestOptions {
  /** The secret that only the element knows that has made this frame. */
  readonly id: string;
  /** The one origin it may be talked to from, or `*` for any. */
  readonly origin: string;
  /** Null when it could not be brought to life. */
  readonly page: Promise<Steered | null>;
}

/** The secret in a frame's fragment, `#parley=…`; null in a frame that no element has made. */
export const idOf = (hash: string): string | null =>
  /^#parley=([\w-]{8,64})$/.exec(hash)?.[1] ?? null;

/**
 * Says hello to the page around the frame, and from its welcome on answers its calls and tells it what
 * happens, all over the port that came with the welcome. What is malformed is dropped without a word.
 */
export function startGuest({ id, origin, page }: GuestOptions): void {
  const { parent } = window;
  let port: MessagePort | null = null;
  let steered: Steered | null | undefined;
  let telling: ReturnType<Steered['listen']> | undefined;
  let queue: Message[] = [];
  let turn: ReturnType<typeof setTimeout> | undefined;
  let stopSizes = (): void => undefined;

  const hello = { parley: VERSION, type: 'hello', id, versions: [VERSION] };
  const timers = HELLOS.map((wait) => setTimeout(() => parent.postMessage(hello, origin), wait));

  const send = (message: object): void => port?.postMessage(message);
  const reply = (n: unknown, answer: object): void => send({ type: 'reply', n, ...answer });
  const refuse = (n: unknown, code: string, message: string): void =>
    reply(n, { ok: false, code, message });

  const declareSize = (width: number, height: number): void =>
    send({ type: 'size', width, height });

  const begin = (): void => {
    if (steered === undefined) return;
    if (!steered) {
      const data = { code: 'engine', message: 'The map could not be loaded.' };
      return send({ type: 'event', name: 'error', data });
    }
    const { title, duration, refusal } = steered;
    send({ type: 'event', name: 'ready', data: steered.state(), title, duration });
    if (!refusal) return;
    const { code, message } = refusal;
    send({ type: 'event', name: 'error', data: { code, message } });
  };

  const answer = ({ n, name, data }: Message): void => {
    if (!steered) return refuse(n, 'engine', 'The map could not be loaded.');
    const call = steered.calls.get(name as string);
    if (!call) return refuse(n, 'unknown-method', 'There is no such method.');
    try {
      call((data as { to?: unknown } | null | undefined)?.to);
      reply(n, { ok: true, data: steered.state() });
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      refuse(n, code ?? 'engine', message);
    }
  };

  const flush = (): void => {
    turn = undefined;
    if (steered === undefined) return;
    const calls = queue;
    queue = [];
    telling?.look();
    calls.forEach(answer);
    telling?.keep();
  };

  const take = ({ data }: MessageEvent): void => {
    const message = readMessage(data);
    if (message?.type !== 'call' || !Number.isSafeInteger(message['n'])) return;
    if (queue.length >= MOST_CALLS) return refuse(message['n'], 'busy', 'Too many calls at once.');
    queue.push(message);
    turn ??= setTimeout(flush, FRAME);
  };

  addEventListener('message', (event) => {
    if (event.source !== parent || (origin !== '*' && event.origin !== origin)) return;
    const message = readMessage(event.data);
    const [given] = event.ports;
    const known = message?.type === 'welcome' && message['parley'] === VERSION;
    if (!known || message['id'] !== id || !given) return;
    timers.forEach(clearTimeout);
    port?.close();
    port = given;
    port.onmessage = take;
    stopSizes();
    const features = message['features'];
    if (Array.isArray(features) && features.includes('size'))
      stopSizes = startFrameHeight(declareSize);
    begin();
  });

  void page.then((found) => {
    steered = found;
    telling = found?.listen((name) => send({ type: 'event', name, data: found.state() }));
    begin();
    flush();
  });
}
