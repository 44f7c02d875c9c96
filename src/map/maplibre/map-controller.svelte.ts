import { flushSync } from 'svelte';
import { farthestOf, type Camera } from '../projection/camera.ts';
import { groundColours, startColours } from '../basemap/colours.ts';
import { loadUntilThere } from '../load-until-there.ts';
import type { Direction } from './controls.ts';
import type { GroundData } from '../basemap/ground-data.ts';
import type { LiveMap, MapControls } from './maplibre-map.ts';
import type { Point } from '../projection/mercator.ts';
import { whenNear } from './when-near.ts';
import type { GroundColours } from '../basemap/style.ts';

/**
 * `absent`: MapLibre has not been requested. `unreachable`: its files cannot be fetched at present. `lost`: the browser
 * has taken the WebGL context away. `failed`: the live map could not start, or has stopped for good.
 */
export type LiveState = 'absent' | 'loading' | 'unreachable' | 'live' | 'lost' | 'failed';

/** How an attempt to show the live map ends. */
type Outcome = Extract<LiveState, 'live' | 'unreachable' | 'failed'>;

/** Milliseconds until a live map that has not appeared counts as failed. A blocked worker sends no error. */
const PATIENCE = 20_000;

/** Milliseconds that a map in a frame must be in view before MapLibre is loaded. */
const DWELL = 250;

/** Milliseconds in which a lost WebGL context must come back. After that the live map is given up. */
const RECOVERY = 3_000;

export interface MapControllerOptions {
  readonly grounds: () => GroundData;
  /** The camera that shows the story's frame in the present size. */
  readonly home: () => Camera;
  /** The largest scale of the story's map. */
  readonly closest: () => number;
  readonly words: () => Readonly<Record<string, string>>;
  /** Whether the camera jumps instead of gliding; null leaves it to the reader's system. */
  readonly still: () => boolean | null;
  /** Called when the live map is shown, cannot be fetched at present, or is given up. */
  readonly onsettle?: ((outcome: Outcome) => void) | undefined;
}

/** How far one press of a button moves the map, in pixels. */
const PAN = 120;

const OFFSETS: Readonly<Record<Direction, Point>> = {
  left: [-PAN, 0],
  up: [0, -PAN],
  down: [0, PAN],
  right: [PAN, 0],
};

/**
 * Starts and stops the live map. It loads MapLibre when the map is near the viewport and the page is idle, starts it at
 * the camera of the static basemap, and mirrors its camera for the story layer. If it fails, the static basemap stays.
 */
export class MapController {
  state = $state<LiveState>('absent');
  /** MapLibre's camera; null while the static basemap shows the home view. */
  camera = $state.raw<Camera | null>(null);
  /** The component with the map's buttons. It is loaded together with MapLibre. */
  controls = $state.raw<MapControls | null>(null);
  readonly #options: MapControllerOptions;
  #map: LiveMap | null = null;
  #painted: GroundColours | null = null;
  /** The reader has moved the map. A change of size then keeps the camera instead of going home. */
  #moved = false;
  #appeared = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stops: (() => void)[] = [];
  /** The present container. A start that was begun for another container is dropped. */
  #container: HTMLElement | null = null;

  constructor(options: MapControllerOptions) {
    this.#options = options;
  }

  /** Waits until a container is near the viewport, then starts MapLibre in it. Returns a function that undoes it. */
  start(container: HTMLElement): () => void {
    this.#container = container;
    this.#waitUntilNear(container);
    return () => {
      this.#container = null;
      this.#stop();
      this.state = 'absent';
    };
  }

  /** Zooms about a point of the plane. Zooming out as far as possible shows the middle of the frame. */
  zoomBy(levels: number, about: Point | null): void {
    if (!this.#map) return;
    const home = this.#options.home();
    const scale = (this.camera ?? home).scale * 2 ** levels;
    const farthest = farthestOf(home, this.#options.closest());
    if (scale <= farthest * 1.01) {
      return farthest < home.scale ? this.goTo({ ...home, scale: farthest }) : this.goHome();
    }
    this.#moved = true;
    this.#map.zoomBy(levels, about);
  }

  panTo(direction: Direction): void {
    this.#moved = true;
    this.#map?.panBy(OFFSETS[direction]);
  }

  goHome(): void {
    this.#moved = false;
    this.#map?.moveTo(this.#options.home());
  }

  goTo(camera: Camera): void {
    if (!this.#map) return;
    this.#moved = true;
    this.#map.moveTo(camera);
  }

  resize(): void {
    this.#map?.resize(this.#options.home(), !this.#moved);
  }

  /** In a frame it waits for `DWELL`: scrolling past many frames must not start all their maps. */
  #waitUntilNear(container: HTMLElement): void {
    const dwell = window.top === window.self ? 0 : DWELL;
    this.#stops.push(whenNear(container, () => void this.#load(container), dwell));
  }

  /**
   * Releases WebGL while the map is out of view; the static basemap shows the same. The camera is kept only if the
   * reader has moved it: the home camera changes with the frame's size.
   */
  #release(container: HTMLElement): void {
    if (this.state === 'failed') return;
    const camera = this.#moved ? this.camera : null;
    this.#stop();
    this.camera = camera;
    this.#moved = !!camera;
    this.state = 'absent';
    this.#waitUntilNear(container);
  }

  async #load(container: HTMLElement): Promise<void> {
    const isWanted = (): boolean => this.#container === container;
    this.state = 'loading';
    const [{ startMapLibre, releaseWhenUnseen, Controls }, grounds] = await loadUntilThere(
      () => Promise.all([import('./maplibre-map.ts'), this.#options.grounds().live()]),
      () => {
        if (isWanted()) this.#settle('unreachable');
      },
    );
    if (!isWanted()) return;
    this.state = 'loading';
    try {
      this.controls = Controls;
      this.#painted = groundColours(container);
      const home = this.#options.home();
      this.#map = startMapLibre({
        container,
        home,
        closest: this.#options.closest(),
        camera: this.camera ?? home,
        colours: this.#painted,
        grounds,
        words: this.#options.words(),
        still: this.#options.still(),
        onready: () => this.#appear(),
        onmove: (camera, byReader) => this.#follow(camera, byReader),
        onerror: () => this.#appeared || this.#fail(),
        onlost: (lost) => this.#lose(lost),
      });
      this.#stops.push(releaseWhenUnseen(container, () => this.#release(container)));
      this.#wait(PATIENCE, 'loading');
    } catch {
      this.#fail();
    }
  }

  #appear(): void {
    if (this.state === 'failed') return;
    this.#appeared = true;
    this.#settle('live');
    this.#stops.push(startColours(() => this.#paint()));
    this.#paint();
  }

  /** While WebGL is lost, MapLibre has no style to change. It gets the colours when WebGL is back. */
  #paint(): void {
    if (!this.#container || this.state !== 'live') return;
    const colours = groundColours(this.#container);
    if (JSON.stringify(colours) === JSON.stringify(this.#painted)) return;
    this.#painted = colours;
    this.#map?.paint(colours);
  }

  /** Updates the story layer in the animation frame in which MapLibre draws, so that it never lags behind. */
  #follow(camera: Camera, byReader: boolean): void {
    if (byReader) this.#moved = true;
    this.camera = nearest(camera, this.#options.home());
    flushSync();
  }

  #lose(lost: boolean): void {
    if (this.state === 'failed') return;
    if (lost) this.state = 'lost';
    else this.state = this.#appeared ? 'live' : 'loading';
    if (lost) this.#wait(RECOVERY, 'lost');
    else if (this.#appeared) this.#paint();
    else this.#wait(PATIENCE, 'loading');
  }

  /** Gives up if the state has not changed in time. A hidden page is not drawn, so the wait starts again. */
  #wait(patience: number, state: LiveState): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.state !== state) return;
      if (document.hidden) this.#wait(patience, state);
      else this.#fail();
    }, patience);
  }

  #fail(): void {
    this.#settle('failed');
    this.#stop();
  }

  #settle(outcome: Outcome): void {
    this.state = outcome;
    this.#options.onsettle?.(outcome);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.camera = null;
    this.#moved = false;
    this.#appeared = false;
    this.#map?.remove();
    this.#map = null;
  }
}

/** MapLibre's camera may be on another copy of the world. The story is drawn on the copy of the home camera. */
function nearest({ centre: [x, y], scale }: Camera, home: Camera): Camera {
  return { centre: [x + Math.round(home.centre[0] - x), y], scale };
}
