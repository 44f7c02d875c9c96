import { readMessage, VERSION, type Message, type State } from './protocol.ts';

/** Without a hello from the frame after so many ms there is nobody in it. */
const HELLO = 8000;
/** A call that is not answered after so many ms never will be. */
const REPLY = 5000;

/** Why nothing came of a call, or of the map: `code` says it in one word. */
export interface Failure extends Error {
  readonly code: string;
}

export const failureOf = (code: string, message = code): Failure =>
  Object.assign(new Error(message), { code });

/** Settles in any case: with the state after the call, or with a failure. */
export type Call = (name: string, to?: unknown) => Promise<State>;

/** What is to become of a frame's events and sizes, and of a frame with nobody, or a stranger, in it. */
export interface Listener {
  take(message: Message): void;
  fail(failure: Failure): void;
}

/**
 * Waits for the hello of a frame, gives it a port, and has its answers find the calls they belong to. Whoever
 * else posts something, and whatever is not in its form, is passed over in silence. A frame that has been
 * loaded anew says hello again and gets another port. `origin` is what its messages come from: `null` as a
 * text for a sandbox without one. Returns the way to call it, and how to be done with it.
 */
export function connect(
  frame: HTMLIFrameElement,
  origin: string,
  id: string,
  features: readonly string[],
  { take, fail }: Listener,
): [call: Call, close: () => void] {
  const calls = new Map<unknown, (answer: Message | Failure) => void>();
  let count = 0;
  let port: MessagePort | undefined;
  let waiting: (() => void)[] = [];
  let code = 'unreachable';
  let over: Failure | undefined;

  const hear = ({ source, origin: from, data }: MessageEvent): void => {
    if (source !== frame.contentWindow || from !== origin) return;
    const message = readMessage(data);
    const { type, versions } = message ?? {};
    const hello = type === 'hello' && message?.['id'] === id;
    if (!hello || !(Array.isArray(versions) && versions.includes(VERSION))) {
      code = 'protocol';
      return;
    }
    clearTimeout(timer);
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = (event) => {
      const answer = readMessage(event.data);
      if (answer?.type === 'reply') calls.get(answer['n'])?.(answer);
      else if (answer) take(answer);
    };
    const welcome = { parley: VERSION, type: 'welcome', id, features };
    (source as Window).postMessage(welcome, origin === 'null' ? '*' : origin, [channel.port2]);
    waiting.forEach((send) => send());
    waiting = [];
  };

  const end = (failure: Failure): void => {
    over = failure;
    removeEventListener('message', hear);
    clearTimeout(timer);
    port?.close();
    calls.forEach((settle) => settle(failure));
  };

  const timer = setTimeout(() => {
    end(failureOf(code));
    fail(failureOf(code));
  }, HELLO);
  addEventListener('message', hear);

  const call: Call = (name, to) =>
    new Promise((resolve, reject) => {
      if (over) return reject(over);
      const n = ++count;
      let limit: ReturnType<typeof setTimeout> | undefined;
      calls.set(n, (answer) => {
        clearTimeout(limit);
        calls.delete(n);
        if (answer instanceof Error) reject(answer);
        else if (answer['ok'] && isState(answer['data'])) resolve(answer['data']);
        else reject(failureOf(`${answer['code']}`, `${answer['message']}`));
      });
      const send = (): void => {
        port?.postMessage({ type: 'call', n, name, data: { to } });
        limit = setTimeout(() => calls.get(n)?.(failureOf('timeout')), REPLY);
      };
      if (port) send();
      else waiting.push(send);
    });
  return [call, () => end(failureOf('disconnected'))];
}

export const isState = (data: unknown): data is State =>
  typeof (data as State | undefined)?.state === 'string';
