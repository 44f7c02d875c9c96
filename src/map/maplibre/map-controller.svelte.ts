import { flushSync } from 'svelte';
import type { Camera } from '../projection/camera.ts';
import { groundColours, startColours } from '../basemap/colours.ts';
import { loadUntilThere } from '../load-until-there.ts';
import type { Way } from './controls.ts';
import type { GroundData } from '../basemap/ground-data.ts';
import type { LiveMap, MapControls } from './maplibre-map.ts';
import type { Point } from '../projection/mercator.ts';
import { whenNear } from './when-near.ts';
import type { GroundColours } from '../basemap/style.ts';

/**
 * `absent` until MapLibre is asked for; `unreachable` while its files cannot be fetched; `lost` while the browser has taken
 * WebGL away; `failed` when the live map could not start or has died.
 */
export type LiveState = 'absent' | 'loading' | 'unreachable' | 'live' | 'lost' | 'failed';

/** A ground that has not appeared after this long, in ms, will not: a worker that is blocked says nothing. */
const PATIENCE = 20_000;

/** How long, in ms, a map in a frame must be in sight before it is brought to life. */
const DWELL = 250;

/** A lost WebGL context that does not come back within this, in ms, is given up. */
const RECOVERY = 3_000;

export interface MapControllerOptions {
  readonly grounds: () => GroundData;
  /** The camera that shows the story's frame in the present size. */
  readonly home: () => Camera;
  readonly words: () => Readonly<Record<string, string>>;
  /** Whether the camera jumps instead of gliding; null leaves it to the reader's system. */
  readonly still: () => boolean | null;
}

/** How far one press of a button moves the map, in pixels. */
const PAN = 120;

const DIRECTIONS: Readonly<Record<Way, Point>> = {
  left: [-PAN, 0],
  up: [0, -PAN],
  down: [0, PAN],
  right: [PAN, 0],
};

/**
 * The live ground's life, seen from the still one: asked for when near and idle, drawn at the same
 * camera, mirrored for the story layer, given up without harm.
 */
export class MapController {
  state = $state<LiveState>('absent');
  /** Where MapLibre looks, while it is there; null while the still ground shows its home view. */
  camera = $state.raw<Camera | null>(null);
  /** The buttons that move the map: they come with what they move. */
  controls = $state.raw<MapControls | null>(null);
  readonly #options: MapControllerOptions;
  #ground: LiveMap | null = null;
  #painted: GroundColours | null = null;
  /** The reader has moved the map: from then on a change of size keeps the view instead of going home. */
  #moved = false;
  #appeared = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stops: (() => void)[] = [];
  /** The container that this life belongs to: what was begun for another one is dropped. */
  #container: HTMLElement | null = null;

  constructor(options: MapControllerOptions) {
    this.#options = options;
  }

  /** Waits in a container until it is time, then starts MapLibre in it. Returns the undo. */
  start(container: HTMLElement): () => void {
    this.#container = container;
    this.#await(container);
    return () => {
      this.#container = null;
      this.#stop();
      this.state = 'absent';
    };
  }

  /** Zooms about a point of the plane. Zooming out past the home view goes home. */
  zoomBy(levels: number, about: Point | null): void {
    if (!this.#ground) return;
    const home = this.#options.home();
    const scale = (this.camera ?? home).scale * 2 ** levels;
    if (scale <= home.scale * 1.01) return this.goHome();
    this.#moved = true;
    this.#ground.zoomBy(levels, about);
  }

  panTo(way: Way): void {
    this.#moved = true;
    this.#ground?.panBy(DIRECTIONS[way]);
  }

  goHome(): void {
    this.#moved = false;
    this.#ground?.moveTo(this.#options.home());
  }

  goTo(camera: Camera): void {
    if (!this.#ground) return;
    this.#moved = true;
    this.#ground.moveTo(camera);
  }

  resize(): void {
    this.#ground?.resize(this.#options.home(), !this.#moved);
  }

  /** In a frame only where a reader stays: to pass by many must not start them all. */
  #await(container: HTMLElement): void {
    const dwell = window.top === window.self ? 0 : DWELL;
    this.#stops.push(whenNear(container, () => void this.#begin(container), dwell));
  }

  /**
   * Gives WebGL back while nobody looks: the still ground shows the same, until somebody does. Only what the reader has
   * chosen is kept: home may be elsewhere by then, in a frame of another size.
   */
  #rest(container: HTMLElement): void {
    if (this.state === 'failed') return;
    const camera = this.#moved ? this.camera : null;
    this.#stop();
    this.camera = camera;
    this.#moved = !!camera;
    this.state = 'absent';
    this.#await(container);
  }

  async #begin(container: HTMLElement): Promise<void> {
    const isWanted = (): boolean => this.#container === container;
    this.state = 'loading';
    const [{ startMapLibre, releaseWhenUnseen, Controls }, grounds] = await loadUntilThere(
      () => Promise.all([import('./maplibre-map.ts'), this.#options.grounds().live()]),
      () => {
        if (isWanted()) this.state = 'unreachable';
      },
    );
    if (!isWanted()) return;
    this.state = 'loading';
    try {
      this.controls = Controls;
      this.#painted = groundColours(container);
      const home = this.#options.home();
      this.#ground = startMapLibre({
        container,
        home,
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
      this.#stops.push(releaseWhenUnseen(container, () => this.#rest(container)));
      this.#wait(PATIENCE, 'loading');
    } catch {
      this.#fail();
    }
  }

  #appear(): void {
    if (this.state === 'failed') return;
    this.#appeared = true;
    this.state = 'live';
    this.#stops.push(startColours(() => this.#paint()));
    this.#paint();
  }

  /** While WebGL is lost MapLibre has no style to change: it is given the colours when it is back. */
  #paint(): void {
    if (!this.#container || this.state !== 'live') return;
    const colours = groundColours(this.#container);
    if (JSON.stringify(colours) === JSON.stringify(this.#painted)) return;
    this.#painted = colours;
    this.#ground?.paint(colours);
  }

  /** In the same frame in which MapLibre draws: the story layer never lags behind its ground. */
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

  /** Gives up if nothing has come of a state. A page that nobody sees is not drawn, so it is waited for. */
  #wait(patience: number, state: LiveState): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.state !== state) return;
      if (document.hidden) this.#wait(patience, state);
      else this.#fail();
    }, patience);
  }

  #fail(): void {
    this.state = 'failed';
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.camera = null;
    this.#moved = false;
    this.#appeared = false;
    this.#ground?.remove();
    this.#ground = null;
  }
}

/** MapLibre may have gone round the world to get there; the story is drawn on the copy that is home. */
function nearest({ centre: [x, y], scale }: Camera, home: Camera): Camera {
  return { centre: [x + Math.round(home.centre[0] - x), y], scale };
}
