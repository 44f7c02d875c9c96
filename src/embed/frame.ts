import { connect, failureOf, isState, type Call, type Failure } from './connection.ts';
import type { Message, State } from './protocol.ts';
import { STYLES } from './styles.ts';

/** The origin that this script came from: maps come from there. Undefined where a page has bundled it. */
const script = document.currentScript as HTMLScriptElement | null;
const home = script?.src && new URL(script.src).origin;

/** Attributes that the frame's page reads once, so that another value needs another frame. */
const READ_ONCE = ['src', 'lang', 'motion', 'keyboard', 'autoplay', 'loop', 'heading-level'];
/** Attributes whose change moves the map that is there. */
const MOVES = ['date', 'event-id', 'place-id', 'speed', 'state', 'theme'];

export const ATTRIBUTES = [...READ_ONCE, ...MOVES, 'loading', 'height'];

/** Attributes by another name: the call that each makes, and the parameter it is in the frame's address. */
const CALLS: Readonly<Record<string, string>> = {
  date: 'seek',
  'event-id': 'seek',
  'place-id': 'select',
};
const PARAMETERS: Readonly<Record<string, string>> = { date: 't', 'heading-level': 'h' };

const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';
const EVENTS = /^(ready|play|pause|ended|seek(ing|ed)|timeupdate|ratechange|select)$/;

/** What an element knows of its map: what the frame has said last, and the media element's two words more. */
export interface Known extends State {
  readonly duration: number;
  readonly readyState: number;
}

/** The frame of one element: made when it is needed, talked to, and taken away with the element. */
export interface MapFrame {
  /** Empty before the frame has spoken. It outlives the frame, so that the next one opens there. */
  readonly known: Partial<Known>;
  readonly call: Call;
  connect(): void;
  disconnect(): void;
  /** An attribute of the element has been written. */
  change(attribute: string): void;
}

let sheet: CSSStyleSheet | undefined;
/** Stops the map that plays: one at a time. */
let playing: { readonly host: HTMLElement; readonly stop: () => void } | undefined;

export function createFrame(host: HTMLElement): MapFrame {
  const shadow = host.attachShadow({ mode: 'open' });
  const make = <K extends keyof HTMLElementTagNameMap>(parent: Node, tag: K) =>
    parent.appendChild(document.createElement(tag));
  const box = make(make(shadow, 'div'), 'section');
  const link = make(make(box, 'slot'), 'a');
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(STYLES);
  shadow.adoptedStyleSheets = [sheet];

  const near = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && load(),
    { rootMargin: '100%' },
  );
  let connected = false;
  let frame: HTMLIFrameElement | undefined;
  let talk: ReturnType<typeof connect> | undefined;
  let button: HTMLElement | undefined;
  let failed: Failure | undefined;
  const known: { -readonly [K in keyof Known]?: Known[K] } = {};
  let width: unknown;
  let growths = 0;

  const valueOf = (attribute: string): string | null => host.getAttribute(attribute);
  const language = (): string => host.closest<HTMLElement>('[lang]')?.lang ?? '';
  /** None of them bubbles, as media's do not: a page listens for `resize` and `error` at its window. */
  const fire = (name: string, detail: unknown): boolean =>
    host.dispatchEvent(new CustomEvent(name, { detail }));
  const complain = (failure: Failure): void => {
    const { code, message } = failure;
    if (code !== 'disconnected') fire('error', { code, message });
  };
  const pin = (height = parseInt(valueOf('height') ?? '')): void => {
    box.style.height = height ? `${Math.min(1200, Math.max(240, height))}px` : '';
  };
  const valueIn = (attribute: string): unknown => {
    const value = valueOf(attribute);
    if (attribute === 'speed') return Number(value) || 1;
    if (attribute !== 'theme') return value;
    const dark = value === 'auto' && getComputedStyle(box).outlineColor === 'rgb(0, 0, 0)';
    return dark || value === 'dark' ? 'dark' : 'light';
  };
  const addressOf = (): URL | null => {
    let url: URL;
    try {
      url = new URL(valueOf('src') || 'none:', document.baseURI);
    } catch {
      return null;
    }
    if (!/^https?:$/.test(url.protocol) || (home && home !== url.origin)) return null;
    url.pathname = url.pathname.replace(/\/?([\w-]+\.html)?$/, '/embed.html');
    const state = known.state ?? valueOf('state');
    const query = url.searchParams;
    for (const attribute of [...(state ? [] : MOVES), ...READ_ONCE.slice(2)]) {
      const value = valueOf(attribute);
      const name = PARAMETERS[attribute] ?? attribute.replace('-id', '');
      if (value !== null) query.set(name, value || '1');
    }
    new URLSearchParams(state ?? '').forEach((value, name) => query.set(name, value));
    if (language()) query.set('lang', language());
    query.set('theme', `${valueIn('theme')}`);
    return url;
  };

  /** Waits for what `loading` says: to come near, or to be pressed. */
  const wait = (): void => {
    near.disconnect();
    button?.remove();
    const loading = valueOf('loading');
    if (loading === 'eager') load();
    else if (loading === 'click') {
      button = make(box, 'button');
      button.onclick = load;
      make(button, 'b').textContent = valueOf('label') ?? 'Explore the map';
    } else near.observe(host);
  };

  const load = (): void => {
    if (frame || failed) return;
    near.disconnect();
    const url = addressOf();
    if (!url) return fail(failureOf('src'));
    const sandbox = valueOf('sandbox') ?? SANDBOX;
    const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
    link.href = link.textContent = url.href;
    url.hash = `parley=${id}`;
    frame = document.createElement('iframe');
    frame.title = host.title || host.textContent.trim().slice(0, 120) || 'Map';
    frame.allow = 'fullscreen';
    frame.part.add('frame');
    frame.setAttribute('sandbox', sandbox);
    frame.src = url.href;
    const origin = /same-origin/.test(sandbox) ? url.origin : 'null';
    talk = connect(frame, origin, id, valueOf('height') ? [] : ['size'], { take, fail });
    box.append(frame);
  };

  const unload = (): void => {
    talk?.[1]();
    frame?.remove();
    frame = talk = undefined;
    known.readyState = 0;
    box.className = '';
  };

  const fail = (failure: Failure): void => {
    unload();
    button?.remove();
    failed = failure;
    complain(failure);
  };

  const call: Call = async (name, to) => {
    if (connected) load();
    if (!talk) throw failed ?? failureOf('disconnected');
    return learn(await talk[0](name, to));
  };

  const learn = (state: State): State => {
    Object.assign(known, state);
    if (state.paused) {
      if (playing?.host === host) playing = undefined;
    } else if (playing?.host !== host) {
      playing?.stop();
      // The page has not stopped this one itself: it is told.
      const stop = () => call('pause').then((now) => fire('pause', now), complain);
      playing = { host, stop: () => void stop() };
    }
    return state;
  };

  const move = (attribute: string): void => {
    const to = valueIn(attribute);
    if (to !== null || attribute === 'place-id') {
      call(CALLS[attribute] ?? attribute, to).catch(complain);
    }
  };

  const take = (message: Message): void => {
    const { type, name, data } = message;
    if (type === 'size') resize(message);
    if (type !== 'event') return;
    if (name === 'error') fail(failureOf('engine'));
    if (!EVENTS.test(`${name}`) || !isState(data)) return;
    const before = { ...known };
    learn(data);
    if (name === 'ready') {
      if (before.readyState) return;
      known.duration = Number(message['duration']);
      known.readyState = 4;
      begin(`${message['title']}`, before);
    }
    fire(`${name}`, data);
  };

  const begin = (title: string, before: Partial<Known>): void => {
    const pressed = button && shadow.activeElement === button;
    if (frame && !host.title) frame.title = title.slice(0, 120);
    box.className = 'ready';
    if (pressed) frame?.focus();
    if (before.paused === false) call('play').catch(complain);
    if (before.state ?? valueOf('state')) return;
    ['date', 'event-id', 'place-id'].filter(valueOf).forEach(move);
  };

  const resize = (size: Message): void => {
    const asked = Number(size['height']);
    const sane = Number.isInteger(asked) && asked >= 120 && asked <= 4000;
    const here = Math.abs(Number(size['width']) - box.clientWidth) < 3;
    const height = Math.min(1200, Math.max(240, asked));
    const growth = height - box.offsetHeight;
    if (!sane || !here || valueOf('height') || Math.abs(growth) < 3) return;
    if (width !== size['width']) growths = 0;
    width = size['width'];
    if (growth > 0 && ++growths > 3) return;
    pin(height);
    fire('resize', { height });
  };

  return {
    known,
    call,
    connect() {
      connected = true;
      failed = undefined;
      pin();
      wait();
    },
    disconnect() {
      connected = false;
      near.disconnect();
      unload();
    },
    change(attribute) {
      if (!connected) return;
      if (attribute === 'height') pin();
      if (frame && MOVES.includes(attribute)) return move(attribute);
      if (attribute === 'src') {
        delete known.state;
        failed = undefined;
      }
      const loaded = frame;
      if (READ_ONCE.includes(attribute)) unload();
      if (!frame) (loaded ? load : wait)();
    },
  };
}
