import { svelte } from '@sveltejs/vite-plugin-svelte';
import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { build, minify } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where the peers' packages are installed. Git ignores it. */
const CACHE = at('../../node_modules/.cache/parley-bench');

/** Each peer tells this many events. */
const EVENTS = 30;

/** Degrees are written with one digit after the point, about 10 km: enough for a map of the world. */
const DIGITS = 1;

/** What every peer shows; it stands in the peer's HTML, so that no page waits for one more file. */
export interface PeerData {
  readonly events: readonly {
    readonly id: string;
    /** A day: 2018-06-12. */
    readonly date: string;
    readonly title: string;
    readonly text: string;
    /** Longitude and latitude. */
    readonly at: Position;
  }[];
  readonly land: MultiPolygon;
}

/** The part of the story format that is read here. */
interface StoryFile {
  readonly places: {
    readonly features: readonly { id: string; geometry: { coordinates: Position } }[];
  };
  readonly events: readonly {
    readonly id: string;
    readonly when: string;
    readonly at?: string;
    readonly title: { readonly en: string };
    readonly text: { readonly en: string };
  }[];
}

/** Writes the pages of all peers into a folder, each into a folder of its own. */
export async function writePeers(folder: string): Promise<void> {
  const { events, land } = await readData();
  const modules = await installPeers();
  await buildSlider(join(folder, 'slider'));
  await copyTimelineJs(modules, join(folder, 'timelinejs'));
  await copyLeaflet(modules, join(folder, 'leaflet'));
  await fillIn(join(folder, 'slider/index.html'), { events, land });
  await fillIn(join(folder, 'timelinejs/index.html'), { events });
  await fillIn(join(folder, 'leaflet/index.html'), { events, land });
}

async function fillIn(path: string, data: Partial<PeerData>): Promise<void> {
  const html = await readFile(path, 'utf8');
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  await writeFile(
    path,
    html.replace(/(?<=id="data">)/, () => json),
  );
}

/** The first events of the shipped story that have a place, and the land of the world. */
async function readData(): Promise<PeerData> {
  const story = JSON.parse(
    await readFile(at('../../geo/stories/korea-thaw.json'), 'utf8'),
  ) as StoryFile;
  const places = new Map(story.places.features.map((place) => [place.id, place.geometry]));
  const events = story.events.flatMap(({ id, when, at: place = '', title, text }) => {
    const found = places.get(place);
    if (!found) return [];
    return [{ id, date: when.slice(0, 10), title: title.en, text: text.en, at: found.coordinates }];
  });
  return { events: events.slice(0, EVENTS), land: await readLand() };
}

async function readLand(): Promise<MultiPolygon> {
  const path = fileURLToPath(import.meta.resolve('world-atlas/land-110m.json'));
  const world = JSON.parse(await readFile(path, 'utf8')) as Topology<{ land: GeometryCollection }>;
  const coordinates = feature(world, world.objects.land).features.flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
  );
  const round = (degrees: number): number => Number(degrees.toFixed(DIGITS));
  return {
    type: 'MultiPolygon',
    coordinates: coordinates.map((polygon) => polygon.map((ring) => ring.map((p) => p.map(round)))),
  };
}

/** Installs the versions that `peers/package.json` names, unless they are there. Returns the folder of packages. */
async function installPeers(): Promise<string> {
  const wanted = await readFile(at('peers/package.json'), 'utf8');
  const done = join(CACHE, 'installed.json');
  const installed = await readFile(done, 'utf8').catch(() => '');
  if (installed !== wanted) {
    await mkdir(CACHE, { recursive: true });
    await writeFile(join(CACHE, 'package.json'), wanted);
    await runNpm(['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock']);
    await writeFile(done, wanted);
  }
  return join(CACHE, 'node_modules');
}

async function runNpm(args: readonly string[]): Promise<void> {
  const shell = process.platform === 'win32';
  try {
    await promisify(execFile)('npm', args, { cwd: CACHE, shell });
  } catch (cause) {
    throw new Error(
      'The benchmark could not install TimelineJS and Leaflet. It needs npm and a registry. ' +
        'The other parts run without: see tests/bench/README.md.',
      { cause },
    );
  }
}

/** What a front-end developer would write by hand: Svelte, a native range, an SVG, styles in the script. */
async function buildSlider(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: at('peers/slider'),
    base: './',
    logLevel: 'warn',
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true, css: 'injected' } })],
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', modulePreload: false },
  });
}

/** The built files as npm has them. */
async function copyTimelineJs(modules: string, folder: string): Promise<void> {
  const dist = join(modules, '@knight-lab/timelinejs/dist');
  await mkdir(join(folder, 'js'), { recursive: true });
  await cp(join(dist, 'css'), join(folder, 'css'), { recursive: true });
  await copyFile(join(dist, 'js/timeline.js'), join(folder, 'js/timeline.js'));
  await copyFile(at('peers/timelinejs.html'), join(folder, 'index.html'));
}

async function copyLeaflet(modules: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await copyFile(at('peers/leaflet.html'), join(folder, 'index.html'));
  for (const path of [
    'leaflet/dist/leaflet.js',
    'leaflet/dist/leaflet.css',
    'leaflet-timedimension/dist/leaflet.timedimension.min.js',
  ]) {
    await copyFile(join(modules, path), join(folder, path.slice(path.lastIndexOf('/') + 1)));
  }
  // Its font of icons would come from another server.
  const style = await readFile(
    join(modules, 'leaflet-timedimension/dist/leaflet.timedimension.control.min.css'),
    'utf8',
  );
  await writeFile(join(folder, 'timedimension.css'), style.replace(/@font-face\{[^}]*\}/, ''));
  // npm has this one in its long form only; the TimeDimension examples load it minified.
  const period = await readFile(join(modules, 'iso8601-js-period/iso8601.js'), 'utf8');
  const { code } = await minify('iso8601.js', period);
  await writeFile(join(folder, 'iso8601.js'), code);
}
