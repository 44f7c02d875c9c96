import type { Map as MapLibreMap } from 'maplibre-gl';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startGestures } from '../../../src/map/maplibre/gestures.ts';

/** As much of a document or a shadow root as is asked. */
class Root {
  fullscreenElement: Box | null = null;
  readonly host?: Box;
  constructor(host?: Box) {
    if (host) this.host = host;
  }
}

/** As much of an element as is asked. */
class Box {
  readonly dataset = {};
  readonly clientHeight = 400;
  scrollHeight = 400;
  overflowY = 'visible';
  readonly root: Root;
  readonly parentElement: Box | null;
  constructor(root: Root, parentElement: Box | null = null) {
    this.root = root;
    this.parentElement = parentElement;
  }
  getRootNode(): Root {
    return this.root;
  }
}

const page = new Root();
const shadow = () => new Root(new Box(page, slide));
let html: Box;
let slide: Box;
let heard: (() => void) | undefined;

beforeEach(() => {
  page.fullscreenElement = null;
  html = new Box(page);
  slide = new Box(page, html);
  vi.stubGlobal('document', {
    get fullscreenElement() {
      return page.fullscreenElement;
    },
    addEventListener: (_: string, listener: () => void) => (heard = listener),
    removeEventListener: () => (heard = undefined),
  });
  vi.stubGlobal('getComputedStyle', ({ overflowY }: Box) => ({ overflowY }));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A map in an article. Tells whether it asks for Ctrl or two fingers. */
function start(root: Root, parent: Box | null = null) {
  const article = new Box(root, parent);
  const world = new Box(root, article);
  const container = new Box(root, world);
  let asks = true;
  const map = {
    on: () => undefined,
    cooperativeGestures: {
      isEnabled: () => asks,
      enable: () => (asks = true),
      disable: () => (asks = false),
    },
  };
  const { stop } = startGestures(
    map as unknown as MapLibreMap,
    container as unknown as HTMLElement,
  );
  const fill = (element: Box | null, among: Root = root): boolean => {
    among.fullscreenElement = element;
    heard?.();
    return asks;
  };
  return { article, world, container, fill, stop };
}

describe('a map asks for Ctrl or two fingers', () => {
  it('in a page and in a frame, but not where its article fills the screen', () => {
    const { article, fill } = start(page, html);
    expect(fill(null)).toBe(true);
    expect(fill(article)).toBe(false);
    expect(fill(null)).toBe(true);
  });

  it('not where its article fills the screen from within a shadow root', () => {
    const root = shadow();
    const { article, fill } = start(root);
    // The document names the host then.
    page.fullscreenElement = root.host ?? null;
    expect(fill(article)).toBe(false);
    page.fullscreenElement = null;
    expect(fill(null)).toBe(true);
  });

  it.each(['the whole page', 'a part of it', 'the element of the map'])(
    'not where %s fills the screen with the map’s shadow root in it',
    (which) => {
      const root = shadow();
      const { fill } = start(root);
      const full = { 'the whole page': html, 'a part of it': slide }[which] ?? root.host;
      expect(fill(full ?? null, page)).toBe(false);
      expect(fill(null, page)).toBe(true);
    },
  );

  it('not where only the map itself fills the screen', () => {
    const { container, fill } = start(page, html);
    expect(fill(container)).toBe(false);
  });

  it('where another part of the page fills the screen', () => {
    const { fill } = start(shadow());
    expect(fill(new Box(page, html), page)).toBe(true);
  });

  it('where something round it scrolls in full screen', () => {
    const root = shadow();
    const { article, fill } = start(root);
    slide.scrollHeight = 900;
    slide.overflowY = 'auto';
    expect(fill(html, page)).toBe(true);
    slide.overflowY = 'hidden';
    expect(fill(html, page)).toBe(false);
    html.scrollHeight = 900;
    expect(fill(html, page)).toBe(true);
    html.scrollHeight = 401;
    article.scrollHeight = 900;
    expect(fill(html, page)).toBe(false);
    article.overflowY = 'scroll';
    expect(fill(html, page)).toBe(true);
  });

  it('no more of anyone once it has been removed', () => {
    start(page, html).stop();
    expect(heard).toBeUndefined();
  });
});
