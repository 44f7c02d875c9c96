import { EVENTS, isState, SANDBOX, type Message, type State } from '../protocol.ts';
import { LIVE_ATTRIBUTES, RELOAD_ATTRIBUTES } from './attributes.ts';
import { connect, failureOf, type Call, type Connection, type Failure } from './connection.ts';
import { createElementEvents } from './element-events.ts';
import { INITIAL_STATE, type ElementState } from './element-state.ts';
import { setFrameAddress } from './frame-address.ts';
import { STYLES } from './styles.ts';

/**
 * The origin of `PARLEY_URL`; empty if the build has none. Optimisers serve a copy of this script from the host page's
 * origin, and the copy must still know where its maps come from. The build inserts it (`src/site/vite/script-plugin.ts`).
 */
declare const PARLEY_ORIGIN: string;

/** The address of this script: maps must come from its origin. Undefined where a page has bundled it. */
const scriptAddress = (document.currentScript as HTMLScriptElement | null)?.src;
const scriptOrigin = scriptAddress && new URL(scriptAddress).origin;

const EVENT_NAMES: readonly unknown[] = EVENTS;

/** The frame of one element. */
export interface MapFrame {
  /** It outlives the frame: the next frame opens where the last one was. */
  readonly state: Partial<ElementState>;
  readonly call: Call;
  /** To be called when the element has been put into the page. */
  connect(): void;
  /** To be called when it has been taken out. */
  disconnect(): void;
  /** To be called when an attribute has been written. */
  change(attribute: string): void;
}

/** A style sheet object, because a host page's policy may forbid inline styles. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLES);

const append = <K extends keyof HTMLElementTagNameMap>(parent: Node, tag: K) =>
  parent.appendChild(document.createElement(tag));

const describeOrigins = (origin: string): string =>
  `The map is at ${origin}, but this script comes from ${scriptOrigin}. ` +
  'Exclude parley-map.js from script optimisers, or build the map with PARLEY_URL.';

/** Pauses the map that plays: only one plays at a time. */
let pausePlaying: (() => void) | undefined;

export function createFrame(element: HTMLElement): MapFrame {
  const shadow = element.attachShadow({ mode: 'open' });
  const box = append(append(shadow, 'div'), 'section');
  /** Shown where the author has written no fallback. It also composes the frame's address. */
  const link = append(append(box, 'slot'), 'a');
  shadow.adoptedStyleSheets = [sheet];
  const state: { -readonly [K in keyof ElementState]?: ElementState[K] } = { ...INITIAL_STATE };
  const { fire, fireOnce, causes, allCauses } = createElementEvents(element);
  let connected = false;
  let frame: HTMLIFrameElement | undefined;
  let connection: Connection | undefined;
  let button: HTMLElement | undefined;
  let failed: Failure | undefined;
  /** Each `src` with its `story` that has failed since the last map was ready: its failure is reported once. */
  const failures = new Set<string>();
  /** The events that led to the frame. */
  let frameCauses = '';

  const attributeOf = (attribute: string): string | null => element.getAttribute(attribute);

  const setHeight = (): void => {
    const height = parseInt(attributeOf('height') as string);
    box.style.height = height ? `${height}px` : '';
  };
  // In a task of its own: a listener that sets the height inside the observer's task would be reported as a loop.
  new ResizeObserver(() => setTimeout(fire, 0, 'resize')).observe(box);

  const themeOf = (): string => {
    const asked = attributeOf('theme') || 'light';
    if (asked !== 'auto') return asked;
    // The outline is black in a dark page, white in a light one (`styles.ts`). Anything else tells nothing.
    return getComputedStyle(box).outlineColor === 'rgb(0, 0, 0)' ? 'dark' : 'light';
  };

  const load = (): void => {
    if (frame || failed || !connected) return;
    // A folder of the deployment, or a page in it. A link takes any text as an address, and never throws.
    link.href = attributeOf('src') || 'no:';
    const { protocol, origin } = link;
    if (!/^http/.test(protocol))
      return fail(failureOf('src', 'src is missing, or is no http address.'));
    if (scriptOrigin && ![scriptOrigin, PARLEY_ORIGIN].includes(origin))
      return fail(failureOf('src', describeOrigins(origin)));
    setFrameAddress(link, element, state.state, themeOf());
    const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
    frame = append(box, 'iframe');
    frame.allow = 'fullscreen';
    frame.part = 'frame';
    // Within one origin these tokens restrict nothing, and browsers warn of them.
    if (origin !== location.origin) frame.sandbox = SANDBOX;
    link.hash = `parley=${id}`;
    frame.src = link.href;
    connection = connect(frame, origin, id, receive, fail);
  };
  const nearby = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && load(),
    { rootMargin: '100%' },
  );

  /** Loads the frame when `loading` says: now, on a click, or when the element is near the viewport. */
  const schedule = (): void => {
    unload();
    frameCauses = allCauses();
    const loading = attributeOf('loading');
    if (loading === 'eager') load();
    else if (loading === 'click') {
      button = append(box, 'button');
      button.onclick = load;
      append(button, 'b').textContent = attributeOf('label') ?? 'Explore the map';
    } else nearby.observe(element);
  };

  const unload = (): void => {
    nearby.disconnect();
    connection?.close();
    frame?.remove();
    button?.remove();
    frame = connection = undefined;
    state.readyState = 0;
    box.className = '';
  };

  const report = (failure: Failure): void => {
    const asked = `${attributeOf('src')} ${attributeOf('story')}`;
    if (failures.has(asked)) return;
    failures.add(asked);
    fireOnce('error', failure, frameCauses);
  };

  const fail = (failure: Failure): void => {
    unload();
    failed = failure;
    report(failure);
  };

  const call: Call = async (name, to) => {
    load();
    if (connection) return update(await connection.call(name, to));
    throw failed ?? failureOf('disconnected');
  };

  const pause = (): void => {
    if (state.paused) return;
    // The page gets an event, because it has not paused this map itself.
    call('pause').then(
      (paused) => fire('pause', paused),
      () => undefined,
    );
  };

  const update = (next: State): State => {
    Object.assign(state, next);
    if (!next.paused && pausePlaying !== pause) {
      pausePlaying?.();
      pausePlaying = pause;
    }
    return next;
  };

  const receive = (message: Message): void => {
    const { name, data, title, duration } = message;
    if (name === 'error') {
      const failure = Object(data) as Failure;
      // On `error` a page may write another `src`, so it is for maps that could not be loaded only.
      if (failure.code === 'engine') fail(failure);
      else if (failure.code === 'story') {
        // The page in the frame says why, and lets the reader try again.
        state.readyState = 0;
        show(failure.message);
        report(failure);
      } else fireOnce('refused', failure, frameCauses);
      return;
    }
    if (!isState(data) || !EVENT_NAMES.includes(name)) return;
    update(data);
    if (name === 'ready') becomeReady(data, title as string, duration as number);
    else fire(name as string, data);
  };

  const show = (title: string): void => {
    if (!frame) return;
    frame.title = element.title || title;
    // The focus is on the button or link that disappears: the reader has asked for the map.
    const { activeElement } = shadow;
    box.className = 'ready';
    if (activeElement) frame.focus();
  };

  const becomeReady = (data: State, title: string, duration: number): void => {
    if (state.readyState || !frame) return;
    state.readyState = 4;
    state.duration = duration;
    show(title);
    failures.clear();
    fireOnce('ready', data, frameCauses);
  };

  /** Writes an attribute's new value into the map that is loaded. */
  const forward = (attribute: string): void => {
    const [asked, changeCauses] = [connection, causes()];
    call(attribute, attribute === 'theme' ? themeOf() : attributeOf(attribute)).catch((failure) => {
      // A frame that has failed or is gone has refused nothing.
      if (connection === asked) fireOnce('refused', failure, changeCauses);
    });
  };

  const change = (attribute: string): void => {
    if (!connected) return;
    if (attribute === 'height') return setHeight();
    const loaded = frame;
    if (loaded && LIVE_ATTRIBUTES.includes(attribute)) return forward(attribute);
    if (/^s(rc|tory)$/.test(attribute)) {
      delete state.state;
      failed = undefined;
    }
    if (RELOAD_ATTRIBUTES.includes(attribute) || !loaded) schedule();
    if (loaded) load();
  };
  // `theme="auto"` follows the host page: the outline's transition ends when its colour scheme has changed.
  box.ontransitionend = () => frame && change('theme');

  return {
    state,
    call,
    connect() {
      connected = true;
      failed = undefined;
      setHeight();
      schedule();
    },
    disconnect() {
      connected = false;
      unload();
    },
    change,
  };
}
