import { isState, readMessage, VERSION, type Message, type State } from '../protocol.ts';

/** Without a hello from the frame after so many ms there is nobody in it. */
const HELLO = 8000;
/** A call that is not answered after so many ms never will be. */
const REPLY = 5000;

/** Why nothing came of a call, or of the map: `code` says it in one word. */
export interface Failure extends Error {
  readonly code: string;
}

export const failureOf = (code: unknown, message = code): Failure =>
  Object.assign(new Error(), { code, message }) as Failure;

/** Settles in any case: with the state after the call, or with a failure. */
export type Call = (name: string, to?: unknown) => Promise<State>;

export interface Connection {
  readonly call: Call;
  /** What waits for an answer is told that there will be none. */
  close(): void;
}

interface Pending {
  readonly send: () => void;
  readonly settle: (answer: Message | Failure) => void;
}

/**
 * Waits for the hello of a frame, gives it a port, and has its answers find the calls they belong to. Whoever
 * else posts something, and whatever is not in its form, is passed over in silence. A frame that has been
 * loaded anew says hello again, gets another port, and is asked again what it has not answered. `origin` is
 * what its messages come from. `take` gets its events,
 * `fail` hears that nobody is there.
 */
export function connect(
  frame: HTMLIFrameElement,
  origin: string,
  id: string,
  take: (message: Message) => void,
  fail: (failure: Failure) => void,
): Connection {
  const calls = new Map<unknown, Pending>();
  let count = 0;
  let port: MessagePort | undefined;
  let code = 'unreachable';

  const hear = ({ source, origin: from, data }: MessageEvent): void => {
    if (source !== frame.contentWindow || from !== origin) return;
    const { type, id: said, versions } = readMessage(data) ?? {};
    if (type !== 'hello' || said !== id || ![versions].flat().includes(VERSION)) {
      code = 'protocol';
      return;
    }
    clearTimeout(timer);
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = (event) => {
      const message = readMessage(event.data);
      if (message?.type === 'reply') calls.get(message['n'])?.settle(message);
      else if (message?.type === 'event') take(message);
    };
    const frameWindow = source as Window;
    frameWindow.postMessage({ parley: VERSION, type: 'welcome', id }, origin, [channel.port2]);
    calls.forEach(({ send }) => send());
  };

  const end = (failure: Failure): void => {
    removeEventListener('message', hear);
    clearTimeout(timer);
    port?.close();
    calls.forEach(({ settle }) => settle(failure));
  };

  const timer = setTimeout(() => {
    end(failureOf(code));
    fail(failureOf(code));
  }, HELLO);
  addEventListener('message', hear);

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
      const send = (): void => {
        clearTimeout(limit);
        limit = setTimeout(() => settle(failureOf('timeout')), REPLY);
        port?.postMessage({ type: 'call', n, name, data: { to } });
      };
      calls.set(n, { send, settle });
      if (port) send();
    });
  return { call, close: () => end(failureOf('disconnected')) };
}
