import { LngLat, Map as MapLibreMap, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import styles from 'maplibre-gl/dist/maplibre-gl.css?inline';
// Not `?url`: the worker would be found in development and be missing, silently, from the built page.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { MAX_ZOOM } from './max-zoom.ts';
import Controls from './Controls.svelte';
import { scaleAt, zoomOf, type Camera } from '../projection/camera.ts';
import { lngLatAt, mercatorAt, type Point } from '../projection/mercator.ts';
import { startWatchdog } from './worker-watchdog.ts';
import { releaseWhenUnseen } from './release-webgl.ts';
import { groundStyle, type GroundColours, type LiveGrounds } from '../basemap/style.ts';
import { trustWorker } from './trusted-types.ts';

export { Controls, releaseWhenUnseen };
export type MapControls = typeof Controls;

setWorkerUrl(workerUrl);
// Which text a page trusts is for the page to say: ours does, a newsroom's that bundles the library may not.
if (import.meta.env.MODE !== 'library') trustWorker(workerUrl);

/** A door for tests and the console: whether the story layer lies where the ground has its places. */
const DOOR = Symbol.for('parley.map');

/** How far the middle of the map may go from the equator: the ground is drawn a little further. */
const MOST_NORTHERN = 78;
const MOST_SOUTHERN = 50;

/** What the live ground is made with. */
export interface LiveOptions {
  readonly container: HTMLElement;
  /** The furthest view. The map may begin nearer, where a reader has left it. */
  readonly home: Camera;
  readonly camera: Camera;
  readonly colours: GroundColours;
  readonly grounds: LiveGrounds;
  readonly words: Readonly<Record<string, string>>;
  /** Whether the camera jumps; null leaves it to the reader's system. */
  readonly still: boolean | null;
  /** The ground is drawn and may be seen. */
  readonly onready: () => void;
  /** The camera has moved; called in the very frame in which the ground moves. */
  readonly onmove: (camera: Camera, byReader: boolean) => void;
  /** Something could not be had or drawn: before the ground is ready it will not come. */
  readonly onerror: () => void;
  /** WebGL is gone (`true`) or back (`false`). */
  readonly onlost: (lost: boolean) => void;
}

/** The ground by MapLibre: the same land, with pan and zoom. It owns its camera. */
export interface LiveMap {
  readonly map: MapLibreMap;
  readonly moveTo: (camera: Camera) => void;
  /** By so many pixels. */
  readonly panBy: (by: Point) => void;
  /** About a point of the plane, or the middle. */
  readonly zoomBy: (levels: number, about: Point | null) => void;
  /** Takes the container's new size. `home` is the furthest view there; `follow` goes to it. */
  readonly resize: (home: Camera, follow: boolean) => void;
  readonly paint: (colours: GroundColours) => void;
  readonly remove: () => void;
}

/** MapLibre's own styles: in the script, because a style sheet that is lost once is not asked for again. */
function adoptStyles(container: HTMLElement): void {
  const root = container.getRootNode() as Document | ShadowRoot;
  if (root.adoptedStyleSheets.includes(sheet)) return;
  root.adoptedStyleSheets.push(sheet);
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

/** Starts MapLibre at a camera. Throws where WebGL cannot be had; a worker that is not heard of is an error. */
export function startMapLibre(options: LiveOptions): LiveMap {
  const { container, camera } = options;
  adoptStyles(container);
  let furthest = Math.min(zoomOf(options.home), MAX_ZOOM - 1);
  const map = new MapLibreMap({
    container,
    style: groundStyle(options.colours, options.grounds) as StyleSpecification,
    ...placed(camera),
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    rollEnabled: false,
    cooperativeGestures: true,
    renderWorldCopies: true,
    attributionControl: false,
    trackResize: false,
    fadeDuration: 0,
    canvasContextAttributes: { antialias: true },
    locale: options.words,
    ...(options.still === null ? {} : { reduceMotion: options.still }),
    // MapLibre's own rule brings the centre back to ±180; a Pacific frame must run on past it.
    transformConstrain: ({ lng, lat }, zoom) => ({
      center: new LngLat(lng, Math.max(-MOST_SOUTHERN, Math.min(MOST_NORTHERN, lat))),
      zoom: Math.max(furthest, Math.min(MAX_ZOOM, zoom ?? furthest)),
    }),
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  Object.defineProperty(container, DOOR, { value: map, configurable: true });
  const canvas = map.getCanvas();
  canvas.setAttribute('role', 'application');

  // Unheard, MapLibre would write its errors to the host page's console.
  map.on('error', options.onerror);
  const stopSilence = startWatchdog(options.onerror);
  // The ground's data has been to the worker and back.
  map.on('sourcedata', ({ sourceDataType: part }) => part === 'content' && stopSilence());
  map.once('idle', options.onready);
  map.on('move', (event) => {
    options.onmove(cameraOf(map), Boolean(event.originalEvent));
  });
  map.on('webglcontextlost', () => options.onlost(true));
  map.on('webglcontextrestored', () => options.onlost(false));

  return {
    map,
    moveTo: (to) => void map.easeTo({ ...placed(to), duration: 500 }),
    panBy: ([x, y]) => void map.panBy([x, y], { duration: 250 }),
    zoomBy: (levels, about) =>
      void map.easeTo({
        zoom: map.getZoom() + levels,
        duration: 250,
        ...(about ? { around: toLngLat(about) } : {}),
      }),
    resize: (home, follow) => {
      furthest = Math.min(zoomOf(home), MAX_ZOOM - 1);
      map.resize();
      if (follow) map.jumpTo(placed(home));
      map.redraw();
    },
    paint: (colours) => {
      const { layers } = groundStyle(colours, options.grounds) as StyleSpecification;
      repaint(map, layers);
    },
    remove: () => {
      stopSilence();
      // The container outlives its map, and would keep it.
      Reflect.deleteProperty(container, DOOR);
      map.remove();
    },
  };
}

/** Gives the map's layers their colours, as soon as it has a style again: it loses that with WebGL. */
function repaint(map: MapLibreMap, layers: StyleSpecification['layers']): void {
  if (!map.isStyleLoaded()) {
    map.once('idle', () => repaint(map, layers));
    return;
  }
  for (const { id, paint = {} } of layers) {
    for (const [name, value] of Object.entries(paint)) {
      if (name.endsWith('-color')) map.setPaintProperty(id, name as 'fill-color', value);
    }
  }
}

function placed(camera: Camera): { center: [number, number]; zoom: number } {
  return { center: toLngLat(camera.centre), zoom: zoomOf(camera) };
}

function toLngLat(point: Point): [number, number] {
  const [lng, lat] = lngLatAt(point);
  return [lng, lat];
}

function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return { centre: mercatorAt([lng, lat]), scale: scaleAt(map.getZoom()) };
}
