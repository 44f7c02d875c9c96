import type { Import } from './imports.ts';
import { fault } from './source.ts';

/**
 * Which rooms a room may know: what stands in `src/README.md`, as a test. A room is a folder, or a single file that
 * stands apart from its folder: an entry, or what is used from below or above the rest. `types:` means by its shapes
 * only: `import type`, nothing that runs.
 */
const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  time: [],
  colour: [],
  story: ['time'],
  'src/story/date-line.ts': ['types:story'],
  'story/parse/faults': ['time'],
  'story/parse/text': ['time', 'story/parse/faults'],
  // How near the map goes is known from the projection alone.
  'story/parse/rules': ['colour', 'story', 'story/parse/faults', 'map/projection'],
  'story/parse/schema': ['time', 'colour', 'story', 'story/parse/faults', 'story/parse/rules'],
  'story/parse/build': [
    'time',
    'colour',
    'story',
    'src/story/date-line.ts',
    'story/parse/faults',
    'story/parse/schema',
    // Where an inset hides nothing is known from the story and the projection alone.
    'map/projection',
  ],
  'story/parse': [
    'story',
    'story/parse/faults',
    'story/parse/text',
    'story/parse/rules',
    'story/parse/schema',
    'story/parse/build',
  ],
  // Readers of other formats. Nothing that readers of a page load imports them.
  'src/story/formats/format.ts': [],
  'src/story/formats/cell-guard.ts': [],
  'story/formats/carry': [
    'time',
    'story',
    'story/parse/faults',
    'story/parse/text',
    'story/parse/schema',
    'src/story/formats/format.ts',
  ],
  'story/formats/storymapjs': [
    'story/parse/faults',
    'src/story/formats/format.ts',
    'story/formats/carry',
  ],
  'story/formats/timelinejs': [
    'story/parse/faults',
    'src/story/formats/format.ts',
    'story/formats/carry',
    // Its tables have the encodings of all tables.
    'story/formats/sheet/table',
  ],
  'story/formats/gis': [
    'story/parse/faults',
    'story/parse/schema',
    'src/story/formats/format.ts',
    'story/formats/carry',
  ],
  // A place with a `when` is GeoJSON-T.
  'story/formats/linked-places': [
    'story/parse/faults',
    'src/story/formats/format.ts',
    'story/formats/carry',
    'story/formats/gis',
  ],
  'story/formats': [
    'story/parse/faults',
    'story/parse/text',
    'story/parse/schema',
    'src/story/formats/format.ts',
    'story/formats/carry',
    'story/formats/storymapjs',
    'story/formats/timelinejs',
    'story/formats/gis',
    'story/formats/linked-places',
    'story/formats/sheet',
  ],
  'story/fetch': [],
  'src/story/load.ts': [
    'story',
    'story/fetch',
    'story/parse/faults',
    'story/parse/text',
    'story/parse',
  ],
  // Readers of spreadsheets: values of cells, tables under headings, a story of them.
  'story/formats/sheet/values': [
    'time',
    'story',
    'src/story/formats/format.ts',
    'story/formats/carry',
    'story/parse/faults',
    'story/parse/schema',
  ],
  'story/formats/sheet/table': [
    'src/story/formats/cell-guard.ts',
    'types:story',
    'story/parse/faults',
    'story/parse/schema',
    'story/formats/sheet/values',
  ],
  'story/formats/sheet/build': [
    'time',
    'story',
    'src/story/formats/format.ts',
    'story/parse/faults',
    'story/parse/schema',
    'story/parse/build',
    'story/formats/sheet/values',
    'story/formats/sheet/table',
  ],
  'story/formats/sheet': [
    'src/story/formats/format.ts',
    'story/formats/sheet/values',
    'story/formats/sheet/table',
    'story/formats/sheet/build',
  ],
  'story/formats/write': [
    'time',
    'story',
    'src/story/date-line.ts',
    'src/story/formats/format.ts',
    'src/story/formats/cell-guard.ts',
    'story/formats/sheet/table',
    'story/formats/sheet/values',
  ],
  'src/scene/stable-list.ts': [],
  scene: ['time', 'story', 'src/scene/stable-list.ts'],
  player: ['time', 'story', 'scene'],
  // Of story and scene the map knows what they are made of, and asks them nothing.
  // How to go round the earth is the same for the file and for the map.
  'map/projection': ['types:story', 'types:scene', 'src/story/date-line.ts'],
  'map/glyphs': ['types:story', 'scene'],
  'map/labels': [
    'types:story',
    'types:scene',
    'src/story/date-line.ts',
    'map/projection',
    'map/glyphs',
  ],
  'map/basemap': ['types:story', 'map/projection'],
  'map/layer': [
    'types:story',
    'types:scene',
    'src/scene/stable-list.ts',
    'map/projection',
    'map/glyphs',
    'map/labels',
    'map/basemap',
  ],
  'map/inset': [
    'types:story',
    'src/story/date-line.ts',
    'map/projection',
    'map/labels',
    'map/basemap',
    'map/layer',
  ],
  'src/map/load-until-there.ts': [],
  'src/map/toolbar.ts': [],
  'map/maplibre': [
    'map/projection',
    'map/labels',
    'map/basemap',
    'src/map/load-until-there.ts',
    'src/map/toolbar.ts',
  ],
  map: [
    'types:story',
    'types:scene',
    'map/projection',
    'map/basemap',
    'map/layer',
    'map/inset',
    'map/maplibre',
  ],
  'ui/words': ['time', 'story', 'scene', 'types:map/maplibre'],
  // A flag of the address is read as one of the element.
  'ui/url': [
    'time',
    'colour',
    'story',
    'story/parse/faults',
    'scene',
    'player',
    'map/basemap',
    'src/embed/flag.ts',
  ],
  'ui/keys': ['player', 'ui/words'],
  'ui/event': ['time', 'story', 'scene', 'player', 'map/glyphs', 'ui/words'],
  'ui/list': ['story', 'ui/words', 'ui/keys', 'ui/event'],
  'ui/panel': [
    'story',
    'scene',
    'player',
    'map/glyphs',
    'ui/words',
    'ui/keys',
    'ui/event',
    'ui/list',
  ],
  'ui/timeline': [
    'time',
    'story',
    'src/scene/stable-list.ts',
    'scene',
    'player',
    'ui/words',
    'ui/event',
    'ui/panel',
  ],
  'ui/transport': [
    'story',
    'scene',
    'player',
    'map/glyphs',
    'src/map/toolbar.ts',
    'ui/words',
    'ui/keys',
    'ui/event',
    'ui/timeline',
  ],
  'ui/pictures': ['story', 'player', 'ui/words', 'ui/keys'],
  'ui/share': ['story', 'scene', 'player', 'ui/words', 'ui/url', 'src/embed/protocol.ts'],
  'ui/frame': ['story', 'player', 'ui/words', 'ui/url', 'ui/keys', 'ui/event'],
  // A story that the page's address names.
  'ui/runtime': [
    'story',
    'src/story/load.ts',
    'story/parse/faults',
    'types:story/parse',
    'map/basemap',
    'ui/words',
  ],
  'src/ui/shell/theme.css': [],
  'ui/shell': [
    'src/ui/shell/theme.css',
    'story',
    'scene',
    'player',
    'map/basemap',
    'src/map/load-until-there.ts',
    'map/labels',
    'map',
    'ui/words',
    'ui/url',
    'ui/keys',
    'ui/event',
    'ui/panel',
    'ui/pictures',
    'ui/transport',
    'ui/share',
    'ui/frame',
    'ui/runtime',
  ],
  'src/embed/flag.ts': [],
  'src/embed/protocol.ts': [],
  // In the frame, and on the host page.
  'embed/guest': ['time', 'types:player', 'src/embed/protocol.ts'],
  'embed/host': ['src/embed/protocol.ts', 'src/embed/flag.ts'],
  // Run in Node, by the build and by hand.
  site: [
    'time',
    'story',
    'story/parse/faults',
    'player',
    'map/basemap',
    'ui/words',
    'ui/event',
    'ui/frame',
    'ui/list',
    'ui/shell',
    'src/site/headers.ts',
    'site/card',
    'site/checks',
    'site/media',
    'site/metadata',
  ],
  'site/card': [
    'time',
    'story',
    'scene',
    'map/projection',
    'map/glyphs',
    'map/labels',
    'map/basemap',
    'map/layer',
    // The page's colours.
    'src/ui/shell/theme.css',
    'site/metadata',
  ],
  // What a host may be to stand in a policy.
  'src/site/headers.ts': [],
  'site/media': ['story', 'story/parse/faults', 'src/site/headers.ts'],
  'site/checks': [
    'time',
    'story',
    'src/story/load.ts',
    'story/parse',
    'story/parse/faults',
    'site/media',
    'map/projection',
    'ui/words',
  ],
  'site/library': ['site'],
  'site/template': [],
  'site/metadata': ['time', 'story', 'ui/share', 'src/embed/protocol.ts', 'src/site/headers.ts'],
  'site/vite': [
    'src/site/headers.ts',
    'story/parse/faults',
    'src/embed/protocol.ts',
    'site',
    'site/card',
    'site/media',
    'site/metadata',
  ],
  cli: [
    'cli/new',
    'cli/preview',
    'cli/check',
    'cli/build',
    'cli/import',
    'cli/export',
    'cli/input',
  ],
  'cli/new': [
    'time',
    'src/story/formats/format.ts',
    'story/formats/carry',
    'story/parse/schema',
    'cli/input',
  ],
  'cli/preview': ['src/site/headers.ts', 'site', 'site/metadata', 'cli/input'],
  'cli/check': ['src/story/formats/format.ts', 'story/parse/faults', 'site/checks', 'cli/input'],
  'cli/build': ['site', 'site/metadata', 'cli/input'],
  'cli/import': ['site/checks', 'cli/input'],
  'cli/export': [
    'time',
    'story',
    'src/story/load.ts',
    'story/formats/write',
    'ui/words',
    'cli/input',
  ],
  'cli/input': [
    'time',
    'src/story/formats/format.ts',
    'story/formats',
    'story/formats/carry',
    'story/formats/storymapjs',
    'story/formats/timelinejs',
    'story/formats/gis',
    'story/formats/linked-places',
    'story/formats/sheet',
    'story/parse/faults',
    'story/parse/schema',
    'site',
    'site/card',
    'site/media',
  ],
  // Run by hand, and by its test.
  'cli/schema': ['story', 'story/parse/schema'],
  'src/app.ts': ['ui/url', 'ui/shell'],
  'src/head.ts': ['ui/url'],
  'src/embed.ts': ['player', 'ui/url', 'ui/share', 'ui/frame', 'ui/shell', 'embed/guest'],
  'src/index.ts': [
    'story',
    'story/parse/faults',
    'story/parse',
    'src/story/load.ts',
    'scene',
    'player',
    'ui/shell',
  ],
  'src/parley-map.ts': ['embed/host'],
  'src/parley-article.ts': ['embed/host'],
};

const isEntry = (room: string) => /^src\/[^/]+$/.test(room);
/** Entries that are pages, or libraries of them: they have a story and components. */
const PAGES = ['src/app.ts', 'src/embed.ts', 'src/index.ts'];
/** Rooms that run in Node and use its packages. */
const isTool = (room: string) => isWithin(room, 'site') || isWithin(room, 'cli');

const isWithin = (room: string, house: string): boolean =>
  room === house || room.startsWith(`${house}/`);

/** `src/map/labels/box.ts` is in the room map/labels. */
export function roomOf(path: string): string {
  if (path in MAY_KNOW || path.split('/').length === 2) return path;
  return path.split('/').slice(1, -1).join('/');
}

const TYPES = 'types:';

/** Imports between rooms that no arrow allows, and files in no room at all. */
export function wrongArrows(imports: readonly Import[]): string[] {
  return imports.flatMap(({ path, line, to, typeOnly }) => {
    const [from, into] = [roomOf(path), roomOf(to)];
    const arrows = MAY_KNOW[from];
    if (!arrows) return [fault(path, line, `is in no room of the house: ${from}`)];
    if (!to.startsWith('src/') || from === into || arrows.includes(into)) return [];
    if (typeOnly && arrows.includes(TYPES + into)) return [];
    if (isEntry(into))
      return [fault(path, line, `imports the entry ${to}; nobody imports entries`)];

    const known = arrows.filter((arrow) => !arrow.startsWith(TYPES));
    const types = arrows.filter((arrow) => arrow.startsWith(TYPES));
    const names = types.map((arrow) => arrow.slice(TYPES.length)).join(', ');
    const shapes = names && `, and by type only ${names}`;
    const rule = `imports ${to}; ${from} may know ${known.join(', ') || 'nobody'}${shapes}`;
    return [fault(path, line, rule)];
  });
}

/** Arrows of the table that no import needs. */
export function unusedArrows(imports: readonly Import[]): string[] {
  const walked = new Set(imports.map(({ path, to }) => `${roomOf(path)} → ${roomOf(to)}`));
  return Object.entries(MAY_KNOW)
    .flatMap(([from, arrows]) => arrows.map((arrow) => `${from} → ${arrow.replace(TYPES, '')}`))
    .filter((arrow) => !walked.has(arrow))
    .map((arrow) => `${arrow} may be taken off the table: no file imports so`);
}

/** Rooms that import each other in a ring, by whichever files. */
export const ringsOfRooms = (imports: readonly Import[]): string[] =>
  cycles(
    imports
      .filter(({ to }) => to.startsWith('src/'))
      .map((each) => ({ ...each, path: roomOf(each.path), to: roomOf(each.to) }))
      .filter(({ path, to }) => path !== to),
  );

/** Who may import what from outside `src/`: data, and nothing that runs. */
const DATA: readonly [folder: string, rooms: readonly string[]][] = [
  ['geo/basemap/', ['map/basemap']],
  ['geo/stories/', PAGES],
];

/** Imports of files outside `src/` that are not data, or data in the wrong hands. */
export function wrongData(imports: readonly Import[]): string[] {
  return imports.flatMap(({ path, line, to }) => {
    if (to.startsWith('src/') || !isPath(to) || isTool(roomOf(path))) return [];
    const [folder, rooms] = DATA.find(([each]) => to.startsWith(each)) ?? ['', []];
    if (rooms.some((room) => isWithin(roomOf(path), room)) && to.endsWith('.json')) return [];
    const rule = folder
      ? `imports ${to}; only ${rooms.join(', ')} may import JSON of ${folder}`
      : `imports ${to}, which lies outside src/`;
    return [fault(path, line, rule)];
  });
}

const isPath = (to: string) =>
  /^(\.\.|geo|tests|public|node_modules)\//.test(to) || to.endsWith('.json');

const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'maplibre-gl': ['map/maplibre'],
  'topojson-client': ['map/basemap'],
  'd3-scale': ['ui/timeline'],
  papaparse: ['story/formats/write', 'story/formats/sheet/table', 'story/formats/timelinejs'],
  '@xmldom/xmldom': ['story/formats/write', 'story/formats/gis'],
  'write-excel-file': ['story/formats/write'],
  'ical-generator': ['story/formats/write'],
  valibot: ['story/parse/schema'],
  'jsonc-parser': ['story/parse/text'],
  'read-excel-file': ['story/formats/sheet/table'],
  fflate: ['story/formats/sheet/table', 'story/formats/carry'],
  '@photostructure/tz-lookup': ['story/formats/sheet/build', 'story/formats/carry'],
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
    const allowed = rooms.some((room) => isWithin(roomOf(path), room));
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
