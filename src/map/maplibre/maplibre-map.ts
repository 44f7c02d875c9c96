import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
// Not `?url`: that works in development, but the built page would lack the worker without any error.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import Controls from './Controls.svelte';
import { zoomOf, type Camera } from '../projection/camera.ts';
import { lngLatAt, mercatorAt, scaleAt, type Point } from '../projection/mercator.ts';
import { limitView } from './limit-view.ts';
import { maplibre } from './maplibre.ts';
import { GESTURE_STYLES, startGestures } from './gestures.ts';
import { watchResolution } from './watch-resolution.ts';
import { startWatchdog } from './worker-watchdog.ts';
import { releaseWhenUnseen } from './release-webgl.ts';
import { groundStyle, type GroundColours, type LiveGrounds } from '../basemap/style.ts';
import { trustWorker } from './trusted-types.ts';

export { Controls, releaseWhenUnseen };
export type MapControls = typeof Controls;

maplibre.setWorkerUrl(workerUrl);
// The trusted types of a page are the page's own choice. The library leaves them alone.
if (import.meta.env.MODE !== 'library') trustWorker(workerUrl);

/** The container's property with the MapLibre map, for tests and the console. */
const MAP_KEY = Symbol.for('parley.map');

/** Input of the live map. */
export interface LiveOptions {
  readonly container: HTMLElement;
  /** The camera that shows the story's frame. The limits of all views depend on it. */
  readonly home: Camera;
  /** The largest scale. */
  readonly closest: number;
  /** The camera to start with: where the reader has left the map, or home. */
  readonly camera: Camera;
  readonly colours: GroundColours;
  readonly grounds: LiveGrounds;
  readonly words: Readonly<Record<string, string>>;
  /** Whether the camera jumps; null leaves it to the reader's system. */
  readonly still: boolean | null;
  /** The map has been drawn and can be shown. */
  readonly onready: () => void;
  /** The camera has moved. Called in the animation frame in which MapLibre draws. */
  readonly onmove: (camera: Camera, byReader: boolean) => void;
  /** Something could not be loaded or drawn. If that is before `onready`, the map has failed. */
  readonly onerror: () => void;
  /** WebGL is gone (`true`) or back (`false`). */
  readonly onlost: (lost: boolean) => void;
}

/** The basemap by MapLibre, with pan and zoom. It owns its camera. */
export interface LiveMap {
  readonly map: MapLibreMap;
  readonly moveTo: (camera: Camera) => void;
  /** By so many pixels. */
  readonly panBy: (by: Point) => void;
  /** About a point of the plane; null for the middle. */
  readonly zoomBy: (levels: number, about: Point | null) => void;
  /** Takes the container's new size. `home` is the home camera for it; `follow` goes there. */
  readonly resize: (home: Camera, follow: boolean) => void;
  readonly paint: (colours: GroundColours) => void;
  readonly remove: () => void;
}

/** MapLibre's own styles are part of the script, because a browser does not retry a failed style sheet. */
function adoptStyles(container: HTMLElement): void {
  const root = container.getRootNode() as Document | ShadowRoot;
  if (root.adoptedStyleSheets.includes(sheet)) return;
  root.adoptedStyleSheets.push(sheet);
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(maplibre.styles + GESTURE_STYLES);

/** Starts MapLibre at a camera. Throws if there is no WebGL. A worker that sends nothing is an error (`onerror`). */
export function startMapLibre(options: LiveOptions): LiveMap {
  const { container, camera } = options;
  adoptStyles(container);
  let { home } = options;
  const map = new maplibre.Map({
    container,
    style: groundStyle(options.colours, options.grounds) as StyleSpecification,
    ...cameraOptions(camera),
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
    // By default MapLibre wraps the centre to ±180. A Pacific frame needs longitudes past 180.
    transformConstrain: ({ lng, lat }, zoom) => {
      const held = limitView(home, lat, zoom ?? zoomOf(home), options.closest);
      return { center: new maplibre.LngLat(lng, held.lat), zoom: held.zoom };
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  Object.defineProperty(container, MAP_KEY, { value: map, configurable: true });
  const canvas = map.getCanvas();
  canvas.setAttribute('role', 'application');

  // Without a listener MapLibre writes its errors to the host page's console.
  map.on('error', options.onerror);
  const stopWatchdog = startWatchdog(options.onerror);
  // The worker has answered.
  map.on('sourcedata', ({ sourceDataType: part }) => part === 'content' && stopWatchdog());
  map.once('idle', options.onready);
  map.on('move', (event) => {
    options.onmove(cameraOf(map), Boolean(event.originalEvent));
  });
  const gestures = startGestures(map, container);
  gestures.update();
  const stopWatching = watchResolution(() => {
    map.resize();
    map.redraw();
  });
  map.on('webglcontextlost', () => options.onlost(true));
  map.on('webglcontextrestored', () => options.onlost(false));

  return {
    map,
    moveTo: (to) => void map.easeTo({ ...cameraOptions(to), duration: 500 }),
    panBy: ([x, y]) => void map.panBy([x, y], { duration: 250 }),
    zoomBy: (levels, about) =>
      void map.easeTo({
        zoom: map.getZoom() + levels,
        duration: 250,
        ...(about ? { around: toLngLat(about) } : {}),
      }),
    resize: (newHome, follow) => {
      home = newHome;
      map.resize();
      if (follow) map.jumpTo(cameraOptions(home));
      map.redraw();
      gestures.update();
    },
    paint: (colours) => {
      const { layers } = groundStyle(colours, options.grounds) as StyleSpecification;
      repaint(map, layers);
    },
    remove: () => {
      stopWatchdog();
      stopWatching();
      gestures.stop();
      // The container outlives its map and would keep it in memory.
      Reflect.deleteProperty(container, MAP_KEY);
      map.remove();
    },
  };
}

/** Sets the colours of the map's layers, as soon as the map has a style: it loses its style with WebGL. */
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

function cameraOptions(camera: Camera): { center: [number, number]; zoom: number } {
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
