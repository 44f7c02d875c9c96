import { isState, readMessage, VERSION, type Message, type State } from '../protocol.ts';

/** A frame that has not said hello after this time, in ms, has no map in it. */
const HELLO_TIMEOUT = 8000;
/** A call fails when a page that has started does not reply for this time, in ms. */
const REPLY_TIMEOUT = 5000;
/** The same for a page that is still starting: longer than it tries to fetch a story (60 s, `story/fetch/retry.ts`). */
const START_TIMEOUT = 75_000;

/** Why a call or the map failed: `code` says it in one word. */
export interface Failure extends Error {
  readonly code: string;
}

export const failureOf = (code: unknown, message = code): Failure =>
  Object.assign(new Error(), { code, message }) as Failure;

/** Always settles: resolves with the state after the call, or rejects with a failure. */
export type Call = (name: string, to?: unknown) => Promise<State>;

export interface Connection {
  readonly call: Call;
  /** Calls without a reply fail. */
  close(): void;
}

interface Pending {
  readonly send: () => void;
  /** Begins to wait for the reply anew. */
  readonly wait: () => void;
  readonly settle: (answer: Message | Failure) => void;
}

/**
 * Waits for the hello of a frame, gives it a port, and matches its replies to calls. Other messages are ignored. A
 * frame that has been reloaded says hello again: it gets a new port, and all calls without a reply are sent again.
 * `origin`: where the frame's messages come from. `receive` gets its events. `fail` is called if there is no hello.
 */
export function connect(
  frame: HTMLIFrameElement,
  origin: string,
  id: string,
  receive: (message: Message) => void,
  fail: (failure: Failure) => void,
): Connection {
  const calls = new Map<unknown, Pending>();
  let count = 0;
  let port: MessagePort | undefined;
  let timeout = START_TIMEOUT;
  let code = 'unreachable';

  const receiveHello = ({ source, origin: from, data }: MessageEvent): void => {
    if (source !== frame.contentWindow || from !== origin) return;
    const { type, id: secret, versions } = readMessage(data) ?? {};
    if (type !== 'hello' || secret !== id || ![versions].flat().includes(VERSION)) {
      code = 'protocol';
      return;
    }
    clearTimeout(timer);
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    timeout = START_TIMEOUT;
    port.onmessage = (event) => {
      const message = readMessage(event.data);
      if (message?.type === 'reply') calls.get(message['n'])?.settle(message);
      else if (message?.type === 'event') {
        // The first event says whether the page has started.
        if (timeout === START_TIMEOUT) {
          timeout = REPLY_TIMEOUT;
          calls.forEach(({ wait }) => wait());
        }
        receive(message);
      }
    };
    const frameWindow = source as Window;
    frameWindow.postMessage({ parley: VERSION, type: 'welcome', id }, origin, [channel.port2]);
    calls.forEach(({ send }) => send());
  };

  const end = (failure: Failure): void => {
    removeEventListener('message', receiveHello);
    clearTimeout(timer);
    port?.close();
    calls.forEach(({ settle }) => settle(failure));
  };

  const timer = setTimeout(() => {
    end(failureOf(code));
    fail(failureOf(code));
  }, HELLO_TIMEOUT);
  addEventListener('message', receiveHello);

  const call: Call = (name, to) =>
    new Promise((resolve, reject) => {
      const n = ++count;
      let limit: ReturnType<typeof setTimeout> | undefined;
      const settle = (answer: Message | Failure): void => {
        clearTimeout(limit);
        calls.delete(n);
        if (answer instanceof Error) reject(answer);
        else if (answer['ok'] && isState(answer['data'])) resolve(answer['data']);
        else reject(failureOf(answer['code'], answer['message']));
      };
      const wait = (): void => {
        clearTimeout(limit);
        limit = setTimeout(() => settle(failureOf('timeout')), timeout);
      };
      const send = (): void => {
        wait();
        port?.postMessage({ type: 'call', n, name, data: { to } });
      };
      calls.set(n, { send, wait, settle });
      if (port) send();
    });
  return { call, close: () => end(failureOf('disconnected')) };
}
