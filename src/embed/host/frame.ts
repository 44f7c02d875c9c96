import { FLAGS, MOMENT, MOVES, READ_ONCE } from './attributes.ts';
import { connect, failureOf, type Call, type Connection, type Failure } from './connection.ts';
import { isState, SANDBOX, type Message, type State } from '../protocol.ts';
import { STYLES } from './styles.ts';

/** Where this script has come from: maps come from that origin. Nothing where a page has bundled it. */
const home = (document.currentScript as HTMLScriptElement | null)?.src;

/** How the names of a map's events begin; nothing else is fired in a frame's name. */
const EVENTS = /^(ready|play|pause|ended|seek|time|rate|sel)/;

/** What an element knows of its map: what the frame has said last, and the media element's two words more. */
export interface Known extends State {
  readonly duration: number;
  readonly readyState: number;
}

/** What an element knows before its map has spoken. */
export const NOTHING: Partial<Known> = {
  paused: true,
  ended: false,
  duration: NaN,
  readyState: 0,
};

/** The frame of one element: made when it is needed, talked to, and taken away with the element. */
export interface MapFrame {
  /** Outlives the frame, so that the next one opens where this one was left. */
  readonly known: Partial<Known>;
  readonly call: Call;
  /** The element is in the page. */
  connect(): void;
  /** It no longer is. */
  disconnect(): void;
  /** An attribute of it has been written. */
  change(attribute: string): void;
}

/** The styles are an object and no text in the page, so a policy that forbids inline styles lets them be. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLES);

/** Makes an element as the last child of another. */
const make = <K extends keyof HTMLElementTagNameMap>(parent: Node, tag: K) =>
  parent.appendChild(document.createElement(tag));

/** Names of the events whose listeners run now, of any map: one of them may make another map. */
let running = '';

/** Stops the map that plays: one at a time. */
let stopPlaying: (() => void) | undefined;

export function createFrame(host: HTMLElement): MapFrame {
  const shadow = host.attachShadow({ mode: 'open' });
  const box = make(make(shadow, 'div'), 'section');
  /** What stands where the author has written no fallback, and where the frame's address is put together. */
  const link = make(make(box, 'slot'), 'a');
  shadow.adoptedStyleSheets = [sheet];
  const known: { -readonly [K in keyof Known]?: Known[K] } = { ...NOTHING };
  let connected = false;
  let frame: HTMLIFrameElement | undefined;
  let connection: Connection | undefined;
  let button: HTMLElement | undefined;
  let failed: Failure | undefined;
  /** Each `src` that has failed since a map was last there: its failure is told once. */
  const failures = new Set<string | null>();
  /** Names of the events that this task tells, and of those that led to them. */
  let telling = '';
  /** `telling` when the frame was asked for. */
  let asked = '';

  const valueOf = (attribute: string): string | null => host.getAttribute(attribute);
  /** None of them bubbles, as media's do not: a page listens for `resize` and `error` at its window. */
  const fire = (name: string, detail?: unknown): boolean =>
    host.dispatchEvent(new CustomEvent(name, { detail }));
  /**
   * Fires an event, unless a listener of the same event has caused it: a listener that always writes
   * an attribute would be called for ever. `causes` is `telling` when the cause was written.
   */
  const tell = (name: string, detail: unknown, causes = asked): void => {
    if (causes.includes(name)) return;
    const outer = running;
    running = telling = causes + name;
    setTimeout(() => (telling = ''));
    fire(name, detail);
    running = outer;
  };
  const pin = (): void => {
    const height = parseInt(valueOf('height') as string);
    box.style.height = height ? `${height}px` : '';
  };
  // In a task of its own: a listener that sets the height within the observer's would be reported as a loop.
  new ResizeObserver(() => setTimeout(fire, 0, 'resize')).observe(box);
  const theme = (): string => {
    const asked = valueOf('theme') || 'light';
    if (asked !== 'auto') return asked;
    return /0/.test(getComputedStyle(box).outlineColor) ? 'dark' : 'light';
  };

  /**
   * Has the link lead to the page for frames, with all that is asked of it as parameters. What the map has told goes
   * before what an author has written; told as empty it is the beginning, written so it says nothing.
   */
  const address = (): void => {
    link.pathname = link.pathname.replace(/\/?([\w-]+\.html)?$/, '/embed.html');
    const told = 'state' in known;
    const state = told ? `${known.state}&` : valueOf('state');
    // Of two parameters of a name the first counts.
    const query = new URLSearchParams([state, link.search.slice(1)].join('&'));
    for (const attribute of [state ? [] : MOMENT, told ? [] : 'place-id', 'motion', FLAGS].flat()) {
      const value = valueOf(attribute);
      if (value || (value === '' && FLAGS.includes(attribute)))
        query.set(attribute.replace('date', 't').replace('-id', ''), value || '1');
    }
    const language = host.closest<HTMLElement>('[lang]')?.lang;
    if (language) query.set('lang', language);
    query.set('theme', theme());
    link.search = `${query}`;
    link.textContent = link.href;
  };

  const load = (): void => {
    if (frame || failed || !connected) return;
    // A folder of the deployment, or any page in it: a link reads any text as an address, and never throws.
    link.href = valueOf('src') || 'no:';
    if (!/^http/.test(link.protocol) || (home && !home.startsWith(`${link.origin}/`)))
      return fail(failureOf('src'));
    address();
    const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
    frame = make(box, 'iframe');
    frame.allow = 'fullscreen';
    frame.part = 'frame';
    // Within one origin a sandbox holds nobody back, and browsers complain of it.
    if (link.origin !== location.origin) frame.sandbox = SANDBOX;
    link.hash = `parley=${id}`;
    frame.src = link.href;
    connection = connect(frame, link.origin, id, take, fail);
  };
  const near = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && load(),
    { rootMargin: '100%' },
  );

  /** Waits for what `loading` says: to come near, or to be pressed. */
  const wait = (): void => {
    unload();
    asked = telling + running;
    const loading = valueOf('loading');
    if (loading === 'eager') load();
    else if (loading === 'click') {
      button = make(box, 'button');
      button.onclick = load;
      make(button, 'b').textContent = valueOf('label') ?? 'Explore the map';
    } else near.observe(host);
  };

  const unload = (): void => {
    near.disconnect();
    connection?.close();
    frame?.remove();
    button?.remove();
    frame = connection = undefined;
    known.readyState = 0;
    box.className = '';
  };

  const fail = (failure: Failure): void => {
    unload();
    failed = failure;
    const src = valueOf('src');
    if (failures.has(src)) return;
    failures.add(src);
    tell('error', failure);
  };

  const call: Call = async (name, to) => {
    load();
    if (connection) return learn(await connection.call(name, to));
    throw failed ?? failureOf('disconnected');
  };

  const stop = (): void => {
    // The page has not stopped this one itself: it is told.
    if (known.paused) return;
    call('pause').then(
      (state) => fire('pause', state),
      () => undefined,
    );
  };

  const learn = (state: State): State => {
    Object.assign(known, state);
    if (!state.paused && stopPlaying !== stop) {
      stopPlaying?.();
      stopPlaying = stop;
    }
    return state;
  };

  const take = (message: Message): void => {
    const { name, data, title, duration } = message;
    if (name === 'error') {
      const failure = Object(data) as Failure;
      // A page takes an `error` for a failure to load, and may write another `src`: a frame that is there stays.
      return failure.code === 'engine' ? fail(failure) : tell('refused', failure);
    }
    if (!isState(data) || !EVENTS.test(name as string)) return;
    learn(data);
    if (name === 'ready') {
      if (known.readyState || !frame) return;
      known.readyState = 4;
      known.duration = duration as number;
      frame.title = host.title || (title as string);
      // On the button, or the link that gives way: the reader has asked for the map.
      const focused = shadow.activeElement;
      box.className = 'ready';
      if (focused) frame.focus();
      failures.clear();
      return tell(name, data);
    }
    fire(name as string, data);
  };

  const change = (attribute: string): void => {
    if (!connected) return;
    if (attribute === 'height') return pin();
    const loaded = frame;
    if (loaded && MOVES.includes(attribute)) {
      const [to, causes] = [connection, telling];
      call(attribute, attribute === 'theme' ? theme() : valueOf(attribute)).catch((failure) => {
        // A frame that has failed, or is gone, refuses nothing.
        if (connection === to) tell('refused', failure, causes);
      });
      return;
    }
    if (attribute === 'src') {
      delete known.state;
      failed = undefined;
    }
    if (READ_ONCE.includes(attribute) || !loaded) wait();
    if (loaded) load();
  };
  // `auto` is what the page around is now, not what it was when it opened.
  box.ontransitionend = () => frame && change('theme');

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
      unload();
    },
    change,
  };
}
