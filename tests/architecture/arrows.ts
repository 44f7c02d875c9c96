import type { Import } from './imports.ts';
import { fault } from './source.ts';

/** Which rooms a room may know. The table in `src/README.md`, as a test. */
const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  time: [],
  story: ['time'],
  scene: ['story', 'time'],
  player: ['scene', 'story', 'time'],
  map: ['scene'],
  ui: ['player', 'scene', 'story', 'time', 'map', 'embed/protocol'],
  'embed/protocol': [],
  // In the frame, and on the host page.
  'embed/guest': ['embed/protocol', 'time'],
  'embed/host': ['embed/protocol'],
  // Run in Node, by the build and by hand.
  site: ['time', 'story', 'scene', 'player', 'map', 'ui', 'embed/protocol', 'src/prerender.ts'],
  cli: ['time', 'story'],
  'src/parley-map.ts': ['embed/host'],
  'src/parley-article.ts': ['embed/host'],
  'src/head.ts': ['ui'],
  'src/app.ts': ['time', 'story', 'scene', 'player', 'map', 'ui'],
  'src/prerender.ts': ['time', 'story', 'scene', 'player', 'map', 'ui'],
  'src/embed.ts': [
    'time',
    'story',
    'scene',
    'player',
    'map',
    'ui',
    'embed/guest',
    'embed/protocol',
  ],
  'src/index.ts': ['time', 'story', 'scene', 'player', 'map', 'ui', 'embed/host', 'embed/protocol'],
};

/** Rooms known by their shapes only: `import type`, nothing that runs. */
const MAY_KNOW_TYPES: Readonly<Record<string, readonly string[]>> = {
  map: ['story', 'time'],
  'embed/guest': ['player'],
};

const ENTRIES = [
  'src/app.ts',
  'src/head.ts',
  'src/embed.ts',
  'src/index.ts',
  'src/parley-article.ts',
  'src/parley-map.ts',
  'src/prerender.ts',
];
/** Entries that are pages, or libraries of them: they have a story and components. */
const PAGES = ['src/app.ts', 'src/embed.ts', 'src/index.ts', 'src/prerender.ts'];
const isEntry = (room: string) => ENTRIES.includes(room);
/** Rooms that run in Node and use its packages. */
const isTool = (room: string) => room === 'site' || room === 'cli';

/** `src/time/interval.ts` is in the room time; an entry, and each part of embed, is its own room. */
export function roomOf(path: string): string {
  const [, folder = '', file] = path.split('/');
  if (!file) return path;
  return folder === 'embed' ? `embed/${file.replace(/\..*$/, '')}` : folder;
}

/** Imports between rooms that no arrow allows, and files in no room at all. */
export function wrongArrows(imports: readonly Import[]): string[] {
  return imports.flatMap(({ path, line, to, typeOnly }) => {
    const [from, into] = [roomOf(path), roomOf(to)];
    const known = MAY_KNOW[from];
    if (!known) return [fault(path, line, `is in no room of the house: ${from}`)];
    if (!to.startsWith('src/') || from === into || known.includes(into)) return [];
    if (isEntry(into))
      return [fault(path, line, `imports the entry ${to}; nobody imports entries`)];

    const types = MAY_KNOW_TYPES[from] ?? [];
    if (typeOnly && types.includes(into)) return [];
    const shapes = types.length > 0 ? `, and by type only ${types.join(', ')}` : '';
    const rule = `imports ${to}; ${from} may know ${known.join(', ') || 'nobody'}${shapes}`;
    return [fault(path, line, rule)];
  });
}

/** Who may import what from outside `src/`: data, and nothing that runs. */
const DATA: readonly [folder: string, rooms: readonly string[]][] = [
  ['geo/basemap/', ['map']],
  ['geo/stories/', PAGES],
];

/** Imports of files outside `src/` that are not data, or data in the wrong hands. */
export function wrongData(imports: readonly Import[]): string[] {
  return imports.flatMap(({ path, line, to }) => {
    if (to.startsWith('src/') || !isPath(to) || isTool(roomOf(path))) return [];
    const [folder, rooms] = DATA.find(([each]) => to.startsWith(each)) ?? ['', []];
    if (rooms.includes(roomOf(path)) && to.endsWith('.json')) return [];
    const rule = folder
      ? `imports ${to}; only ${rooms.join(', ')} may import JSON of ${folder}`
      : `imports ${to}, which lies outside src/`;
    return [fault(path, line, rule)];
  });
}

const isPath = (to: string) =>
  /^(\.\.|geo|tests|public|node_modules)\//.test(to) || to.endsWith('.json');

const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  // The story that the build is about.
  'parley:story': PAGES,
  'maplibre-gl': ['map'],
  'topojson-client': ['map'],
  'd3-scale': ['ui'],
  valibot: ['story'],
  'jsonc-parser': ['story'],
  svelte: ['player', 'map', 'ui', ...PAGES],
};

/** Packages of types alone, which every room may use by `import type`. */
const SHAPES = ['geojson', 'topojson-specification'];

/** Imports of a package by a room that has no business with it, or of one not on the list. */
export function wrongPackages(imports: readonly Import[]): string[] {
  return imports.flatMap(({ path, line, to, typeOnly }) => {
    if (to.startsWith('src/') || isPath(to) || isTool(roomOf(path))) return [];
    const name = to.startsWith('@') ? to : to.replace(/\/.*$/, '');
    if (typeOnly && SHAPES.includes(name)) return [];
    const rooms = PACKAGES[name];
    if (!rooms) return [fault(path, line, `imports ${name}, which is not on the list of packages`)];
    const allowed = rooms.includes(roomOf(path));
    return allowed ? [] : [fault(path, line, `imports ${name}; only ${rooms.join(', ')} may`)];
  });
}

/** Files that import each other in a ring, each ring told once. */
export function cycles(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { path, to } of imports) next.set(path, [...(next.get(path) ?? []), to]);
  const done = new Set<string>();
  const rings: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      const ring = [...trail.slice(trail.indexOf(path)), path];
      const line = imports.find((each) => each.path === path && each.to === ring[1])?.line ?? 1;
      rings.push(fault(path, line, `is in a ring of imports: ${ring.join(' → ')}`));
    }
    if (done.has(path)) return;
    done.add(path);
    for (const each of next.get(path) ?? []) walk(each, [...trail, path]);
  };
  for (const path of next.keys()) walk(path, []);
  return rings;
}
